package exchange

import (
	"fmt"
	"strings"
	"time"

	"zhongfu/internal/access"
	"zhongfu/internal/money"
)

// SourceEntry is a source as the catalogue's page shows it. What has no legal source is marked as a sample.
type SourceEntry struct {
	ID         string       `json:"id"`
	Name       string       `json:"name"`
	Department string       `json:"department"`
	Basis      []BasisEntry `json:"basis"`
	Kind       string       `json:"kind" enum:"http,callback,file,desk"`
	TLS        bool         `json:"tls" doc:"both sides show certificates"`
	Disabled   bool         `json:"disabled"`
	Hours      string       `json:"hours" doc:"when it may be asked, Chinese"`
	Answer     string       `json:"answer" doc:"within which time it answers, Chinese"`
	Service    string       `json:"service" doc:"how much it may be asked, Chinese"`
	Sample     bool         `json:"sample" doc:"the service times have no legal source"`
	Cost       money.Fen    `json:"cost" doc:"fen a question"`
	CostSample bool         `json:"cost_sample"`
	Classes    []ClassEntry `json:"classes"`
}

// BasisEntry is the clause that lets a source be asked, with where the public policy library shows it.
type BasisEntry struct {
	Document string `json:"document" doc:"id in the policy library"`
	Anchor   string `json:"anchor"`
	Number   string `json:"number" doc:"文号"`
	Clause   string `json:"clause"`
	Note     string `json:"note"`
}

// ClassEntry is one kind of data.
type ClassEntry struct {
	ID          string       `json:"id"`
	Name        string       `json:"name"`
	Owner       string       `json:"owner"`
	Sensitivity string       `json:"sensitivity" enum:"public,sensitive,secret"`
	Basis       []BasisEntry `json:"basis" doc:"its own, beside the source's"`
	FreshDays   int          `json:"fresh_days" doc:"days within which it is not asked again"`
	StaleDays   int          `json:"stale_days" doc:"data older than so many days tell nothing; 0: no limit"`
	FreshSample bool         `json:"fresh_sample"`
	LookBack    int          `json:"look_back" doc:"months of history asked for; 0: the present state"`
	LookSample  bool         `json:"look_sample"`
	OnlyFor     string       `json:"only_for,omitempty" doc:"Chinese; empty: everybody"`
	Sample      bool         `json:"sample" doc:"no document says that the department tells so much"`
	Moved       string       `json:"moved,omitempty" doc:"which records tell of property given away, Chinese; empty: none"`
	MovedSample bool         `json:"moved_sample" doc:"the amount from which on it counts has no legal source"`
	Fields      []FieldEntry `json:"fields"`
	Facts       []FactEntry  `json:"facts"`
}

// FieldEntry is a column of a class's records.
type FieldEntry struct {
	Key         string       `json:"key"`
	Name        string       `json:"name"`
	Type        string       `json:"type" enum:"text,code,money,count,date,flag"`
	Required    bool         `json:"required"`
	Sensitivity string       `json:"sensitivity"`
	Options     []FieldValue `json:"options"`
}

// FieldValue is one value of a code field.
type FieldValue struct {
	Code  string `json:"code"`
	Label string `json:"label"`
}

// FactEntry is a fact of the policy that a class feeds.
type FactEntry struct {
	Fact    string `json:"fact" doc:"household.vehicles"`
	Label   string `json:"label"`
	Combine string `json:"combine,omitempty" doc:"how several answers make one value, Chinese"`
}

// Entries are the whole catalogue for a page. It holds nobody's data.
func (c *Catalogue) Entries(actor access.Actor) ([]SourceEntry, error) {
	if err := access.Check(actor, "verification.catalogue", access.Listing); err != nil {
		return nil, err
	}
	out := make([]SourceEntry, 0, len(c.sources))
	for _, s := range c.sources {
		e := SourceEntry{ID: s.ID, Name: s.Name, Department: s.Department, Basis: basisEntries(s.Basis), Kind: string(s.Transport.Kind), TLS: s.Transport.TLS, Disabled: s.Disabled,
			Hours: s.Service.Hours.Text(), Answer: s.Service.answerText(), Service: s.Service.text(s.Transport.Kind), Sample: s.Service.Sample, Cost: money.Fen(s.CostFen), CostSample: s.CostSample,
			Classes: make([]ClassEntry, 0, len(s.Classes))}
		for i := range s.Classes {
			e.Classes = append(e.Classes, c.entry(&s.Classes[i]))
		}
		out = append(out, e)
	}
	return out, nil
}

