package report

import (
	"bytes"
	"context"
	_ "embed"
	"html/template"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
)

//go:embed templates/report.html
var pageText string

var page = template.Must(template.New("report").Funcs(template.FuncMap{
	"join":   func(list []string) string { return strings.Join(list, "、") },
	"stamp":  stamp,
	"origin": (*ReportLine).origin,
	"result": func(r string) string { return resultNames[r] },
}).Parse(pageText))

// Results in Chinese.
var resultNames = map[string]string{Same: "一致", Within: "容许差额内", Higher: "高于申报", Lower: "低于申报", Different: "不一致", Undeclared: "未申报", Nothing: "查无", Untold: "来源无记载", NotKnown: unknownText}

var purposeNames = map[string]string{"social_assistance": "社会救助", "extended_assistance": "专项社会救助", "charity": "慈善帮扶"}

// paper is what the template prints.
type paper struct {
	*Report
	C      *ReportContent
	Only   string // what it may be used for
	Style  template.CSS
	People []personLines
}

type personLines struct {
	Name  string
	Lines []*ReportLine
}

// Print returns an issued report as a print page, from what was issued. Looking is audited.
func (s *Service) Print(ctx context.Context, actor access.Actor, id uuid.UUID) ([]byte, error) {
	r, err := s.find(ctx, actor, id)
	if err != nil {
		return nil, err
	}
	if err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		return audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "verification.read", ObjectKind: "verification_report", ObjectID: r.Number, Root: r.OrderID, Division: r.Place,
			After: map[string]any{"version": r.Version}, Purpose: "打印核对报告"})
	}); err != nil {
		return nil, err
	}
	return render(&r, nil)
}

// render writes the page; with a style it stands alone and has no button, as the PDF wants it.
func render(r *Report, style []byte) ([]byte, error) {
	p := paper{Report: r, C: &r.Content, Only: purposeNames[r.Content.Purpose], Style: template.CSS(style)}
	at := map[string]int{}
	for _, l := range r.Content.Lines {
		k, ok := at[l.Person]
		if !ok {
			k = len(p.People)
			at[l.Person] = k
			name := l.Person
			if l.PersonID == nil {
				name = "全家"
			}
			p.People = append(p.People, personLines{Name: name})
		}
		p.People[k].Lines = append(p.People[k].Lines, &l)
	}
	var b bytes.Buffer
	err := page.Execute(&b, p)
	return b.Bytes(), err
}

// origin names each source once, with the day of its oldest data; where nothing is known, those that are wanting.
func (l *ReportLine) origin() string {
	var names []string
	oldest := map[string]calendar.Date{}
	for _, f := range l.From {
		if d, ok := oldest[f.Source]; !ok || f.AsOf < d {
			oldest[f.Source] = f.AsOf
		}
		names = append(names, f.Source)
	}
	if !l.Found.Known {
		names, oldest = nil, nil
		for _, m := range l.Missing {
			names = append(names, m.Source)
		}
	}
	names = dedupe(names)
	for i, name := range names {
		if d, ok := oldest[name]; ok {
			names[i] = name + " " + d.String()
		}
	}
	return strings.Join(names, "、")
}
