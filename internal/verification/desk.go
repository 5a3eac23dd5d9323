package verification

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
	"zhongfu/internal/idnum"
	"zhongfu/internal/keyset"
)

// DeskQuestion is one question on a department's desk: who is asked about and what, nothing else of the case.
type DeskQuestion struct {
	PersonID   uuid.UUID     `json:"person_id"`
	ID         uuid.UUID     `json:"id"`
	Source     string        `json:"source"`
	SourceName string        `json:"source_name"`
	Class      string        `json:"class"`
	ClassName  string        `json:"class_name"`
	Name       string        `json:"name"`
	IDMasked   string        `json:"id_masked"`
	Purpose    string        `json:"purpose" doc:"Chinese"`
	AskedAt    time.Time     `json:"asked_at"`
	Due        calendar.Date `json:"due" doc:"last day"`
	LeftDays   int           `json:"left_days" doc:"working days left, negative when late"`
	State      string        `json:"state" enum:"open,answered"`
	AnsweredAt *time.Time    `json:"answered_at"`
	AnsweredBy string        `json:"answered_by,omitempty"`
	Status     string        `json:"status,omitempty" enum:"found,none,unknown,"`

	row *deskRow
}

// DeskPage is a page of the desk, by due day; answered ones by the time of the answer, the newest first.
type DeskPage struct {
	Items   []DeskQuestion `json:"items"`
	Next    string         `json:"next,omitempty"`
	Sources []DeskSource   `json:"sources" doc:"what this office answers for; empty: none was assigned"`
}

// DeskSource is a source that the office answers for, with what stands on its desk.
type DeskSource struct {
	Source string `json:"source"`
	Name   string `json:"name"`
	Open   int    `json:"open"`
	Late   int    `json:"late"`
}

// DeskFilter narrows the desk.
type DeskFilter struct {
	State  string `query:"state" enum:"open,answered," doc:"empty: open"`
	Source string `query:"source" maxLength:"60"`
	Class  string `query:"class" maxLength:"60"`
	Late   bool   `query:"late"`
	Cursor string `query:"cursor" maxLength:"200"`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

// deskRow is what an answer is held against.
type deskRow struct {
	asked
	message   uuid.UUID
	sealed    []byte
	authority string
	digest    []byte // of the records, where it is answered
	note      string
	records   []byte
	asOf      *calendar.Date
}

// A question stands on the desk once it was handed over, also while it waits to be handed over again because its day has passed;
// not after its authorisation has ended. Its day is that of the first time.
const deskQuestions = `with q as (
  select q.person_id, q.id, q.source, q.class, q.division, q.purpose, q.attempts, q.state, p.name, p.id_sealed, p.id_blind, f.asked_at, f.answer_due, l.message_id, z.number,
    n.received_at, n.by_name, n.status, n.records_digest, n.note, n.records_sealed, n.as_of
  from inquiry q join person p on p.id = q.person_id
  cross join lateral (select a.asked_at, m.answer_due from inquiry_ask a join exchange_message m on m.id = a.message_id
    where a.person_id = q.person_id and a.inquiry_id = q.id order by a.attempt limit 1) f
  cross join lateral (select a.message_id, a.authorisation_id from inquiry_ask a where a.person_id = q.person_id and a.inquiry_id = q.id order by a.attempt desc limit 1) l
  join authorisation z on z.person_id = q.person_id and z.id = l.authorisation_id
  left join answer n on n.person_id = q.person_id and n.inquiry_id = q.id
  where q.source = any($1) and (q.state in ('asked', 'waiting') and q.attempts > 0 and z.withdrawn_at is null and (z.valid_until is null or z.valid_until >= $2::date)
    or q.state = 'answered' and n.by_name <> '')
)
select person_id, id, source, class, division, purpose, attempts, state, name, id_sealed, id_blind, asked_at, answer_due, message_id, number,
  received_at, coalesce(by_name, ''), coalesce(status, ''), records_digest, coalesce(note, ''), records_sealed, as_of from q where `

// Desk lists the questions to the sources that the actor's office answers for, about people of the actor's place. Who they are is
// shown in part; opening a question shows the number and is audited.
func (s *Service) Desk(ctx context.Context, actor access.Actor, f DeskFilter) (DeskPage, error) {
	if err := access.Check(actor, "verification.desk", access.Listing); err != nil {
		return DeskPage{}, err
	}
	page := DeskPage{Items: []DeskQuestion{}, Sources: []DeskSource{}}
	limit := f.Limit
	if limit == 0 {
		limit = 50
	}
	at, id, err := deskCursor(f.Cursor)
	if err != nil {
		return page, err
	}
	err = s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		mine, err := s.deskSources(ctx, tx, actor)
		if err != nil || len(mine) == 0 {
			return err
		}
		if page.Sources, err = s.deskCounts(ctx, tx, mine); err != nil {
			return err
		}
		if f.Source != "" {
			mine = slices.DeleteFunc(mine, func(id string) bool { return id != f.Source })
		}
		query, order := `state <> 'answered' and (not $3 or answer_due <= $4) and ($5 = '' or class = $5) and ($6::timestamptz is null or (answer_due, id) > ($6, $7))`, `answer_due, id`
		if f.State == "answered" {
			query, order = `state = 'answered' and (not $3 or received_at > answer_due) and $4::timestamptz is not null and ($5 = '' or class = $5)
  and ($6::timestamptz is null or (received_at, id) < ($6, $7))`, `received_at desc, id desc`
		}
		page.Items, err = s.deskRows(ctx, tx, query+` order by `+order+` limit $8`, mine, s.today(), f.Late, s.now(), f.Class, at, id, limit+1)
		return err
	})
	if len(page.Items) > limit {
		page.Items = page.Items[:limit]
		last := page.Items[limit-1]
		at := last.Due.AddDays(1).Time()
		if last.AnsweredAt != nil {
			at = *last.AnsweredAt
		}
		page.Next = keyset.Write(orderCursor{at, last.ID})
	}
	return page, err
}

