package verification

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
)

// What is refused here was never asked; the reason says what is missing.
const (
	noAuthorisation = "没有有效的核对授权书"
	noClass         = "共享目录里已没有这个数据项"
)

// thing is something asked about somebody: a person of a chunk and a class of the order, both by their place.
type thing struct{ person, class int }

// intake is a chunk of people on its way into an order.
type intake struct {
	order  *orderRow
	people []one
	ids    []uuid.UUID
	at     map[uuid.UUID]int // place of a person
	now    time.Time
	today  calendar.Date
}

// items writes what is asked about people who have just been put in: refused without an authorisation for it, answered where an
// answer is still fresh, silent where the source cannot be asked, else waiting for its question. What belongs together is put
// together here and not by joins: a plan made while these tables were empty would compare each with each.
func (s *Service) items(ctx context.Context, tx pgx.Tx, o *orderRow, people []one, ids []uuid.UUID) error {
	in := &intake{order: o, people: people, ids: ids, at: make(map[uuid.UUID]int, len(people)), now: s.now(), today: s.today()}
	for i := range people {
		in.at[people[i].id] = i
	}
	rights, err := in.rights(ctx, tx)
	if err != nil {
		return err
	}
	fresh, err := in.fresh(ctx, tx)
	if err != nil {
		return err
	}
	rows := newItemRows(len(people) * len(o.Classes))
	for c, id := range o.Classes {
		class, src := s.catalogue.Class(id)
		source, unusable := "", noClass
		if class != nil {
			source, unusable = src.ID, s.settings.Unusable[src.ID]
		}
		for p := range people {
			if class != nil && class.OnlyFor != "" && !s.catalogue.Applies(id, people[p].facts, in.today) {
				continue
			}
			k := thing{p, c}
			right, answer := rights[k], fresh[k]
			switch {
			case right == nil:
				rows.add(in, k, source, "refused", nil, nil, noAuthorisation)
			case answer != nil:
				rows.add(in, k, source, "answered", right, answer, "")
			case unusable != "":
				rows.add(in, k, source, "silent", right, nil, unusable)
			default:
				rows.add(in, k, source, "waiting", right, nil, "")
			}
		}
	}
	loose, err := rows.open(ctx, tx, in)
	if err != nil {
		return err
	}
	if err := rows.insert(ctx, tx, in); err != nil {
		return err
	}
	if len(loose) > 0 {
		if err := s.join(ctx, tx, o, loose); err != nil {
			return err
		}
	}
	return s.auditLeftOut(ctx, tx, o, rows)
}

const selectRights = `select a.person_id, a.id, a.classes from authorisation a where a.person_id = any($1) and a.purpose = $2 and a.withdrawn_at is null
  and a.valid_from <= $3::date and (a.valid_until is null or a.valid_until >= $3::date) order by a.signed_on desc, a.id desc`

// rights are the authorisations in force today, the newest for each thing.
func (in *intake) rights(ctx context.Context, tx pgx.Tx) (map[thing]*uuid.UUID, error) {
	rows, err := tx.Query(ctx, selectRights, in.ids, in.order.Purpose, in.today)
	if err != nil {
		return nil, err
	}
	out := make(map[thing]*uuid.UUID, len(in.people)*len(in.order.Classes))
	var person, id uuid.UUID
	var classes []string
	_, err = pgx.ForEachRow(rows, []any{&person, &id, &classes}, func() error {
		held := id
		for c, class := range in.order.Classes {
			k := thing{in.at[person], c}
			for _, name := range classes {
				if (name == class || name == "*") && out[k] == nil {
					out[k] = &held
				}
			}
		}
		return nil
	})
	return out, err
}

const selectFresh = `select n.person_id, n.class, n.inquiry_id from answer n where n.person_id = any($1) and n.class = any($2) and n.status <> 'unknown'
  and n.fresh_until >= $3::date order by n.received_at desc`

// fresh are the questions whose answers still stand for today, the newest for each thing.
func (in *intake) fresh(ctx context.Context, tx pgx.Tx) (map[thing]*uuid.UUID, error) {
	rows, err := tx.Query(ctx, selectFresh, in.ids, in.order.Classes, in.today)
	if err != nil {
		return nil, err
	}
	out := map[thing]*uuid.UUID{}
	var person, inquiry uuid.UUID
	var class string
	_, err = pgx.ForEachRow(rows, []any{&person, &class, &inquiry}, func() error {
		if k, ok := in.find(person, class); ok && out[k] == nil {
			held := inquiry
			out[k] = &held
		}
		return nil
	})
	return out, err
}

// find is the thing of a person and class.
func (in *intake) find(person uuid.UUID, class string) (thing, bool) {
	p, ok := in.at[person]
	for c, id := range in.order.Classes {
		if id == class {
			return thing{p, c}, ok
		}
	}
	return thing{}, false
}

// hongKongMacao knows residence permits of Hong Kong and Macao residents by the first two digits of their number.
func hongKongMacao(number string) bool {
	return strings.HasPrefix(number, "81") || strings.HasPrefix(number, "82")
}
