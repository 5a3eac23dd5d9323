package benefit

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/codes"
	"zhongfu/internal/division"
	"zhongfu/internal/registry"
)

// confirmed is what a decision says about whom, and from when.
type confirmed struct {
	caseID, household, applicant uuid.UUID
	number, item, payee          string
	division                     int64
	amount                       int64
	memberCount                  int
	decidedAt                    time.Time
	idSealed, accountSealed      []byte
	bank                         string
	members                      []uuid.UUID
	person                       *uuid.UUID // for whom, where the item is recognised by person
}

// Open opens the entitlement of a confirmed case and gives its members their category. It may run any number of times
// and at the same time: the household's lock and the case's own key leave one entitlement. A case that is not confirmed
// opens nothing; a category without money (低保边缘) opens no entitlement.
func (s *Service) Open(ctx context.Context, caseID uuid.UUID) error {
	actor := access.System("待遇开通")
	return s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		c, err := readConfirmed(ctx, tx, caseID)
		if errors.Is(err, pgx.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `select pg_advisory_xact_lock(hashtextextended('entitlement:' || $1, 0))`, c.household.String()); err != nil {
			return err
		}
		var done bool
		if err := tx.QueryRow(ctx, `select exists (select from entitlement where case_id = $1)
			or exists (select from category where person_id = any($2) and case_id = $1)`, caseID, c.members).Scan(&done); err != nil || done {
			return err
		}
		first := calendar.DateOf(c.decidedAt).MonthStart().AddMonths(1)
		if c.amount > 0 {
			if err := s.insert(ctx, tx, c, first); err != nil {
				return err
			}
		}
		if err := s.addCategories(ctx, tx, actor, c); err != nil {
			return err
		}
		return audit.Write(ctx, tx, s.clock.Now(), actor, audit.Event{Action: "entitlement.open", ObjectKind: "entitlement", ObjectID: c.number,
			Root: caseID, Division: c.division, After: map[string]any{"item": c.item, "amount_fen": c.amount, "first_month": MonthText(first), "members": len(c.members)}})
	})
}

func readConfirmed(ctx context.Context, tx pgx.Tx, caseID uuid.UUID) (confirmed, error) {
	c := confirmed{caseID: caseID}
	var result []byte
	err := tx.QueryRow(ctx, `select c.number, c.item, c.household_id, c.applicant_id, c.applicant_name, c.division, d.amount_fen, c.member_count,
		d.decided_at, d.result, p.id_sealed, p.account_sealed, p.bank_name
		from case_decision d join cases c on c.id = d.case_id join person p on p.id = c.applicant_id
		where d.case_id = $1 and d.outcome = 'confirmed'`, caseID).
		Scan(&c.number, &c.item, &c.household, &c.applicant, &c.payee, &c.division, &c.amount, &c.memberCount,
			&c.decidedAt, &result, &c.idSealed, &c.accountSealed, &c.bank)
	if err != nil {
		return c, err
	}
	rows, err := tx.Query(ctx, `select person_id from case_member where case_id = $1 and role <> 'supporter' order by seq`, caseID)
	if err != nil {
		return c, err
	}
	if c.members, err = pgx.CollectRows(rows, pgx.RowTo[uuid.UUID]); err != nil {
		return c, err
	}
	if err := c.count(result); err != nil {
		return c, fmt.Errorf("benefit: result of case %s: %w", c.number, err)
	}
	return c, nil
}

// count leaves those members whom the policy's result counted. A result for one person of the household (单人保) names
// that person.
func (c *confirmed) count(result []byte) error {
	var r struct {
		Person  string `json:"person"`
		Members []struct {
			ID      string `json:"id"`
			Counted *bool  `json:"counted"`
		} `json:"members"`
	}
	if err := json.Unmarshal(result, &r); err != nil {
		return err
	}
	out := map[string]bool{}
	for _, m := range r.Members {
		if m.Counted != nil && !*m.Counted {
			out[m.ID] = true
		}
	}
	if r.Person != "" {
		id, err := uuid.Parse(r.Person)
		if err != nil {
			return err
		}
		c.person = &id
	}
	c.members = slices.DeleteFunc(c.members, func(id uuid.UUID) bool {
		return out[id.String()] || (r.Person != "" && r.Person != id.String())
	})
	if n := len(c.members); n > 0 {
		c.memberCount = n
	}
	return nil
}

// insert opens the entitlement. One of an earlier decision that runs for the same household (or person of it) and item is
// followed by it from its first month; if a later decision has been worked on before this one, this one ends where that begins.
func (s *Service) insert(ctx context.Context, tx pgx.Tx, c confirmed, first calendar.Date) error {
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `update entitlement e set end_month = greatest(e.first_month, $3), ended_reason = $4
		from case_decision d where d.case_id = e.case_id and d.decided_at < $5
		and e.household_id = $1 and e.item = $2 and e.of_person is not distinct from $6 and (e.end_month is null or e.end_month > $3)`,
		c.household, c.item, first, "由案件 "+c.number+" 的决定接续", c.decidedAt, c.person); err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `insert into entitlement (household_id, id, division, county, case_id, item, payee_id, payee_name, id_sealed, account_sealed,
		bank_name, member_count, amount_fen, first_month, end_month, opened_at, of_person)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
			(select greatest(e.first_month, $14) from entitlement e join case_decision d on d.case_id = e.case_id
			 where e.household_id = $1 and e.item = $6 and e.of_person is not distinct from $17 and d.decided_at > $15 order by e.first_month limit 1), $16, $17)
		on conflict (case_id) do nothing`,
		c.household, id, c.division, division.At(c.division, division.County), c.caseID, c.item, c.applicant, c.payee, c.idSealed, c.accountSealed,
		c.bank, c.memberCount, c.amount, first, c.decidedAt, s.clock.Now(), c.person)
	return err
}

func (s *Service) addCategories(ctx context.Context, tx pgx.Tx, actor access.Actor, c confirmed) error {
	if s.categories == nil {
		return errors.New("benefit: no register to note categories in")
	}
	for _, m := range c.members {
		if _, err := s.categories.AddCategory(ctx, tx, actor, registry.CategoryInput{Person: m, Household: &c.household, Case: &c.caseID,
			Kind: categoryOf(c.item), Since: calendar.DateOf(c.decidedAt)}); err != nil {
			return err
		}
	}
	return nil
}

// categoryOf is the register's category of the same name, 其他困难人员 where there is none.
func categoryOf(item string) string {
	if codes.Category.Valid(item) {
		return item
	}
	return "other"
}
