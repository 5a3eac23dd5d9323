package paper

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/codes"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
	"zhongfu/internal/money"
	"zhongfu/internal/policy"
)

// source is a case as papers need it: the snapshot under way and what else the gathering must know.
type source struct {
	Snapshot
	caseID   uuid.UUID
	division int64
	item     string
	pack     string
	ids      []uuid.UUID // of Members, in order
	result   *policy.Result
}

// gather reads everything that papers print. tx must see the case's people wherever they are registered: it is the
// system's, after the caller has been checked.
func (s *Service) gather(ctx context.Context, tx pgx.Tx, caseID uuid.UUID, k Kind, round int) (*source, error) {
	d := &source{caseID: caseID}
	d.Kind, d.Title, d.Round, d.IssuedOn = k.ID, k.Name, round, calendar.DateOf(s.clock.Now())
	for _, read := range []func(context.Context, pgx.Tx, *source) error{s.readCase, s.readMembers, s.readAuthorisations, s.readRelatives, s.readSteps, s.readNotice, s.readDecision, s.readFacts} {
		if err := read(ctx, tx, d); err != nil {
			return nil, err
		}
	}
	if err := s.readOffices(ctx, tx, d, k.Office); err != nil {
		return nil, err
	}
	d.Remedies = s.remedies(d.pack, d.division, d.IssuedOn)
	return d, nil
}

func (s *Service) readCase(ctx context.Context, tx pgx.Tx, d *source) error {
	var submitted time.Time
	var procedure string
	var accepted *time.Time
	err := tx.QueryRow(ctx, `select number, division, item, pack, procedure, urban, by_proxy, relative_declared, submitted_at, accepted_at, due from cases where id = $1`, d.caseID).
		Scan(&d.CaseNumber, &d.division, &d.item, &d.pack, &procedure, &d.Urban, &d.Proxy, &d.RelativeDeclared, &submitted, &accepted, &d.Due)
	if errors.Is(err, pgx.ErrNoRows) {
		return errs.Missing("该案件")
	}
	if err != nil {
		return err
	}
	d.SubmittedOn, d.ItemName = calendar.DateOf(submitted), d.item
	if accepted != nil {
		on := calendar.DateOf(*accepted)
		d.AcceptedOn = &on
	}
	if p := s.pack(d.pack); p != nil {
		if it := p.Item(d.item); it != nil {
			d.ItemName = it.Name
		}
		q := p.Procedure(procedure)
		d.Unpublished = q != nil && q.Step("notice") == nil
	}
	d.Place, d.Village = s.divisions.FullName(d.division), s.divisions.Name(d.division)
	return nil
}

func (s *Service) readMembers(ctx context.Context, tx pgx.Tx, d *source) error {
	rows, err := tx.Query(ctx, `select m.person_id, m.name, m.relation, m.sex, m.birth, m.role, p.id_sealed, p.phone_sealed, p.address_sealed, p.account_sealed, coalesce(p.bank_name, '')
		from case_member m left join person p on p.id = m.person_id where m.case_id = $1 order by m.seq, m.person_id`, d.caseID)
	if err != nil {
		return err
	}
	var id uuid.UUID
	var name, relation, role, bank string
	var sex int
	var birth calendar.Date
	var idS, phoneS, addressS, accountS []byte
	_, err = pgx.ForEachRow(rows, []any{&id, &name, &relation, &sex, &birth, &role, &idS, &phoneS, &addressS, &accountS, &bank}, func() error {
		p := Person{Name: name, Relation: codes.Relation.Label(relation), Birth: birth, Counted: role != "supporter"}
		switch sex {
		case 1:
			p.Sex = "男"
		case 2:
			p.Sex = "女"
		}
		var account string
		for _, f := range []struct {
			to     *string
			field  string
			sealed []byte
		}{{&p.ID, idField, idS}, {&p.Phone, phoneField, phoneS}, {&p.Address, addressField, addressS}, {&account, accountField, accountS}} {
			var err error
			if *f.to, err = s.keys.Open(f.field, f.sealed); err != nil {
				return err
			}
		}
		switch role {
		case "supporter":
			d.Support = append(d.Support, p)
			return nil
		case "applicant":
			d.Applicant, d.Bank, d.Account = p, bank, account
		}
		d.Members, d.ids = append(d.Members, p), append(d.ids, id)
		return nil
	})
	return err
}

func (s *Service) readAuthorisations(ctx context.Context, tx pgx.Tx, d *source) error {
	rows, err := tx.Query(ctx, `select m.name, p.id_sealed, a.number, a.signed_by, a.guardian, a.signed_on from case_authorisation a
		join case_member m on m.case_id = a.case_id and m.person_id = a.person_id left join person p on p.id = a.person_id
		where a.case_id = $1 and a.withdrawn_at is null order by m.seq, a.number`, d.caseID)
	if err != nil {
		return err
	}
	var a Signature
	var sealed []byte
	_, err = pgx.ForEachRow(rows, []any{&a.Name, &sealed, &a.Number, &a.SignedBy, &a.Guardian, &a.SignedOn}, func() (err error) {
		a.ID, err = s.keys.Open(idField, sealed)
		d.Authorisations = append(d.Authorisations, a)
		return err
	})
	return err
}

