package exchange

import (
	"testing"

	"github.com/google/uuid"
)

const session = "01900000-0000-7000-8000-000000000001"

func TestLivenessResultsThatDoNotFit(t *testing.T) {
	good := `{"version":1,"session":"` + session + `","id_number":"4401","state":"passed","score":0.9,"at":"2026-11-26T09:00:00+08:00"}`
	if r, err := ParseLivenessResult([]byte(good)); err != nil || r.State != LivenessPassed {
		t.Fatal(err)
	}
	for _, bad := range []string{
		``, `[]`, good + `{}`, good[:40], `{"version":2,"session":"` + session + `","id_number":"4401","state":"pending"}`, `{"version":1,"session":"` + session + `","state":"pending"}`,
		`{"version":1,"session":"` + session + `","id_number":"4401","state":"alive"}`, `{"version":1,"session":"` + session + `","id_number":"4401","state":"silent"}`,
		`{"version":1,"session":"` + session + `","id_number":"4401","state":"passed","at":"2026-11-26T09:00:00+08:00"}`,
		`{"version":1,"session":"` + session + `","id_number":"4401","state":"passed","score":1.2,"at":"2026-11-26T09:00:00+08:00"}`,
		`{"version":1,"session":"` + session + `","id_number":"4401","state":"pending","at":"2026-11-26T09:00:00+08:00"}`,
		`{"version":1,"session":"` + session + `","id_number":"4401","state":"pending","picture":"x"}`,
	} {
		if _, err := ParseLivenessResult([]byte(bad)); err == nil {
			t.Errorf("taken: %s", bad)
		}
	}
	id := uuid.MustParse(session)
	if url, err := ParseLivenessStarted([]byte(`{"version":1,"session":"`+session+`","url":"https://live.example/1"}`), id); err != nil || url == "" {
		t.Error(err)
	}
	for _, bad := range []string{`{"version":1,"session":"` + session + `","url":"javascript:alert(1)"}`, `{"version":1,"session":"` + uuid.NewString() + `","url":"https://live.example/1"}`, `{}`} {
		if _, err := ParseLivenessStarted([]byte(bad), id); err == nil {
			t.Errorf("taken: %s", bad)
		}
	}
}

func FuzzParseLivenessResult(f *testing.F) {
	f.Add([]byte(`{"version":1,"session":"` + session + `","id_number":"4401","state":"passed","score":0.9,"at":"2026-11-26T09:00:00+08:00"}`))
	f.Add([]byte(`{"version":1,"session":"` + session + `","id_number":"4401","state":"pending"}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, err := ParseLivenessResult(raw)
		if err == nil && (r.Session == uuid.Nil || r.IDNumber == "" || (r.State == LivenessPending) != (r.At == nil)) {
			t.Errorf("%+v", r)
		}
	})
}
