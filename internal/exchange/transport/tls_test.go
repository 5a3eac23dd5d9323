package transport_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"errors"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"zhongfu/internal/clock"
	"zhongfu/internal/exchange"
	"zhongfu/internal/exchange/transport"
)

// authority signs certificates for a test.
type authority struct {
	t    *testing.T
	dir  string
	name string
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

func newAuthority(t *testing.T, name string) *authority {
	a := &authority{t: t, dir: t.TempDir(), name: name}
	a.cert, a.key = a.issue(name, nil)
	return a
}

// issue makes a certificate; without a parent it is the authority's own.
func (a *authority) issue(name string, parent *x509.Certificate) (*x509.Certificate, *ecdsa.PrivateKey) {
	a.t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		a.t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: name}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth, x509.ExtKeyUsageServerAuth},
		IsCA: parent == nil, BasicConstraintsValid: true, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	signer := a.key
	if parent == nil {
		parent, signer = template, key
	}
	der, err := x509.CreateCertificate(rand.Reader, template, parent, &key.PublicKey, signer)
	if err != nil {
		a.t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		a.t.Fatal(err)
	}
	raw, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		a.t.Fatal(err)
	}
	if err := errors.Join(os.WriteFile(a.file(name+".crt"), pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600),
		os.WriteFile(a.file(name+".key"), pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: raw}), 0o600)); err != nil {
		a.t.Fatal(err)
	}
	return cert, key
}

func (a *authority) file(name string) string { return filepath.Join(a.dir, name) }

// A source that asks for mutual TLS answers to the installation's certificate alone, and is believed by its own alone.
func TestMutualTLS(t *testing.T) {
	ours, theirs := newAuthority(t, "ours"), newAuthority(t, "theirs")
	ours.issue("platform", ours.cert)
	theirs.issue("platform", theirs.cert) // the same name from an authority that the department does not know
	theirs.issue("department", theirs.cert)
	pair, err := tls.LoadX509KeyPair(theirs.file("department.crt"), theirs.file("department.key"))
	if err != nil {
		t.Fatal(err)
	}
	clients := x509.NewCertPool()
	clients.AddCert(ours.cert)
	asked := 0
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		raw, _ := io.ReadAll(r.Body)
		var q exchange.Query
		if err := json.Unmarshal(raw, &q); err != nil || len(r.TLS.PeerCertificates) == 0 || r.TLS.PeerCertificates[0].Subject.CommonName != "platform" {
			t.Errorf("%v, certificates %v", err, r.TLS.PeerCertificates)
		}
		body, _ := json.Marshal(exchange.Reply{Version: 1, Message: q.Message, Source: "tax", AnsweredAt: now,
			Answers: []exchange.Answer{{ID: q.Questions[0].ID, Class: "income_tax", IDNumber: "1", Status: exchange.None, AsOf: 20000}}})
		s, _ := key.NewSignature("ANSWER "+r.Header.Get(exchange.HeaderNonce), body, now)
		for name, v := range map[string]string{exchange.HeaderKey: s.Key, exchange.HeaderTime: s.Time, exchange.HeaderNonce: s.Nonce, exchange.HeaderSign: s.Sign} {
			w.Header().Set(name, v)
		}
		_, _ = w.Write(body)
	}))
	srv.TLS = &tls.Config{Certificates: []tls.Certificate{pair}, ClientAuth: tls.RequireAndVerifyClientCert, ClientCAs: clients, MinVersion: tls.VersionTLS12}
	srv.StartTLS()
	defer srv.Close()
	for name, c := range map[string]struct {
		tls                  bool
		ca, certificate, key string
		want                 exchange.FaultKind
	}{
		"as agreed":                       {true, theirs.file("theirs.crt"), ours.file("platform.crt"), ours.file("platform.key"), ""},
		"no certificate of ours":          {false, theirs.file("theirs.crt"), "", "", exchange.Down},
		"another authority's certificate": {true, theirs.file("theirs.crt"), theirs.file("platform.crt"), theirs.file("platform.key"), exchange.Down},
		"asked for, not given":            {true, theirs.file("theirs.crt"), "", "", exchange.Refused},
		"a key of another certificate":    {true, theirs.file("theirs.crt"), ours.file("platform.crt"), theirs.file("platform.key"), exchange.Refused},
		"their authority is not known":    {true, ours.file("ours.crt"), ours.file("platform.crt"), ours.file("platform.key"), exchange.Forged},
		"no file of the authority":        {true, ours.file("nothing.crt"), ours.file("platform.crt"), ours.file("platform.key"), exchange.Refused},
	} {
		before := asked
		src := source(exchange.HTTP, srv.URL)
		src.Transport.TLS, src.Transport.CAFile, src.Transport.CertificateFile, src.Transport.KeyFile = c.tls, c.ca, c.certificate, c.key
		reply, _, err := transport.NewHTTP(exchange.Keys{"tax": key}, clock.NewFake(now)).Send(context.Background(), src, query())
		var f *exchange.Fault
		switch {
		case c.want == "":
			if err != nil || len(reply.Answers) != 1 || asked != before+1 {
				t.Errorf("%s: %v", name, err)
			}
		case !errors.As(err, &f) || f.Kind != c.want || asked != before:
			t.Errorf("%s: got %v, want %s; the department was asked %d times", name, err, c.want, asked-before)
		}
	}
}
