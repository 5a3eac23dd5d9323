package deptsim

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"testing"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/exchange"
)

// seen is what the platform's side notices of one exchange.
func (s *stage) seen(source string, q exchange.Query) Fault {
	s.t.Helper()
	res, raw, nonce := s.post(source, s.encode(q))
	switch {
	case res == nil:
		return Down
	case res.StatusCode >= 500:
		return HTTP5xx
	case res.StatusCode == http.StatusTooManyRequests:
		if res.Header.Get("Retry-After") == "" {
			s.t.Error("busy without Retry-After")
		}
		return Busy
	}
	switch err := s.o.Keys[source].Verify("ANSWER "+nonce, raw, signatureOf(res.Header), s.now.Now()); {
	case errors.Is(err, exchange.ErrForged) && bytes.Contains(raw, []byte(q.Message.String())):
		return Forged
	case err != nil:
		return Replayed
	}
	var r exchange.Reply
	if err := json.Unmarshal(raw, &r); err != nil {
		return WrongShape
	}
	asked := map[uuid.UUID]exchange.Question{}
	for _, x := range q.Questions {
		asked[x.ID] = x
	}
	if len(r.Answers) < len(q.Questions) {
		return Half
	}
	for _, a := range r.Answers {
		x := asked[a.ID]
		switch {
		case a.IDNumber != x.IDNumber:
			return WrongPerson
		case a.AsOf < testToday.AddDays(-200):
			return Stale
		case a.Status != exchange.Found && a.Status != exchange.None && a.Status != exchange.Unknown:
			return WrongShape
		}
		for _, rec := range a.Records {
			if !fits(strange(""), rec) {
				return WrongShape
			}
		}
	}
	return ""
}

// fits checks a record against its class as the catalogue does.
func fits(c exchange.Class, rec map[string]any) bool {
	known := 0
	for _, f := range c.Fields {
		v, ok := rec[f.Key]
		if !ok {
			if f.Required {
				return false
			}
			continue
		}
		known++
		_, text := v.(string)
		_, number := v.(float64)
		_, flag := v.(bool)
		switch f.Type {
		case exchange.CountField:
			ok = number
		case exchange.FlagField:
			ok = flag
		default:
			ok = text
		}
		if !ok {
			return false
		}
	}
	return known == len(rec)
}

// near tells whether a count is what a rate makes likely: within four standard deviations.
func near(got, of int, rate float64) bool {
	return math.Abs(float64(got)-rate*float64(of)) <= 4*math.Sqrt(float64(of)*rate*(1-rate))+1
}

// Every fault of a source that answers at once happens at its rate, is what it says, and is counted; none happens unasked.
func TestEachFaultHappensAtItsRate(t *testing.T) {
	const n, rate = 600, 0.3
	for _, f := range []Fault{"", Down, HTTP5xx, Busy, WrongShape, Half, Stale, WrongPerson, Forged, Replayed} {
		t.Run(string(f), func(t *testing.T) {
			s := start(t, func(o *Options) {
				if f != "" {
					o.Faults = Plan{"direct": {f: Rate{Rate: rate}}}
				}
			})
			got := map[Fault]int{}
			for i := range n {
				q, _ := s.ask("direct", "strange_direct", i*2, 4)
				got[s.seen("direct", q)]++
			}
			if f == "" {
				if got[""] != n {
					t.Errorf("faults that nobody switched on: %v", got)
				}
				return
			}
			if got[f]+got[""] != n || !near(got[f], n, rate) {
				t.Errorf("of %d messages: %v", n, got)
			}
			m := s.Stats()["direct"].Faults[f]
			if int(m.Applied) != got[f] {
				t.Errorf("%d were seen, %+v counted", got[f], m)
			}
		})
	}
}

// A run of the same seed meets the same faults, though all ids differ; another seed other ones.
func TestFaultsAreTheSeeds(t *testing.T) {
	run := func(seed uint64) string {
		s := start(t, func(o *Options) {
			o.Seed = seed
			o.Faults = Plan{"*": {Down: Rate{Rate: 0.2}, HTTP5xx: Rate{Rate: 0.2}, Half: Rate{Rate: 0.3}, WrongShape: Rate{Rate: 0.3}}}
		})
		out := ""
		for i := range 80 {
			q, _ := s.ask("direct", "strange_direct", i, 3)
			for range 2 { // asked again: another draw
				out += string(s.seen("direct", q)) + ","
				q.Message = uuid.New()
			}
		}
		return out
	}
	one := run(1)
	if again := run(1); again != one {
		t.Error("the second run met other faults")
	}
	if run(2) == one {
		t.Error("another seed met the same faults")
	}
}