func deskCursor(text string) (*time.Time, uuid.UUID, error) {
	if text == "" {
		return nil, uuid.Nil, nil
	}
	var c orderCursor
	if err := keyset.Read(text, "cursor", &c); err != nil {
		return nil, uuid.Nil, err
	}
	return &c.At, c.ID, nil
}

// deskSources are the desk sources of the actor's office.
func (s *Service) deskSources(ctx context.Context, tx pgx.Tx, actor access.Actor) ([]string, error) {
	rows, err := tx.Query(ctx, `select d.source from source_desk d join organisation o on o.id = d.organisation_id where d.organisation_id = $1 and o.active order by d.source`, actor.Organisation)
	if err != nil {
		return nil, err
	}
	list, err := pgx.CollectRows(rows, pgx.RowTo[string])
	return slices.DeleteFunc(list, func(id string) bool {
		src := s.catalogue.Source(id)
		return src == nil || src.Transport.Kind != exchange.Desk
	}), err
}

func (s *Service) deskCounts(ctx context.Context, tx pgx.Tx, mine []string) ([]DeskSource, error) {
	list, err := s.deskRows(ctx, tx, `state <> 'answered' limit 20000`, mine, s.today())
	if err != nil {
		return nil, err
	}
	out := make([]DeskSource, 0, len(mine))
	for _, id := range mine {
		d := DeskSource{Source: id, Name: s.catalogue.Source(id).Name}
		for i := range list {
			if list[i].Source == id {
				d.Open++
				if list[i].LeftDays < 0 {
					d.Late++
				}
			}
		}
		out = append(out, d)
	}
	return out, nil
}

