package benefit

import (
	"bytes"
	"context"
	"embed"
	"html/template"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/money"
)

//go:embed templates/payroll.html
var templates embed.FS

var page = template.Must(template.ParseFS(templates, "templates/payroll.html"))

// printed is a list as its print page shows it.
type printed struct {
	Title, Number, Item, Month, MadeBy, MadeOn, ApprovedBy, ApprovedOn, Digest, Office string

	Draft      bool
	Lines      []printedLine
	Towns      []TownTotal
	Households int
	People     int
	Total      money.Fen
}

type printedLine struct {
	Seq, Members                           int
	Name, ID, Bank, Account, Town, Village string
	Amount                                 money.Fen
	Problem                                string
}

// Print returns the list as a page for A4 landscape. Taking it away is audited.
func (s *Service) Print(ctx context.Context, actor access.Actor, id uuid.UUID) ([]byte, error) {
	var buf bytes.Buffer
	err := s.export(ctx, actor, id, "打印", func(tx pgx.Tx, p Payroll) error {
		d := printed{Title: s.title(p), Number: p.Number, Item: ItemName(p.Item), Month: MonthChinese(p.Month), MadeBy: p.MadeByName,
			MadeOn: calendar.DateOf(p.MadeAt).Chinese(), Draft: p.State != Approved, Office: s.county(p.Division) + "民政局",
			Households: p.Households, People: p.People, Total: p.Total, Lines: make([]printedLine, 0, p.Households)}
		if !d.Draft {
			d.ApprovedBy, d.ApprovedOn, d.Digest = p.ApprovedByName, calendar.DateOf(*p.ApprovedAt).Chinese(), hexText(p.Digest)
		}
		err := s.eachLine(ctx, tx, "where payroll_id = $1 order by seq", []any{id}, func(l lineRow) error {
			d.Lines = append(d.Lines, printedLine{Seq: l.seq, Members: l.members, Name: l.name, ID: l.id, Bank: l.bank, Account: l.account,
				Town: s.divisions.Name(division.At(l.division, division.Town)), Village: s.divisions.Name(l.division), Amount: l.amount, Problem: l.problem})
			return nil
		})
		if err != nil {
			return err
		}
		if d.Towns, err = s.byTown(ctx, tx, id); err != nil {
			return err
		}
		buf.Reset()
		return page.Execute(&buf, d)
	})
	return buf.Bytes(), err
}