func TestSlowAndNeverTakeTime(t *testing.T) {
	s := start(t, func(o *Options) {
		o.Faults = Plan{"direct": {Slow: Rate{Rate: 1, From: 60 * time.Millisecond, To: 90 * time.Millisecond}}}
	})
	q, _ := s.ask("direct", "strange_direct", 0, 1)
	began := time.Now()
	s.reply("direct", q)
	if took := time.Since(began); took < 60*time.Millisecond {
		t.Errorf("slow took %s", took)
	}
	if err := s.SetFaults(Plan{"direct": {Slow: Rate{}, Never: Rate{Rate: 1}}}); err != nil {
		t.Fatal(err)
	}
	q, body := s.ask("direct", "strange_direct", 0, 1)
	sig, err := s.o.Keys["direct"].NewSignature("POST /query", body, s.now.Now())
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequest("POST", s.SourceURL("direct")+"/query", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	setSignature(req.Header, sig)
	impatient := &http.Client{Timeout: 150 * time.Millisecond}
	if res, err := impatient.Do(req); err == nil {
		t.Errorf("never answered %s", res.Status)
	}
	if asked, answered, _ := s.Asked("direct", q.Questions[0].ID); asked != 1 || answered != 0 {
		t.Errorf("asked %d, answered %d", asked, answered)
	}
}

func TestPlansAreChecked(t *testing.T) {
	s := start(t, nil)
	for _, text := range []string{"nobody.slow=0.1", "direct.grumpy=1", "direct.slow=1.5", "*.slow=-1"} {
		p, err := ParsePlan(text)
		if err == nil {
			err = s.SetFaults(p)
		}
		if err == nil {
			t.Errorf("%s is taken", text)
		}
	}
	for _, text := range []string{"slow=1", "direct.slow", "direct.slow=x"} {
		if _, err := ParsePlan(text); err == nil {
			t.Errorf("%s is read", text)
		}
	}
	p, err := ParsePlan("*.down=0.5, direct.down=0")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.SetFaults(p); err != nil {
		t.Fatal(err)
	}
	if s.switches.rate("later", Down).Rate != 0.5 || s.switches.rate("direct", Down).Rate != 0 {
		t.Error("a source's own rate does not come first")
	}
}

// The admin side asks for its token, changes faults at once and tells what each question met.
func TestFaultsAndStatsOverHTTP(t *testing.T) {
	s := start(t, nil)
	call := func(method, path, token, body string) (int, string) {
		t.Helper()
		req, err := http.NewRequest(method, s.URL()+path, bytes.NewBufferString(body))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Authorization", "Bearer "+token)
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		var b bytes.Buffer
		if _, err := b.ReadFrom(res.Body); err != nil {
			t.Fatal(err)
		}
		return res.StatusCode, b.String()
	}
	for _, c := range []struct{ method, path string }{{"GET", "/faults"}, {"POST", "/faults"}, {"DELETE", "/faults"}, {"GET", "/stats"}, {"POST", "/stats/dump"}, {"DELETE", "/stats"}} {
		for _, token := range []string{"", "wrong"} {
			if code, _ := call(c.method, c.path, token, "{}"); code != http.StatusUnauthorized {
				t.Errorf("%s %s without token: %d", c.method, c.path, code)
			}
		}
	}
	if code, out := call("POST", "/faults", s.Admin(), `{"direct": {"http_5xx": 1, "slow": {"rate": 0.5, "from": "1ms", "to": "2ms"}}}`); code != 200 {
		t.Fatal(out)
	}
	if code, out := call("POST", "/faults", s.Admin(), `{"direct": {"http_5xx": 7}}`); code != 400 {
		t.Error(out)
	}
	q, _ := s.ask("direct", "strange_direct", 0, 2)
	if got := s.seen("direct", q); got != HTTP5xx {
		t.Fatalf("saw %q", got)
	}
	call("DELETE", "/faults", s.Admin(), "")
	q.Message = uuid.New()
	if got := s.seen("direct", q); got != "" {
		t.Fatalf("saw %q after switching off", got)
	}
	_, out := call("GET", "/stats?questions=1&asked=2", s.Admin(), "")
	var stats struct {
		Sources   map[string]Counts
		Questions map[string]map[string][]any
	}
	if err := json.Unmarshal([]byte(out), &stats); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	c := stats.Sources["direct"]
	if c.Messages != 2 || c.Questions != 4 || c.Distinct != 2 || c.AskedMost != 2 || c.Faults[HTTP5xx].Applied != 1 {
		t.Errorf("%+v", c)
	}
	for _, x := range q.Questions {
		line := stats.Questions["direct"][x.ID.String()]
		if fmt.Sprint(line[:2]) != "[2 1]" || !bytes.Contains([]byte(line[2].(string)), []byte("http_5xx")) {
			t.Errorf("question %s: %v", x.ID, line)
		}
	}
	if code, _ := call("POST", "/stats/dump", s.Admin(), ""); code != http.StatusConflict {
		t.Error("a dump without a file")
	}
}

func TestBooksAreBounded(t *testing.T) {
	s := start(t, func(o *Options) { o.Questions = 25; o.StatsFile = t.TempDir() + "/deep/stats.json" })
	for i := range 4 {
		q, _ := s.ask("direct", "strange_direct", i*10, 10)
		s.reply("direct", q)
	}
	c := s.Stats()["direct"]
	if c.Questions != 40 || c.Distinct != 25 || c.NotKept != 15 {
		t.Errorf("%+v", c)
	}
	if err := s.DumpStats(s.o.StatsFile); err != nil {
		t.Fatal(err)
	}
}
