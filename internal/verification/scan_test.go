package verification

import (
	"bytes"
	"context"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"

	"zhongfu/internal/attachment"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// A paper's scan is known by its bytes and not by its name, is kept sealed with kind, size and digest, and its digest stands in the text
// that is kept; what is no scan is refused in words at the field, and nothing is kept of it.
func TestPaperKeepsItsScan(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	p := f.person()
	paper := func(scan []byte) AuthorisationInput {
		return AuthorisationInput{ID: uuid.Must(uuid.NewV7()), PersonID: p, Purpose: ForAssistance, SignedHow: "paper", SignedBy: "甲1", SignedOn: calendar.DateOf(noon), Scan: scan}
	}
	whole := drawn(t)
	for what, c := range map[string]struct {
		scan []byte
		say  string
	}{
		"a text":     {[]byte("授权书"), "文件内容不是 JPG、PNG、WebP 图片或 PDF"},
		"a program":  {append([]byte("MZ"), make([]byte, 200)...), "这是可执行程序"},
		"a workbook": {append([]byte("PK\x03\x04"), make([]byte, 200)...), "另存为 PDF"},
		"half":       {whole[:len(whole)/2], "图片不完整或已损坏"},
		"too large":  {append(bytes.Clone(whole), make([]byte, attachment.MaxBytes)...), "文件超过 10 MB"},
	} {
		_, err := f.s.Authorise(ctx, officer, paper(c.scan))
		if e := errs.As(err); e == nil || len(e.Fields) != 1 || e.Fields[0].Name != "scan" || !strings.Contains(e.Fields[0].Message, c.say) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if f.count(`select count(*) from authorisation`) != 0 || f.count(`select count(*) from authorisation_image`) != 0 {
		t.Fatal("something was kept of what is no scan")
	}
	in := paper(append(bytes.Clone(whole), "what somebody hung on"...))
	if _, err := f.s.Authorise(ctx, officer, in); err != nil {
		t.Fatal(err)
	}
	sum := sm3.Sum(whole)
	digest := hex.EncodeToString(sum[:])
	if n := f.count(`select count(*) from authorisation_image where kind = 'scan' and mime = $1 and size = $2 and encode(digest, 'hex') = $3 and position($4::bytea in sealed) = 0`,
		attachment.PNG, len(whole), digest, whole[:40]); n != 1 {
		t.Error("the scan is not kept sealed with its kind, size and digest")
	}
	d, err := f.s.AuthorisationOf(ctx, officer, p, in.ID)
	if err != nil || !d.Scan || d.Signature || !d.Unchanged || !strings.Contains(d.Text, "扫描件 SM3："+digest) || !strings.Contains(d.Text, "纸质签署") {
		t.Errorf("%+v %v", d, err)
	}
	mime, content, err := f.s.AuthorisationImage(ctx, officer, p, in.ID, "scan")
	if err != nil || mime != attachment.PNG || !bytes.Equal(content, whole) {
		t.Errorf("opened %s, %d bytes, %v", mime, len(content), err)
	}
	if n := f.count(`select count(*) from audit_event where action = 'verification.read' and object_id = $1 and root_id = $2`, d.Number, p); n != 1 {
		t.Errorf("opening it is audited %d times", n)
	}
	if _, _, err := f.s.AuthorisationImage(ctx, officer, p, in.ID, "signature"); !errs.Is(err, errs.NotFound) {
		t.Errorf("a signature on paper: %v", err)
	}
}
