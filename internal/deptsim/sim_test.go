package deptsim

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
)

var testToday = calendar.NewDate(2026, 11, 26)

var testPlaces = sync.OnceValue(func() *division.Index {
	rows, err := division.Parse()
	if err != nil {
		panic(err)
	}
	x, err := division.New(rows)
	if err != nil {
		panic(err)
	}
	return x
})

var onePeople = sync.OnceValues(func() (*People, error) {
	return NewPeople(2026, testPlaces(), testToday.AddDays(-60), clock.NewFake(testToday.Time().Add(9*time.Hour)))
})

// testPeople is the population of all tests.
func testPeople(t testing.TB) *People {
	t.Helper()
	p, err := onePeople()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// strange is a class that no line of Go knows, with a field of each type.
func strange(id string) exchange.Class {
	return exchange.Class{ID: id, Name: "从未见过的数据", Fields: []exchange.Field{
		{Key: "label", Name: "名称", Type: exchange.TextField, Required: true},
		{Key: "kind", Name: "种类", Type: exchange.CodeField, Required: true, Options: []exchange.Option{{Code: "a", Label: "甲"}, {Code: "b", Label: "乙"}}},
		{Key: "amount", Name: "金额", Type: exchange.MoneyField, Required: true},
		{Key: "pieces", Name: "个数", Type: exchange.CountField},
		{Key: "since", Name: "起始", Type: exchange.DateField, Required: true},
		{Key: "active", Name: "有效", Type: exchange.FlagField, Required: true},
	}}
}

func testSources() []exchange.Source {
	source := func(id string, kind exchange.Kind) exchange.Source {
		return exchange.Source{ID: id, Name: id, Transport: exchange.Transport{Kind: kind, Folder: id, Format: "csv"},
			Service: exchange.Service{Batch: 50}, Classes: []exchange.Class{strange("strange_" + id), strange("other_" + id)}}
	}
	return []exchange.Source{source("direct", exchange.HTTP), source("later", exchange.Callback), source("dropped", exchange.File), source("clerk", exchange.Desk)}
}

func testKeys(sources []exchange.Source) exchange.Keys {
	out := exchange.Keys{}
	for _, id := range append(ids(sources), LivenessKey) {
		out[id] = exchange.Key{ID: id + "-1", Secret: []byte("a secret of thirty-two bytes for " + id)}
	}
	return out
}

func ids(sources []exchange.Source) []string {
	var out []string
	for _, s := range sources {
		out = append(out, s.ID)
	}
	return out
}

// stage is a simulator with the platform's side of the talk.
type stage struct {
	*Sim
	t   testing.TB
	now *clock.Fake
}

func start(t testing.TB, change func(*Options)) *stage {
	t.Helper()
	now := clock.NewFake(testToday.Time().Add(9 * time.Hour))
	o := Options{Sources: testSources(), People: testPeople(t), Instant: true, Clock: now, Seed: 7, Poll: 5 * time.Millisecond}
	if change != nil {
		change(&o)
	}
	if o.Keys == nil {
		o.Keys = testKeys(o.Sources)
	}
	s, err := Start(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return &stage{s, t, now}
}

// someone is a member of the population.
func someone(p *People, household, member int) (id, name string) {
	h := p.household(household)
	m := h.Members[member%len(h.Members)]
	return m.IDNumber, m.Name
}

// ask makes a query about n people from a household on, and its bytes.
func (s *stage) ask(source, class string, from, n int) (exchange.Query, []byte) {
	s.t.Helper()
	q := exchange.Query{Version: exchange.Version, Message: uuid.New(), Source: source, AskedAt: s.now.Now(), Purpose: "social_assistance"}
	for i := range n {
		id, name := someone(s.o.People, from+i, 0)
		q.Questions = append(q.Questions, exchange.Question{ID: uuid.New(), Class: class, IDNumber: id, Name: name, Authorisation: "440104-2026-000001"})
	}
	return q, s.encode(q)
}

func (s *stage) encode(q exchange.Query) []byte {
	raw, err := json.Marshal(q)
	if err != nil {
		s.t.Fatal(err)
	}
	return raw
}

// post sends a signed body to a source and returns status, body and the answer's signature, with the nonce that was used.
func (s *stage) post(source string, body []byte) (*http.Response, []byte, string) {
	s.t.Helper()
	sig, err := s.o.Keys[source].NewSignature("POST /query", body, s.now.Now())
	if err != nil {
		s.t.Fatal(err)
	}
	res, raw, err := s.send2("POST", s.SourceURL(source)+"/query", body, sig)
	if err != nil {
		return nil, nil, ""
	}
	return res, raw, sig.Nonce
}

// send2 sends with a signature as it is.
func (s *stage) send2(method, url string, body []byte, sig exchange.Signature) (*http.Response, []byte, error) {
	req, err := http.NewRequest(method, url, bytes.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	setSignature(req.Header, sig)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, nil, err
	}
	defer res.Body.Close()
	raw, err := io.ReadAll(res.Body)
	return res, raw, err
}

// reply asks and reads the answer as the platform would.
func (s *stage) reply(source string, q exchange.Query) exchange.Reply {
	s.t.Helper()
	res, raw, nonce := s.post(source, s.encode(q))
	if res == nil || res.StatusCode != http.StatusOK {
		s.t.Fatalf("no answer: %s", raw)
	}
	if err := s.o.Keys[source].Verify("ANSWER "+nonce, raw, signatureOf(res.Header), s.now.Now()); err != nil {
		s.t.Fatal(err)
	}
	return s.read(raw)
}

func (s *stage) read(raw []byte) exchange.Reply {
	s.t.Helper()
	var out exchange.Reply
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&out); err != nil {
		s.t.Fatalf("%v: %s", err, raw)
	}
	return out
}

func TestAnswersAllQuestionsAndRepeatsThem(t *testing.T) {
	s := start(t, nil)
	q, _ := s.ask("direct", "strange_direct", 0, 50)
	r := s.reply("direct", q)
	if r.Message != q.Message || r.Source != "direct" || r.Version != exchange.Version || len(r.Answers) != 50 {
		t.Fatalf("%+v", r)
	}
	status := map[exchange.Status]int{}
	for i, a := range r.Answers {
		x := q.Questions[i]
		if a.ID != x.ID || a.Class != x.Class || a.IDNumber != x.IDNumber {
			t.Errorf("answer %d is to another question", i)
		}
		if a.AsOf > testToday || a.AsOf < testToday.AddDays(-31) {
			t.Errorf("as of %s", a.AsOf)
		}
		if (a.Status == exchange.Found) != (len(a.Records) > 0) {
			t.Errorf("%s with %d records", a.Status, len(a.Records))
		}
		status[a.Status]++
	}
	if status[exchange.Found] == 0 || status[exchange.None] == 0 {
		t.Errorf("answers: %v", status)
	}
}

// The same question gets the same answer: asked again, in another company, by another simulator of the same seed; and another
// one of another population.
func TestAnswersAreTheSeedsAndThePersons(t *testing.T) {
	records := func(s *stage, from, n, pick int) string {
		q, _ := s.ask("direct", "strange_direct", from, n)
		a := s.reply("direct", q).Answers[pick]
		a.ID = uuid.Nil
		raw, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	one, two := start(t, nil), start(t, func(o *Options) { o.Seed = 99 })
	for i := range 30 {
		want := records(one, i, 1, 0)
		if got := records(one, i, 1, 0); got != want {
			t.Fatalf("asked again: %s, before %s", got, want)
		}
		if got := records(two, max(0, i-3), 5, min(i, 3)); got != want {
			t.Fatalf("another simulator: %s, before %s", got, want)
		}
	}
}

// A person whose name the department does not have is nobody it would talk about.
func TestAnotherNameIsUnknown(t *testing.T) {
	s := start(t, nil)
	q, _ := s.ask("direct", "strange_direct", 0, 20)
	for i := range q.Questions {
		q.Questions[i].Name = "另有其人"
	}
	for _, a := range s.reply("direct", q).Answers {
		if a.Status != exchange.Unknown || len(a.Records) > 0 {
			t.Errorf("%+v", a)
		}
	}
}

func TestRefusesWhatIsNotSignedNowAndNew(t *testing.T) {
	s := start(t, nil)
	_, body := s.ask("direct", "strange_direct", 0, 1)
	key := s.o.Keys["direct"]
	sign := func(k exchange.Key, what string, body []byte, at time.Time) exchange.Signature {
		sig, err := k.NewSignature(what, body, at)
		if err != nil {
			t.Fatal(err)
		}
		return sig
	}
	good := sign(key, "POST /query", body, s.now.Now())
	url := s.SourceURL("direct") + "/query"
	if res, _, err := s.send2("POST", url, body, good); err != nil || res.StatusCode != http.StatusOK {
		t.Fatal("the good one is refused", err)
	}
	other := append([]byte(nil), body...)
	other[len(other)-3] ^= 1
	for name, c := range map[string]struct {
		body []byte
		sig  exchange.Signature
		want string
	}{
		"replayed":      {body, good, "replayed"},
		"unsigned":      {body, exchange.Signature{}, "signature"},
		"altered":       {other, sign(key, "POST /query", body, s.now.Now()), "forged"},
		"another place": {body, sign(key, "POST /callback direct", body, s.now.Now()), "forged"},
		"another key":   {body, sign(s.o.Keys["later"], "POST /query", body, s.now.Now()), "signature"},
		"old":           {body, sign(key, "POST /query", body, s.now.Now().Add(-6*time.Minute)), "stale"},
		"of tomorrow":   {body, sign(key, "POST /query", body, s.now.Now().Add(6*time.Minute)), "stale"},
	} {
		before := s.Stats()["direct"]
		res, raw, err := s.send2("POST", url, c.body, c.sig)
		if err != nil || res.StatusCode != http.StatusForbidden {
			t.Errorf("%s: %v %s", name, res, raw)
		}
		after := s.Stats()["direct"]
		if after.Refused[c.want] != before.Refused[c.want]+1 || after.Questions != before.Questions {
			t.Errorf("%s: counted as %v", name, after.Refused)
		}
	}
}

func TestRefusesWhatTheProtocolDoesNotHave(t *testing.T) {
	s := start(t, nil)
	change := func(f func(*exchange.Query)) []byte {
		q, _ := s.ask("direct", "strange_direct", 0, 2)
		f(&q)
		return s.encode(q)
	}
	_, fine := s.ask("direct", "strange_direct", 0, 1)
	for name, c := range map[string]struct {
		body []byte
		want int
	}{
		"no JSON":          {[]byte("?"), 400},
		"two messages":     {append(append([]byte{}, fine...), fine...), 400},
		"unknown field":    {bytes.Replace(fine, []byte(`"version"`), []byte(`"colour":1,"version"`), 1), 400},
		"other version":    {change(func(q *exchange.Query) { q.Version = 2 }), 422},
		"other source":     {change(func(q *exchange.Query) { q.Source = "later" }), 422},
		"unknown class":    {change(func(q *exchange.Query) { q.Questions[0].Class = "strange_later" }), 422},
		"no authorisation": {change(func(q *exchange.Query) { q.Questions[1].Authorisation = "" }), 422},
		"no name":          {change(func(q *exchange.Query) { q.Questions[1].Name = "" }), 422},
		"no purpose":       {change(func(q *exchange.Query) { q.Purpose = "" }), 422},
		"twice the same":   {change(func(q *exchange.Query) { q.Questions[1].ID = q.Questions[0].ID }), 422},
		"no question":      {change(func(q *exchange.Query) { q.Questions = nil }), 422},
		"too many":         {func() []byte { q, _ := s.ask("direct", "strange_direct", 0, 51); return s.encode(q) }(), 422},
	} {
		if res, raw, _ := s.post("direct", c.body); res == nil || res.StatusCode != c.want {
			t.Errorf("%s: want %d, got %v %s", name, c.want, res, raw)
		}
	}
	for _, id := range []string{"dropped", "clerk", "nobody"} {
		if res, _, err := s.send2("POST", s.URL()+"/sources/"+id+"/query", fine, exchange.Signature{}); err != nil || res.StatusCode != http.StatusNotFound {
			t.Errorf("%s answers over HTTP", id)
		}
	}
}

func TestHealthIsSignedBothWays(t *testing.T) {
	s := start(t, nil)
	key := s.o.Keys["later"]
	sig, err := key.NewSignature("GET /health", nil, s.now.Now())
	if err != nil {
		t.Fatal(err)
	}
	res, raw, err := s.send2("GET", s.SourceURL("later")+"/health", nil, sig)
	if err != nil || res.StatusCode != http.StatusOK {
		t.Fatalf("%v %s", err, raw)
	}
	if err := key.Verify("ANSWER "+sig.Nonce, raw, signatureOf(res.Header), s.now.Now()); err != nil {
		t.Error(err)
	}
	if res, _, err := s.send2("GET", s.SourceURL("later")+"/health", nil, exchange.Signature{}); err != nil || res.StatusCode != http.StatusForbidden {
		t.Error("health is told to anybody")
	}
}

func TestNoncesAreForgottenInTime(t *testing.T) {
	n, at := &nonces{}, testToday.Time()
	for i := range 40 {
		now := at.Add(time.Duration(i) * time.Minute)
		if !n.fresh(string(rune('a'+i)), now) {
			t.Fatal("a new nonce is refused")
		}
		for back := 0; back <= min(i, 10); back++ {
			if n.fresh(string(rune('a'+i-back)), now) {
				t.Fatalf("a nonce of %d minutes ago is new", back)
			}
		}
		if len(n.now)+len(n.old) > 22 {
			t.Fatalf("%d nonces are kept", len(n.now)+len(n.old))
		}
	}
}
