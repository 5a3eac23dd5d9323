package bench

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/clock"
	"zhongfu/internal/demo"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres"
	"zhongfu/internal/seal"
	"zhongfu/internal/synth"
	"zhongfu/policies"
)

// Part is a part of the platform on its own, on one core.
type Part struct {
	Name, Unit string
	PerSecond  Spread
}

func (r *run) parts(ctx context.Context) ([]Part, error) {
	r.say("测量各部件")
	keys, err := openKeys(r.o.KeyFile)
	if err != nil {
		return nil, err
	}
	g, err := synth.New(r.o.Seed, r.places, synth.Options{})
	if err != nil {
		return nil, err
	}
	out := []Part{r.synthesis(g)}
	rules, err := r.policy(g)
	if err != nil {
		return nil, err
	}
	out = append(append(out, rules), r.sealing(keys)...)
	chain, err := r.chain(ctx, keys)
	return append(out, chain...), err
}

// repeat calls do with a growing number until a round lasts long enough, five times over.
func (r *run) repeat(name, unit string, do func(n int) int) Part {
	length := max(r.o.slice(), 50*time.Millisecond)
	var rates []float64
	for range r.o.turns() {
		total, start := 0, time.Now()
		for time.Since(start) < length/4 {
			total += do(1000)
		}
		rates = append(rates, float64(total)/time.Since(start).Seconds())
	}
	return Part{name, unit, spreadOf(rates)}
}

func (r *run) synthesis(g *synth.Generator) Part {
	i := 0
	return r.repeat("synthetic households", "people", func(n int) int {
		people := 0
		for range n {
			h := g.Household(i % g.Capacity())
			people += len(h.Members)
			i++
		}
		return people
	})
}

func (r *run) policy(g *synth.Generator) (Part, error) {
	pack, err := policy.Load(policies.FS, "guangdong")
	if err != nil {
		return Part{}, err
	}
	var inputs []policy.Input
	today := clock.Today(clock.System{})
	for i := range 1000 {
		h := g.Household(i)
		inputs = append(inputs, demo.PolicyInput(&h, today))
	}
	var failed error
	part := r.repeat("policy, one dibao evaluation with values, reasons and clauses", "households", func(n int) int {
		for i := range n {
			if _, err := pack.Evaluate("dibao", inputs[i%len(inputs)]); err != nil {
				failed = err
			}
		}
		return n
	})
	return part, failed
}

func (r *run) sealing(keys *seal.Keyring) []Part {
	const field, text = "person.id", "44010419900307231X"
	sealed := keys.Seal(field, text)
	return []Part{
		r.repeat("SM4-GCM seal of an 18-byte field", "fields", func(n int) int {
			for range n {
				keys.Seal(field, text)
			}
			return n
		}),
		r.repeat("SM4-GCM open of an 18-byte field", "fields", func(n int) int {
			for range n {
				_, _ = keys.Open(field, sealed)
			}
			return n
		}),
		r.repeat("HMAC-SM3 blind index of an 18-byte field", "fields", func(n int) int {
			for range n {
				keys.Blind(field, text)
			}
			return n
		}),
	}
}

// chain seals and verifies audit events in the scratch database.
func (r *run) chain(ctx context.Context, keys *seal.Keyring) ([]Part, error) {
	url, err := r.o.Server.url(scratchName)
	if err != nil {
		return nil, err
	}
	db, err := postgres.Open(ctx, url, 2)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	each := min(20_000, max(1_000, r.o.People/20))
	var sealRate, verifyRate []float64
	for round := range r.o.turns() {
		if err := events(ctx, db, round*each, each); err != nil {
			return nil, err
		}
		start := time.Now()
		n, err := audit.Seal(ctx, db, keys, time.Now(), each)
		if err != nil || n != each {
			return nil, fmt.Errorf("bench: sealed %d of %d events: %w", n, each, err)
		}
		sealRate = append(sealRate, float64(n)/time.Since(start).Seconds())
		start = time.Now()
		v, err := audit.Verify(ctx, db, keys, nil)
		if err != nil || !v.Sound() {
			return nil, fmt.Errorf("bench: the chain does not verify: %v %w", v.Faults, err)
		}
		verifyRate = append(verifyRate, float64(v.Sealed)/time.Since(start).Seconds())
	}
	return []Part{{"audit, sealing into the SM3 chain, database included", "events", spreadOf(sealRate)},
		{"audit, verifying the whole chain, database included", "events", spreadOf(verifyRate)}}, nil
}

// events writes audit events of the usual kind.
func events(ctx context.Context, db *postgres.DB, from, n int) error {
	actor := access.Actor{Staff: uuid.New(), Name: "王丽", Role: access.TownClerk, Level: access.Town, Division: 440104003000, Lo: 440104003000, Hi: 440104003999, Remote: "127.0.0.1"}
	now := time.Now().Truncate(time.Second)
	for done := 0; done < n; done += 500 {
		err := db.InTx(ctx, actor, func(tx pgx.Tx) error {
			b := &pgx.Batch{}
			for i := done; i < min(n, done+500); i++ {
				if err := audit.Queue(b, now.Add(time.Duration(from+i)*time.Microsecond), actor, audit.Event{Action: "case.accept", ObjectKind: "case", ObjectID: fmt.Sprintf("GD-440104-2026-%06d", i),
					Root: uuid.New(), Division: actor.Division, Before: map[string]any{"status": "open", "version": 1}, After: map[string]any{"status": "open", "version": 2}}); err != nil {
					return err
				}
			}
			return tx.SendBatch(ctx, b).Close()
		})
		if err != nil {
			return err
		}
	}
	return nil
}
