package casefixture

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/idnum"
)

// Human is one member of a test household.
type Human struct {
	ID      uuid.UUID
	Name    string
	Birth   calendar.Date
	Account string // "" for none
}

// File is a case of a household.
type File struct {
	ID, Household uuid.UUID
	Number        string
	Members       []Human // the applicant first
}

// Human is a person not yet in the register; CaseOf puts them there.
func (w *World) Human(name string, birth calendar.Date, account string) Human {
	return Human{ID: uuid.Must(uuid.NewV7()), Name: name, Birth: birth, Account: account}
}

// Grown is a grown person with a bank account.
func (w *World) Grown(name string) Human {
	return w.Human(name, calendar.NewDate(1970, 5, 1), idnum.MakeCard("621700001234567890"))
}

// CaseOf registers a household at a village and an open case of it, the first human as applicant.
func (w *World) CaseOf(at int64, item string, people ...Human) File {
	w.T.Helper()
	n := w.seq.Add(1)
	f := File{ID: uuid.Must(uuid.NewV7()), Household: uuid.Must(uuid.NewV7()), Number: fmt.Sprintf("44-%d-2026-%06d", at, n), Members: people}
	now := w.Clock.Now()
	w.Tx(func(ctx context.Context, tx pgx.Tx) error {
		var b pgx.Batch
		for i, p := range people {
			id := idnum.MakeResident(int(at/1e6), p.Birth, int(n*7+int64(i))%500, 1)
			b.Queue(`insert into person (id, division, name, sex, birth, id_sealed, id_blind, phone_sealed, account_sealed, bank_name, address_sealed, register_division,
				residence_division, created_at, updated_at) values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $2, $2, $11, $11)`, p.ID, at, p.Name, p.Birth,
				w.Keys.Seal("person.id", id), w.Keys.Blind("person.id", p.ID.String()), w.Keys.Seal("person.phone", "13800001234"),
				w.Keys.Seal("person.account", p.Account), "广州农村商业银行", w.Keys.Seal("person.address", "北京路1号"), now)
		}
		b.Queue(`insert into household (id, division, head_id, urban, since, created_at, updated_at) values ($1, $2, $3, true, $4, $5, $5)`,
			f.Household, at, people[0].ID, calendar.DateOf(now), now)
		b.Queue(`insert into cases (id, number, division, handed_in_division, household_id, applicant_id, applicant_name, member_count, item, pack, pack_version,
			pack_digest, procedure, status, urban, submitted_at, accepted_at) values ($1, $2, $3, $3, $4, $5, $6, $7, $8, 'guangdong', '1', 'd', 'dibao', 'open', true, $9, $9)`,
			f.ID, f.Number, at, f.Household, people[0].ID, people[0].Name, len(people), item, now)
		for i, p := range people {
			role, relation := "member", "20"
			if i == 0 {
				role, relation = "applicant", "02"
			}
			b.Queue(`insert into case_member (case_id, person_id, division, name, id_masked, relation, sex, birth, role, seq) values ($1, $2, $3, $4, '', $5, 1, $6, $7, $8)`,
				f.ID, p.ID, at, p.Name, relation, p.Birth, role, i)
		}
		return tx.SendBatch(ctx, &b).Close()
	})
	return f
}

// Decide stores a decision as casework does; result may be nil.
func (w *World) Decide(f File, outcome string, amount int64, result any) {
	w.T.Helper()
	if result == nil {
		result = map[string]any{"outcome": outcome}
	}
	data, err := json.Marshal(result)
	if err != nil {
		w.T.Fatal(err)
	}
	w.Exec(`insert into case_decision (case_id, division, outcome, amount_fen, reason, facts, result, decided_at, decided_by, by_name)
		select id, division, $2, $3, '', '{}', $4, $5, $6, '赵审批' from cases where id = $1`, f.ID, outcome, amount, data, w.Clock.Now(), uuid.New())
}
