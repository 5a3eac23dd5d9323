package liveness

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
	"zhongfu/internal/policy"
	"zhongfu/policies"
)

// provider plays the provider; say decides what becomes of a person, by ID number.
type provider struct {
	f      *fixture
	mu     sync.Mutex
	say    map[string]exchange.LivenessState
	fail   error
	starts map[uuid.UUID]int
	of     map[uuid.UUID]string
}

func (p *provider) Start(_ context.Context, in exchange.LivenessStart) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.starts[in.Session]++
	if p.fail != nil {
		return "", p.fail
	}
	p.of[in.Session] = in.IDNumber
	return "https://live.example/" + in.Session.String(), nil
}

func (p *provider) Result(_ context.Context, session uuid.UUID) (exchange.LivenessResult, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fail != nil {
		return exchange.LivenessResult{}, p.fail
	}
	number, ok := p.of[session]
	if !ok {
		return exchange.LivenessResult{}, &exchange.Fault{Kind: exchange.Refused, Status: 404}
	}
	return p.f.result(session, number, p.say[number]), nil
}

type fixture struct {
	*testing.T
	*casefixture.World
	provider *provider
	s        *Service
	n        int
	numbers  map[uuid.UUID]string
}

var (
	officer   = casefixture.Actor(access.VerificationOfficer, casefixture.Yuexiu)
	clerk     = casefixture.Actor(access.TownClerk, casefixture.Beijing)
	assistant = casefixture.Actor(access.VillageAssistant, casefixture.Village)
)

func library(t testing.TB) policy.Library {
	t.Helper()
	p, err := policy.Load(policies.FS, "guangdong")
	if err != nil {
		t.Fatal(err)
	}
	return policy.Shelf{p}
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	f := &fixture{T: t, World: casefixture.New(t), numbers: map[uuid.UUID]string{}}
	f.provider = &provider{f: f, say: map[string]exchange.LivenessState{}, starts: map[uuid.UUID]int{}, of: map[uuid.UUID]string{}}
	f.s = f.process(Settings{Provider: f.provider, Callback: "https://zf.example/api/exchange/callback/liveness"})
	return f
}

func (f *fixture) process(set Settings) *Service {
	return New(f.DB, f.Keys, f.Clock, division.Default(), library(f.T), casefixture.NoJobs{}, set)
}

// somebody on dibao; who of no answer is pending.
type who struct {
	at         int64
	says       exchange.LivenessState
	mute, bare bool // without phone, without authorisation
	born       string
	kind       string
}

func (f *fixture) person(w who) uuid.UUID {
	f.Helper()
	f.n++
	id, number := uuid.Must(uuid.NewV7()), fmt.Sprintf("44010419500101%04d", f.n)
	f.numbers[id] = number
	if w.at == 0 {
		w.at = casefixture.Village
	}
	if w.born == "" {
		w.born = "1950-01-01"
	}
	if w.kind == "" {
		w.kind = "dibao"
	}
	if w.says == "" {
		w.says = exchange.LivenessPending
	}
	var phone []byte
	if !w.mute {
		phone = f.Keys.Seal("person.phone", "13800000000")
	}
	now := f.Clock.Now()
	f.Exec(`insert into person (id, division, name, sex, birth, id_sealed, id_blind, phone_sealed, register_division, residence_division, created_at, updated_at)
values ($1, $2, $3, 1, $4, $5, $6, $7, $2, $2, $8, $8)`, id, w.at, fmt.Sprintf("老%d", f.n), w.born, f.Keys.Seal(fieldID, number), f.Keys.Blind(fieldID, number), phone, now)
	f.Exec(`insert into category (person_id, id, division, kind, since, created_at) values ($1, gen_random_uuid(), $2, $3, '2026-01-01', $4)`, id, w.at, w.kind, now)
	if !w.bare {
		f.authorise(id, "liveness")
	}
	f.provider.mu.Lock()
	f.provider.say[number] = w.says
	f.provider.mu.Unlock()
	return id
}

func (f *fixture) authorise(person uuid.UUID, purpose string) {
	f.Exec(`insert into authorisation (person_id, id, division, number, purpose, classes, signed_how, signed_by, signed_on, valid_from, created_at)
select id, gen_random_uuid(), division, $2, $3, '{*}', 'online', name, '2026-11-01', '2026-11-01', $4 from person where id = $1`, person, "SQ-"+uuid.NewString(), purpose, f.Clock.Now())
}

func (f *fixture) result(session uuid.UUID, number string, state exchange.LivenessState) exchange.LivenessResult {
	r := exchange.LivenessResult{Version: 1, Session: session, IDNumber: number, State: state}
	if state != exchange.LivenessPending {
		at := f.Clock.Now()
		r.At = &at
	}
	if state == exchange.LivenessPassed || state == exchange.LivenessFailed {
		r.Score = json.Number("0.9")
	}
	return r
}

// assist hires an assistant in a village.
func (f *fixture) assist(at int64) {
	f.Exec(`with o as (insert into organisation (id, division, level, kind, name, created_at) values (gen_random_uuid(), $1, 5, 'village_committee', '某社区', now()) returning id),
f as (insert into staff (id, login, name, organisation_id, division, password_hash, password_changed_at, created_at) select gen_random_uuid(), 'v' || $1::text, '村协', id, $1, '', now(), now() from o returning id)
insert into staff_assignment (staff_id, id, role, division, level, since) select id, gen_random_uuid(), 'village_assistant', $1, 5, now() from f`, at)
}

func ruleOf(kinds ...string) LivenessInput {
	return LivenessInput{ID: uuid.Must(uuid.NewV7()), Place: casefixture.Yuexiu, Title: "十一月认证", Method: ByRule, Choice: LivenessSelection{Categories: kinds}}
}

// begin starts a campaign and works until nothing is due.
func (f *fixture) begin(in LivenessInput) uuid.UUID {
	f.Helper()
	ctx := context.Background()
	if _, err := f.s.Start(ctx, officer, in); err != nil {
		f.Fatal(err)
	}
	if err := f.s.prepare(ctx, in.ID); err != nil {
		f.Fatal(err)
	}
	f.work()
	return in.ID
}

func (f *fixture) work() {
	f.Helper()
	if err := f.s.work(context.Background()); err != nil {
		f.Fatal(err)
	}
}

func (f *fixture) state(campaign, person uuid.UUID) (out string) {
	f.Helper()
	f.Tx(func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select state || case when why = '' then '' else ' ' || why end from liveness_person where campaign_id = $1 and person_id = $2`, campaign, person).Scan(&out)
	})
	return out
}

func (f *fixture) session(person uuid.UUID) (out uuid.UUID) {
	f.Helper()
	f.Tx(func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select id from liveness_session where person_id = $1 order by created_at desc, invitation desc limit 1`, person).Scan(&out)
	})
	return out
}

func (f *fixture) get(actor access.Actor, id uuid.UUID) LivenessCampaign {
	f.Helper()
	c, err := f.s.Get(context.Background(), actor, id)
	if err != nil {
		f.Fatal(err)
	}
	return c
}
