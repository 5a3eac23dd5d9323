package verification

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/exchange"
)

// An answer that comes in two parts leaves the proof of both; both are purged in their time.
func TestEachPartOfAnAnswerIsProven(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	order := f.order([]string{"deposit"}, f.person("*"), f.person("*"), f.person("*"))
	f.pump()
	whole := replyTo(f.dept.sent[0])
	raws := []string{"first part", "second part", "third part"}
	for i, raw := range raws {
		part := *whole
		part.Answers = whole.Answers[i : i+1]
		for range 2 { // brought twice
			if r, err := f.s.Record(ctx, "bank", &part, []byte(raw)); err != nil || r.Taken+r.Again != 1 {
				t.Fatalf("part %d: %+v %v", i+1, r, err)
			}
		}
	}
	if got := f.state(order); got != "answered bank:0/3/0/0" {
		t.Error(got)
	}
	var kept []string
	if err := f.db.InRead(ctx, access.System("test"), func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select raw_sealed from (select raw_sealed, 1 as part from exchange_message union all select raw_sealed, part from exchange_part) p order by part`)
		if err != nil {
			return err
		}
		sealed, err := pgx.CollectRows(rows, pgx.RowTo[[]byte])
		for _, one := range sealed {
			raw, err := f.keys.Open(fieldRaw, one)
			if err != nil {
				return err
			}
			kept = append(kept, raw)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if len(kept) != 3 || kept[0] != raws[0] || kept[1] != raws[1] || kept[2] != raws[2] {
		t.Errorf("kept: %q", kept)
	}
	if n := f.count(`select answers from exchange_message`); n != 3 {
		t.Errorf("the message counts %d answers", n)
	}
	f.clock.Advance(91 * 24 * time.Hour)
	if n, err := f.s.Purge(ctx); err != nil || n != 3 {
		t.Errorf("purged %d, %v", n, err)
	}
	if n := f.count(`select count(*) from exchange_part where raw_sealed is null and raw_digest is not null and raw_size > 0 and purged_at is not null`); n != 2 {
		t.Errorf("%d parts have their proof left", n)
	}
}

// What is signed anew for a case is another authorisation: the one that was withdrawn stays withdrawn, and so holds the
// database.
func TestSignedAnewIsAnotherAuthorisation(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	p, c := f.person(), uuid.New()
	f.exec(`insert into cases (id, number, division, handed_in_division, household_id, applicant_id, applicant_name, member_count, item, pack, pack_version, pack_digest, procedure, status, urban, submitted_at)
values ($1, 'GD-440104-2026-000001', 440104003001, 440104003001, $2, $3, '甲', 1, 'dibao', 'guangdong', '1', '', 'dibao', 'open', true, now())`, c, uuid.New(), p)
	sign := func(on string) {
		f.exec(`insert into case_authorisation (case_id, person_id, division, number, signed_by, guardian, signed_on) values ($1, $2, 440104003001, 'SQ-440104-2026-000001-01', '甲', false, $3)
on conflict (case_id, person_id) do update set signed_by = excluded.signed_by, guardian = excluded.guardian, signed_on = excluded.signed_on, withdrawn_at = null`, c, p, on)
	}
	list := func() []Authorisation {
		out, err := f.s.Authorisations(ctx, officer, p)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	sign("2026-11-01")
	sign("2026-11-01") // a second submit
	if all := list(); len(all) != 1 || !all[0].InForce {
		t.Fatalf("%+v", all)
	}
	first := list()[0]
	if err := f.s.Withdraw(ctx, officer, p, first.ID, "本人撤回"); err != nil {
		t.Fatal(err)
	}
	withdrawn := list()[0]
	if n := f.count(`select count(*) from case_authorisation where withdrawn_at is null`); n != 0 {
		t.Error("the case still counts it")
	}
	sign("2026-11-20")
	sign("2026-11-20")
	all := list()
	if len(all) != 2 || !all[0].InForce || all[0].Number != first.Number+"-2" || all[1].InForce || !all[1].WithdrawnAt.Equal(*withdrawn.WithdrawnAt) || all[1].WithdrawnReason != "本人撤回" {
		t.Fatalf("%+v", all)
	}
	if n := f.count(`select count(*) from case_authorisation where number = $1 and withdrawn_at is null`, all[0].Number); n != 1 {
		t.Error("the case does not name the new one")
	}
	sign("2026-11-25") // replaces it without a withdrawal
	if all = list(); len(all) != 3 || !all[0].InForce || all[0].Number != first.Number+"-3" || all[1].InForce || all[2].InForce {
		t.Errorf("%+v", all)
	}
	if err := f.s.Withdraw(ctx, officer, p, all[0].ID, "本人撤回"); err != nil {
		t.Fatal(err)
	}
	if n := f.count(`select count(*) from case_authorisation where withdrawn_at is null`); n != 0 {
		t.Error("the case still counts the last")
	}
	for name, change := range map[string]string{"comes back": `withdrawn_at = null`, "is moved": `withdrawn_at = now()`, "is widened": `classes = '{*,x}'`, "is of another purpose": `purpose = 'charity'`} {
		err := f.db.InTx(ctx, access.System("test"), func(tx pgx.Tx) error {
			_, err := tx.Exec(ctx, `update authorisation set `+change+` where id = $1`, first.ID)
			return err
		})
		if err == nil {
			t.Errorf("an authorisation %s", name)
		}
	}
}

// A class that is for some people only is asked about those.
func TestClassesAskedAboutSomeOnly(t *testing.T) {
	f := newFixture(t)
	f.shelf[3].Classes[0].OnlyFor = "person.hong_kong_macao"
	here, there := f.person("*"), f.numbered("810000", "*")
	order := f.order([]string{"vehicle", "abroad_assets"}, here, there)
	if a, b := f.count(`select count(*) from verification_item where order_id = $1 and person_id = $2`, order, here), f.count(`select count(*) from verification_item where order_id = $1 and person_id = $2`, order, there); a != 1 || b != 2 {
		t.Errorf("asked %d things about one, %d about the other", a, b)
	}
}

// A source that cannot be asked is silent at once and named; nothing is put on the books.
func TestUnusableSourceIsNamed(t *testing.T) {
	f := newFixture(t)
	f.s.settings.Unusable = map[string]string{"tax": "来源尚未接入"}
	order := f.order([]string{"vehicle", "wage"}, f.person("*"), f.person())
	f.pump()
	if got := f.state(order); got != "answered police:0/1/0/1 tax:0/0/1/1" {
		t.Error(got)
	}
	if n := f.count(`select count(*) from inquiry where source = 'tax'`); n != 0 {
		t.Errorf("%d questions are open", n)
	}
	for _, p := range f.s.Begin() {
		if p.Source == "tax" {
			t.Error("it is worked on")
		}
	}
}

var errAway = errors.New("the folder is away")

// laid plays the folder of a file source.
type laid struct{ give func(to exchange.Taker) error }

func (l laid) Poll(_ context.Context, _ *exchange.Source, to exchange.Taker) (int, int, error) {
	return 0, 0, l.give(to)
}

// What lies in a folder is taken by one process at a time; what cannot be read fails its message, which is asked again.
func TestFolderOfAFileSource(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	bank := f.shelf.Source("bank")
	f.order([]string{"deposit"}, f.person("*"))
	f.pump()
	message := f.dept.sent[0].Message
	bank.Transport.Kind = exchange.File
	looked := 0
	other := f.process()
	f.s.settings.Inbox = laid{func(to exchange.Taker) error {
		looked++
		if looked > 1 {
			return errAway
		}
		if err := other.fetch(ctx, bank); err != nil { // while this one looks
			t.Error(err)
		}
		return to.Spoilt(ctx, message, &exchange.Fault{Kind: exchange.BadAnswer, Detail: "表头不对"})
	}}
	other.settings.Inbox = laid{func(exchange.Taker) error { t.Error("two processes look into one folder"); return nil }}
	if err := f.s.fetch(ctx, bank); err != nil {
		t.Fatal(err)
	}
	if n := f.count(`select count(*) from exchange_message where id = $1 and state = 'failed' and fault like '%表头不对%'`, message); n != 1 {
		t.Error("the message does not say what was wrong")
	}
	if n := f.count(`select count(*) from inquiry where state = 'waiting' and attempts = 1`); n != 1 {
		t.Error("the question is not asked again")
	}
	if err := f.s.fetch(ctx, bank); !errors.Is(err, errAway) {
		t.Errorf("an error of the folder: %v", err)
	}
}