func (s *Service) deskRows(ctx context.Context, tx pgx.Tx, where string, args ...any) ([]DeskQuestion, error) {
	rows, err := tx.Query(ctx, deskQuestions+where, args...)
	if err != nil {
		return nil, err
	}
	today := s.today()
	out := []DeskQuestion{}
	var q DeskQuestion
	var r deskRow
	var due time.Time
	var state string
	_, err = pgx.ForEachRow(rows, []any{&r.person, &r.inquiry, &q.Source, &r.class, &r.division, &q.Purpose, &r.attempt, &state, &q.Name, &r.sealed, &r.blind, &q.AskedAt, &due, &r.message, &r.authority,
		&q.AnsweredAt, &q.AnsweredBy, &q.Status, &r.digest, &r.note, &r.records, &r.asOf}, func() error {
		one, row := q, r
		row.blind, row.digest, row.records, row.sealed = bytes.Clone(r.blind), bytes.Clone(r.digest), bytes.Clone(r.records), bytes.Clone(r.sealed)
		row.state = state
		number, err := s.keys.Open(fieldID, row.sealed)
		if err != nil {
			return err
		}
		one.row, one.PersonID, one.ID, one.Class, one.IDMasked, one.Purpose = &row, row.person, row.inquiry, row.class, idnum.MaskResident(number), purposeText[q.Purpose]
		one.Due = calendar.DateOf(due.Add(-time.Microsecond))
		one.LeftDays = workingDaysLeft(today, one.Due)
		if one.State = "open"; state == "answered" {
			one.State = "answered"
		}
		if src := s.catalogue.Source(one.Source); src != nil {
			one.SourceName = src.Name
		}
		if class, _ := s.catalogue.Class(one.Class); class != nil {
			one.ClassName = class.Name
		}
		out = append(out, one)
		return nil
	})
	return out, err
}

// workingDaysLeft is 0 on the last day and negative after it.
func workingDaysLeft(today, due calendar.Date) int {
	if today > due {
		return -max(1, calendar.WorkingDaysBetween(due, today))
	}
	return calendar.WorkingDaysBetween(today, due)
}

// DeskForm is a question opened to be answered: the whole number, and the fields that the answer has.
type DeskForm struct {
	DeskQuestion
	IDNumber      string                `json:"id_number"`
	Authorisation string                `json:"authorisation" doc:"its number"`
	From          calendar.Date         `json:"from,omitzero" doc:"history asked for since"`
	Fields        []exchange.FieldEntry `json:"fields"`
	AsOf          *calendar.Date        `json:"as_of" doc:"of the answer that was given"`
	Note          string                `json:"note"`
	Records       []map[string]any      `json:"records" doc:"of the answer that was given; money in fen"`
}

// DeskOpen shows one question whole; that somebody saw the number is audited.
func (s *Service) DeskOpen(ctx context.Context, actor access.Actor, person, id uuid.UUID) (DeskForm, error) {
	q, err := s.deskOne(ctx, actor, person, id)
	if err != nil {
		return DeskForm{}, err
	}
	class, _ := s.catalogue.Class(q.Class)
	if class == nil {
		return DeskForm{}, errs.Missing("这个数据项")
	}
	number, err := s.keys.Open(fieldID, q.row.sealed)
	if err != nil {
		return DeskForm{}, err
	}
	out := DeskForm{DeskQuestion: q, IDNumber: number, Authorisation: q.row.authority, From: class.From(calendar.DateOf(q.AskedAt)), Fields: class.Entries(), AsOf: q.row.asOf, Note: q.row.note,
		Records: []map[string]any{}}
	if q.row.records != nil {
		text, err := s.keys.OpenBytes(fieldRecords, q.row.records)
		if err != nil {
			return out, err
		}
		if err := json.Unmarshal(text, &out.Records); err != nil {
			return out, err
		}
	}
	return out, s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		return audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "verification.desk", ObjectKind: "person", ObjectID: person.String(), Root: person, Division: q.row.division,
			After: map[string]any{"opened": id, "source": q.Source, "class": q.Class}})
	})
}

// deskOne finds a question on the actor's desk; one that is not there looks absent.
func (s *Service) deskOne(ctx context.Context, actor access.Actor, person, id uuid.UUID) (DeskQuestion, error) {
	if err := access.Check(actor, "verification.desk", access.Listing); err != nil {
		return DeskQuestion{}, err
	}
	var list []DeskQuestion
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		mine, err := s.deskSources(ctx, tx, actor)
		if err != nil || len(mine) == 0 {
			return err
		}
		list, err = s.deskRows(ctx, tx, `person_id = $3 and id = $4`, mine, s.today(), person, id)
		return err
	})
	if err == nil && len(list) == 0 {
		err = errs.Missing("这个问题")
	}
	if err != nil {
		return DeskQuestion{}, errors.Join(err)
	}
	return list[0], nil
}