func (s *Service) readRelatives(ctx context.Context, tx pgx.Tx, d *source) error {
	rows, err := tx.Query(ctx, `select m.name, r.staff_name, r.office, r.relation from relative_disclosure r
		join case_member m on m.case_id = r.case_id and m.person_id = r.person_id where r.case_id = $1 order by r.id`, d.caseID)
	if err != nil {
		return err
	}
	var r Relative
	_, err = pgx.ForEachRow(rows, []any{&r.Member, &r.Staff, &r.Office, &r.Relation}, func() error {
		d.Relatives = append(d.Relatives, r)
		return nil
	})
	return err
}

// recorded is what steps keep in their data; the keys are those that casework writes.
type recorded struct {
	MaterialNames []string   `json:"material_names"`
	Text          string     `json:"text"`
	VisitedOn     string     `json:"visited_on"`
	Surveyors     []Surveyor `json:"surveyors"`
	FamilySigner  string     `json:"family_signer"`
	Situation     string     `json:"situation"`
	ReportNumber  string     `json:"report_number"`
	Conclusion    string     `json:"conclusion"`
	Appraisal
}

// readSteps takes what the steps recorded, the newest round of each; of the step that the paper belongs to, its own round.
func (s *Service) readSteps(ctx context.Context, tx pgx.Tx, d *source) error {
	k, err := kindOf(d.Kind)
	if err != nil {
		return err
	}
	rows, err := tx.Query(ctx, `select step, data from case_step where case_id = $1 and step in ('accept', 'survey', 'verification', 'appraisal')
		and state <> 'cancelled' and (step <> $2 or round <= $3) order by round`, d.caseID, k.Step, d.Round)
	if err != nil {
		return err
	}
	var step string
	var data []byte
	_, err = pgx.ForEachRow(rows, []any{&step, &data}, func() error {
		var v recorded
		if err := json.Unmarshal(data, &v); err != nil {
			return err
		}
		switch {
		case step == "accept" && v.Text != "": // what is missing is recorded where it was found
			d.Supplement = &Supplement{Materials: v.MaterialNames, Text: v.Text}
		case step == "survey" && v.VisitedOn != "":
			d.Survey = &Survey{VisitedOn: v.VisitedOn, Surveyors: v.Surveyors, Signer: v.FamilySigner, Situation: v.Situation}
		case step == "verification" && v.ReportNumber != "":
			d.Verification = &Report{Number: v.ReportNumber, Conclusion: v.Conclusion}
		case step == "appraisal" && v.HeldOn != "":
			a := v.Appraisal
			d.Appraisal = &a
		}
		return nil
	})
	return err
}

// adult is the age from which a name is published.
const adult = 18

func (s *Service) readNotice(ctx context.Context, tx pgx.Tx, d *source) error {
	var n Notice
	err := tx.QueryRow(ctx, `select name, member_count, amount_fen, posted_on, last_day from notice where case_id = $1 order by id desc limit 1`, d.caseID).
		Scan(&n.Name, &n.MemberCount, &n.Amount, &n.PostedOn, &n.LastDay)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil
	}
	if err == nil && d.Applicant.Birth.Age(n.PostedOn) < adult {
		n.Name = idnum.MaskName(n.Name) // a child is not named in public
	}
	d.Notice = &n
	return err
}

func (s *Service) readDecision(ctx context.Context, tx pgx.Tx, d *source) error {
	var v Decision
	var at time.Time
	var amount int64
	var result []byte
	err := tx.QueryRow(ctx, `select outcome, amount_fen, reason, decided_at, result from case_decision where case_id = $1`, d.caseID).
		Scan(&v.Outcome, &amount, &v.Reason, &at, &result)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	v.Amount = money.Fen(amount)
	v.decidedOn(calendar.DateOf(at))
	d.Decision, d.result = &v, &policy.Result{}
	if err := json.Unmarshal(result, d.result); err != nil {
		return err
	}
	d.explain(d.result)
	return nil
}

// decidedOn sets the day and the first month that follows from it (57号 art 21).
func (d *Decision) decidedOn(day calendar.Date) {
	d.DecidedOn, d.FirstMonth = day, day.MonthStart().AddMonths(1)
}

func (s *Service) readOffices(ctx context.Context, tx pgx.Tx, d *source, issuing access.Level) error {
	town, county := division.At(d.division, division.Town), division.At(d.division, division.County)
	d.Town, d.County = Office{Name: s.officeName(town)}, Office{Name: s.officeName(county)}
	rows, err := tx.Query(ctx, `select distinct on (kind) kind, name, phone, address from organisation
		where active and ((division = $1 and kind = 'township') or (division = $2 and kind = 'civil_affairs')) order by kind, created_at, id`, town, county)
	if err != nil {
		return err
	}
	var kind string
	var o Office
	_, err = pgx.ForEachRow(rows, []any{&kind, &o.Name, &o.Phone, &o.Address}, func() error {
		if kind == "township" {
			d.Town = o
		} else {
			d.County = o
		}
		return nil
	})
	d.Office = d.Town
	if issuing == access.County {
		d.Office = d.County
	}
	return err
}
