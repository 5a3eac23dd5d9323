package deptsim

import (
	"bytes"
	"io"
	"net/http"
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/exchange"
)

// Questions a second over the loopback in batches of 50, signed and verified on both sides of the wire by nobody but the
// simulator: the ceiling that a measurement of the platform stands beside.
func BenchmarkAnswersInBatchesOf50(b *testing.B) {
	s := start(b, nil)
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 8}}
	b.RunParallel(func(pb *testing.PB) {
		q, _ := s.ask("direct", "strange_direct", 0, 50)
		for pb.Next() {
			q.Message = uuid.New()
			for i := range q.Questions {
				q.Questions[i].ID = uuid.New()
			}
			body := s.encode(q)
			sig, err := s.o.Keys["direct"].NewSignature("POST /query", body, s.now.Now())
			if err != nil {
				b.Fatal(err)
			}
			req, err := http.NewRequest("POST", s.SourceURL("direct")+"/query", bytes.NewReader(body))
			if err != nil {
				b.Fatal(err)
			}
			setSignature(req.Header, sig)
			res, err := client.Do(req)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := io.Copy(io.Discard, res.Body); err != nil || res.StatusCode != http.StatusOK {
				b.Fatal(res.Status, err)
			}
			_ = res.Body.Close()
		}
	})
	b.ReportMetric(float64(b.N*50)/b.Elapsed().Seconds(), "questions/s")
	if c := s.Stats()["direct"]; c.Questions < int64(b.N)*50 || c.Answers[string(exchange.Found)] == 0 {
		b.Fatalf("%+v", c)
	}
}