func (c *Catalogue) entry(cl *Class) ClassEntry {
	e := ClassEntry{ID: cl.ID, Name: cl.Name, Owner: cl.Owner, Sensitivity: cl.Sensitivity, Basis: basisEntries(cl.Basis), FreshDays: cl.FreshDays, StaleDays: cl.StaleDays,
		FreshSample: cl.FreshSample, LookBack: cl.LookBack, LookSample: cl.LookSample, OnlyFor: onlyForText(cl.OnlyFor), Fields: cl.Entries(), Facts: []FactEntry{}}
	e.Sample, e.Moved = cl.Sample, cl.movedText()
	e.MovedSample = cl.MovedAway != nil && cl.MovedAway.AtLeastSample
	for _, m := range cl.Facts {
		f := FactEntry{Fact: m.Of + "." + m.Fact, Label: m.Fact, Combine: combineText[m.Combine]}
		if fact := c.Fact(m.Of, m.Fact); fact != nil {
			f.Label = fact.Label
		}
		e.Facts = append(e.Facts, f)
	}
	return e
}

// Entries are the fields of a class, for pages and forms.
func (c *Class) Entries() []FieldEntry {
	out := make([]FieldEntry, 0, len(c.Fields))
	for _, f := range c.Fields {
		e := FieldEntry{Key: f.Key, Name: f.Name, Type: string(f.Type), Required: f.Required, Sensitivity: f.Sensitivity, Options: []FieldValue{}}
		for _, o := range f.Options {
			e.Options = append(e.Options, FieldValue(o))
		}
		out = append(out, e)
	}
	return out
}

func basisEntries(list []Basis) []BasisEntry {
	out := make([]BasisEntry, 0, len(list))
	for _, b := range list {
		out = append(out, BasisEntry{Document: b.Document, Anchor: b.Anchor, Number: b.Number, Clause: b.Clause, Note: b.Note})
	}
	return out
}

var combineText = map[string]string{Sum: "各人各项相加", Max: "取最大", Any: "有一人有就算有", Distinct: "同一个只计一次"}

func onlyForText(cel string) string {
	switch cel {
	case "":
		return ""
	case "person.hong_kong_macao":
		return "只查港澳居民"
	}
	return "只查符合条件的人：" + cel
}

// Text says the window in Chinese.
func (h Hours) Text() string {
	clock := func(m int) string { return fmt.Sprintf("%02d:%02d", m/60, m%60) }
	text := "全天"
	if h.From != 0 || h.To != 0 {
		to := h.To
		if to == 0 {
			to = 24 * 60
		}
		text = clock(h.From) + "–" + clock(to)
	}
	if h.WorkingDays {
		return "工作日" + text
	}
	return "每天" + text
}

func (s Service) answerText() string {
	if s.AnswerDays > 0 {
		return fmt.Sprintf("%d 个工作日内", s.AnswerDays)
	}
	return DurationText(s.AnswerWithin) + "内"
}

func (s Service) text(kind Kind) string {
	parts := []string{fmt.Sprintf("每批至多 %d 条", max(1, s.Batch)), fmt.Sprintf("一个问题至多问 %d 次", max(1, s.Attempts))}
	if kind != Desk {
		parts = append(parts, fmt.Sprintf("同时至多 %d 批", max(1, s.Concurrency)))
		if s.PerSecond > 0 {
			parts = append(parts, fmt.Sprintf("每秒至多 %g 批", s.PerSecond))
		}
		if s.BreakerAfter > 0 {
			parts = append(parts, fmt.Sprintf("连续失败 %d 次暂停 %s", s.BreakerAfter, DurationText(s.BreakerFor)))
		}
	}
	return strings.Join(parts, "，")
}

// DurationText says a length of time in Chinese, in its largest whole unit.
func DurationText(d time.Duration) string {
	for _, u := range []struct {
		of   time.Duration
		name string
	}{{24 * time.Hour, "天"}, {time.Hour, "小时"}, {time.Minute, "分钟"}, {time.Second, "秒"}} {
		if d >= u.of && d%u.of == 0 {
			return fmt.Sprintf("%d %s", d/u.of, u.name)
		}
	}
	return fmt.Sprintf("%g 秒", d.Seconds())
}
