package casework

import (
	"encoding/json"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/idnum"
	"zhongfu/internal/policy"
)

// readParts reads the answers of the page's batch after the state, in the order they were asked.
func (p *pager) readParts(res pgx.BatchResults) error {
	for _, read := range []func(pgx.Rows) error{p.readAuthorisations, p.readRelatives, p.readNotices, p.readObjections, p.readDecision,
		p.readEvents, p.readPapers, p.readAttachments, p.readHolders} {
		rows, err := res.Query()
		if err != nil {
			return err
		}
		if err := read(rows); err != nil {
			return err
		}
	}
	return nil
}

func (p *pager) readAuthorisations(rows pgx.Rows) error {
	var a AuthorisationView
	_, err := pgx.ForEachRow(rows, []any{&a.PersonID, &a.Name, &a.Number, &a.SignedBy, &a.Guardian, &a.SignedOn, &a.WithdrawnAt}, func() error {
		p.out.Authorisations = append(p.out.Authorisations, a)
		return nil
	})
	return err
}

func (p *pager) readRelatives(rows pgx.Rows) error {
	var r RelativeView
	_, err := pgx.ForEachRow(rows, []any{&r.PersonID, &r.Member, &r.StaffName, &r.Office, &r.Relation}, func() error {
		p.out.Relatives = append(p.out.Relatives, r)
		return nil
	})
	return err
}

func (p *pager) readNotices(rows pgx.Rows) error {
	today := p.s.today()
	var n NoticeView
	_, err := pgx.ForEachRow(rows, []any{&n.ID, &n.PostedOn, &n.LastDay, &n.EndedAt, &n.AmountFen, &n.Objections}, func() error {
		n.Running = n.EndedAt == nil && today <= n.LastDay
		p.out.Notices = append(p.out.Notices, n)
		return nil
	})
	return err
}

// readObjections shows who raised an objection only to those who handle it; anybody else reads what was said.
func (p *pager) readObjections(rows pgx.Rows) error {
	handles := access.Check(p.actor, "case.objection", access.Listing) == nil
	var o ObjectionView
	var sealed []byte
	_, err := pgx.ForEachRow(rows, []any{&o.ID, &o.Name, &sealed, &o.Text, &o.Channel, &o.At, &o.HandledAt, &o.HandledBy, &o.Outcome, &o.Answer}, func() error {
		row := o
		row.Contact = ""
		if !handles {
			row.Name = ""
		} else if sealed != nil {
			contact, err := p.s.keys.Open(sealContact, sealed)
			if err != nil {
				return err
			}
			row.Contact = idnum.MaskPhone(contact)
		}
		p.out.Objections = append(p.out.Objections, row)
		return nil
	})
	return err
}

func (p *pager) readDecision(rows pgx.Rows) error {
	var d DecisionView
	var result []byte
	_, err := pgx.ForEachRow(rows, []any{&d.Outcome, &d.AmountFen, &d.Reason, &d.DecidedAt, &d.ByName, &result}, func() error {
		row := d
		var stood policy.Result
		if err := json.Unmarshal(result, &stood); err != nil {
			return err
		}
		row.Pack = stood.Pack
		p.out.Decision, p.out.Result = &row, &stood
		return nil
	})
	return err
}

func (p *pager) readEvents(rows pgx.Rows) error {
	var e CaseEventView
	var role string
	var data []byte
	_, err := pgx.ForEachRow(rows, []any{&e.ID, &e.At, &e.ActorName, &role, &e.Kind, &e.Step, &e.Text, &data}, func() error {
		row := e
		row.RoleName, row.Data = access.Role(role).Label(), nil
		p.out.Events = append(p.out.Events, row)
		return json.Unmarshal(data, &p.out.Events[len(p.out.Events)-1].Data)
	})
	return err
}

func (p *pager) readPapers(rows pgx.Rows) error {
	var r CasePaperRef
	_, err := pgx.ForEachRow(rows, []any{&r.ID, &r.Kind, &r.Number, &r.IssuedAt, &r.ByName}, func() error {
		p.out.Papers = append(p.out.Papers, r)
		return nil
	})
	return err
}

func (p *pager) readAttachments(rows pgx.Rows) error {
	var a CaseAttachmentRef
	_, err := pgx.ForEachRow(rows, []any{&a.ID, &a.Kind, &a.Name, &a.MIME, &a.Size, &a.ByName, &a.At}, func() error {
		p.out.Attachments = append(p.out.Attachments, a)
		return nil
	})
	return err
}

func (p *pager) readHolders(rows pgx.Rows) error {
	var step, name string
	_, err := pgx.ForEachRow(rows, []any{&step, &name}, func() error {
		p.holders[step] = name
		return nil
	})
	return err
}
