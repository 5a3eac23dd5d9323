package exchange

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"zhongfu/internal/money"
	"zhongfu/internal/policy"
	"zhongfu/policies"
)

// guide says how a source is written.
const guide = "catalogue/README.md"

// The files as written. Status "sample" marks a number that no document gives.
type (
	rawSource struct {
		ID         string       `yaml:"id"`
		Name       string       `yaml:"name"`
		Department string       `yaml:"department"`
		Basis      []rawBasis   `yaml:"basis"`
		Transport  rawTransport `yaml:"transport"`
		Service    rawService   `yaml:"service"`
		Cost       rawCost      `yaml:"cost"`
		Classes    []rawClass   `yaml:"classes"`
		At         policy.Pos   `yaml:"-"`
	}
	rawBasis struct {
		Clause policy.Clause `yaml:"clause"`
		Note   string        `yaml:"note"`
		At     policy.Pos    `yaml:"-"`
	}
	rawTransport struct {
		Kind   Kind       `yaml:"kind"`
		URL    string     `yaml:"url"`
		Format string     `yaml:"format"`
		Folder string     `yaml:"folder"`
		TLS    bool       `yaml:"tls"`
		At     policy.Pos `yaml:"-"`
	}
	rawService struct {
		Status       string         `yaml:"status"`
		Hours        rawHours       `yaml:"hours"`
		AnswerWithin string         `yaml:"answer_within"`
		AnswerDays   int            `yaml:"answer_days"`
		Concurrency  int            `yaml:"concurrency"`
		PerSecond    policy.Literal `yaml:"per_second"`
		Batch        int            `yaml:"batch"`
		Attempts     int            `yaml:"attempts"`
		Backoff      string         `yaml:"backoff"`
		BackoffMax   string         `yaml:"backoff_max"`
		BreakerAfter int            `yaml:"breaker_after"`
		BreakerFor   string         `yaml:"breaker_for"`
		At           policy.Pos     `yaml:"-"`
	}
	rawHours struct {
		From        string `yaml:"from"`
		To          string `yaml:"to"`
		WorkingDays bool   `yaml:"working_days"`
	}
	rawCost struct {
		Yuan   policy.Literal `yaml:"yuan"`
		Status string         `yaml:"status"`
		At     policy.Pos     `yaml:"-"`
	}
	rawClass struct {
		ID          string     `yaml:"id"`
		Name        string     `yaml:"name"`
		Owner       string     `yaml:"owner"`
		Sensitivity string     `yaml:"sensitivity"`
		Basis       []rawBasis `yaml:"basis"`
		OnlyFor     string     `yaml:"only_for"`
		Status      string     `yaml:"status"`
		Fresh       struct {
			Days   int    `yaml:"days"`
			Stale  int    `yaml:"stale"`
			Status string `yaml:"status"`
		} `yaml:"fresh"`
		LookBack struct {
			Months int    `yaml:"months"`
			Status string `yaml:"status"`
		} `yaml:"look_back"`
		Fields    []rawField    `yaml:"fields"`
		Facts     []rawMapping  `yaml:"facts"`
		MovedAway *rawMovedAway `yaml:"moved_away"`
		At        policy.Pos    `yaml:"-"`
	}
	rawMovedAway struct {
		Date    string            `yaml:"date"`
		Where   map[string]string `yaml:"where"`
		Names   policy.Strings    `yaml:"names"`
		Amount  string            `yaml:"amount"`
		AtLeast rawCost           `yaml:"at_least"`
		At      policy.Pos        `yaml:"-"`
	}
	rawField struct {
		Key         string          `yaml:"key"`
		Name        string          `yaml:"name"`
		Type        FieldType       `yaml:"type"`
		Required    bool            `yaml:"required"`
		Options     []policy.Option `yaml:"options"`
		Sensitivity string          `yaml:"sensitivity"`
		At          policy.Pos      `yaml:"-"`
	}
	rawMapping struct {
		Fact    string     `yaml:"fact"`
		Of      string     `yaml:"of"`
		CEL     string     `yaml:"cel"`
		Combine string     `yaml:"combine"`
		At      policy.Pos `yaml:"-"`
		CELAt   policy.Pos `yaml:"-" at:"cel"`
	}
)

// Load reads every *.yaml of the folders, checks all of it against the facts and documents of the policy packs and compiles
// the mappings. Every fault is told at once in a *LoadError. Further folders are those of an installation: a source of the same
// id replaces the one before.
func Load(fsys fs.FS, more ...fs.FS) (*Catalogue, error) {
	facts, err := packFacts()
	if err != nil {
		return nil, err
	}
	docs, err := readDocuments()
	if err != nil {
		return nil, err
	}
	l := &loader{docs: docs}
	byID := map[string]*Source{}
	for _, folder := range append([]fs.FS{fsys}, more...) {
		for _, s := range l.folder(folder) {
			byID[s.ID] = s
		}
	}
	sources := make([]*Source, 0, len(byID))
	for _, s := range byID {
		sources = append(sources, s)
	}
	slices.SortFunc(sources, func(a, b *Source) int { return strings.Compare(a.ID, b.ID) })
	c := &Catalogue{sources: sources, byID: byID, classes: map[string]placed{}, code: map[string]*classCode{}, facts: facts}
	c.check(l)
	if len(l.problems) > 0 {
		slices.SortStableFunc(l.problems, func(a, b policy.Problem) int {
			return cmp.Or(strings.Compare(a.At.File, b.At.File), cmp.Compare(a.At.Line, b.At.Line))
		})
		return nil, &LoadError{l.problems}
	}
	return c, nil
}

// packFacts are the facts of all packs. Provinces add facts and never change the type of one.
func packFacts() (map[string]policy.Fact, error) {
	out := map[string]policy.Fact{}
	heads, err := fs.Glob(policies.FS, "*/pack.yaml")
	if err != nil {
		return nil, err
	}
	for _, head := range heads {
		list, err := policy.ReadFacts(policies.FS, strings.TrimSuffix(head, "/pack.yaml"))
		if err != nil {
			return nil, err
		}
		for _, f := range list {
			key := f.Of + "." + f.Key
			if known, ok := out[key]; ok && known.Type != f.Type {
				return nil, fmt.Errorf("exchange: fact %s has the type %s in one pack and %s in another", key, known.Type, f.Type)
			}
			out[key] = f
		}
	}
	return out, nil
}

// loader collects faults so that an author is told all of them at once.
type loader struct {
	problems []policy.Problem
	docs     *documents
}

func (l *loader) add(at policy.Pos, format string, args ...any) {
	l.problems = append(l.problems, policy.Problem{At: at, Message: fmt.Sprintf(format, args...)})
}

func (l *loader) folder(fsys fs.FS) []*Source {
	files, err := fs.Glob(fsys, "*.yaml")
	if err != nil || len(files) == 0 {
		l.add(policy.Pos{}, "来源目录里没有 .yaml 文件。")
		return nil
	}
	var out []*Source
	seen := map[string]policy.Pos{}
	for _, file := range files {
		at := policy.Pos{File: file, Line: 1}
		text, err := fs.ReadFile(fsys, file)
		if err != nil {
			l.add(at, "读不到文件：%v。", err)
			continue
		}
		var raw rawSource
		if faults := policy.DecodeYAML(file, text, &raw, guide); len(faults) > 0 {
			l.problems = append(l.problems, faults...)
			continue
		}
		if other, ok := seen[raw.ID]; ok {
			l.add(raw.At, "来源 %s 已经写在 %s。一个来源只写一个文件。", raw.ID, other.File)
		}
		seen[raw.ID] = raw.At
		out = append(out, l.source(&raw))
	}
	return out
}

func (l *loader) source(r *rawSource) *Source {
	s := &Source{ID: r.ID, Name: r.Name, Department: r.Department, Basis: l.basis(r.Basis), At: r.At,
		Transport: Transport{Kind: r.Transport.Kind, URL: r.Transport.URL, Format: r.Transport.Format, Folder: r.Transport.Folder, TLS: r.Transport.TLS},
		Service:   l.service(&r.Service, "来源 "+r.ID)}
	s.CostFen, s.CostSample = l.yuan(&r.Cost, r.At, "cost")
	for i := range r.Classes {
		s.Classes = append(s.Classes, l.class(&r.Classes[i]))
	}
	return s
}

// yuan reads an amount with its status.
func (l *loader) yuan(r *rawCost, at policy.Pos, what string) (fen int64, sample bool) {
	at = cmp.Or(r.At, at)
	sample = l.sample(r.Status, at, what)
	if r.Yuan == "" {
		return 0, sample
	}
	v, err := money.Parse(string(r.Yuan))
	if err != nil || v < 0 {
		l.add(at, "%s 的 yuan %q 应为不小于 0 的金额，例如 \"0.50\"。", what, r.Yuan)
	}
	return int64(v), sample
}

func (l *loader) class(r *rawClass) Class {
	c := Class{ID: r.ID, Name: r.Name, Owner: r.Owner, Sensitivity: r.Sensitivity, Basis: l.basis(r.Basis), OnlyFor: strings.TrimSpace(r.OnlyFor), At: r.At,
		Sample:    l.sample(r.Status, r.At, "数据类"),
		FreshDays: r.Fresh.Days, StaleDays: r.Fresh.Stale, FreshSample: l.sample(r.Fresh.Status, r.At, "fresh"),
		LookBack: r.LookBack.Months, LookSample: l.sample(r.LookBack.Status, r.At, "look_back")}
	for _, f := range r.Fields {
		field := Field{Key: f.Key, Name: f.Name, Type: f.Type, Required: f.Required, Sensitivity: cmp.Or(f.Sensitivity, r.Sensitivity), At: f.At}
		for _, o := range f.Options {
			field.Options = append(field.Options, Option(o))
		}
		c.Fields = append(c.Fields, field)
	}
	if m := r.MovedAway; m != nil {
		c.MovedAway = &MovedAway{Date: m.Date, Where: m.Where, Names: m.Names, Amount: m.Amount, At: m.At}
		c.MovedAway.AtLeast, c.MovedAway.AtLeastSample = l.yuan(&m.AtLeast, m.At, "moved_away.at_least")
	}
	for _, m := range r.Facts {
		at := m.CELAt
		if at.File == "" {
			at = m.At
		}
		c.Facts = append(c.Facts, Mapping{Of: m.Of, Fact: m.Fact, CEL: strings.TrimSpace(m.CEL), Combine: m.Combine, At: at})
	}
	return c
}

func (l *loader) basis(list []rawBasis) []Basis {
	var out []Basis
	for _, b := range list {
		basis := Basis{Document: b.Clause.ID, Clause: b.Clause.Article, Note: b.Note}
		var err error
		if basis.Number, basis.Anchor, err = l.docs.resolve(basis.Document, basis.Clause); err != nil {
			l.add(b.At, "依据“%s %s”：%v。", basis.Document, basis.Clause, err)
		}
		out = append(out, basis)
	}
	return out
}

func (l *loader) service(r *rawService, what string) Service {
	s := Service{AnswerDays: r.AnswerDays, Concurrency: r.Concurrency, Batch: r.Batch, Attempts: r.Attempts, BreakerAfter: r.BreakerAfter,
		Sample: l.sample(r.Status, r.At, "service")}
	for _, d := range []struct {
		name, text string
		to         *time.Duration
	}{{"answer_within", r.AnswerWithin, &s.AnswerWithin}, {"backoff", r.Backoff, &s.Backoff}, {"backoff_max", r.BackoffMax, &s.BackoffMax},
		{"breaker_for", r.BreakerFor, &s.BreakerFor}} {
		if d.text == "" {
			continue
		}
		v, err := time.ParseDuration(d.text)
		if err != nil || v <= 0 || v > 90*24*time.Hour {
			l.add(r.At, "%s的 %s %q 应为时间长度，例如 10s、5m、48h。", what, d.name, d.text)
		}
		*d.to = v
	}
	if r.PerSecond != "" {
		if _, err := fmt.Sscanf(string(r.PerSecond), "%g", &s.PerSecond); err != nil || s.PerSecond < 0 || s.PerSecond > 10000 {
			l.add(r.At, "%s的 per_second %q 应为 0 至 10000 的数。", what, r.PerSecond)
		}
	}
	s.Hours = Hours{From: l.minute(r.Hours.From, r.At, what), To: l.minute(r.Hours.To, r.At, what), WorkingDays: r.Hours.WorkingDays}
	if s.Hours.To == 24*60 {
		s.Hours.To = 0
	}
	if s.Hours.To != 0 && s.Hours.To <= s.Hours.From {
		l.add(r.At, "%s的 hours 应先有 from 后有 to，例如 {from: \"08:00\", to: \"20:00\"}。", what)
	}
	if s.Concurrency < 1 || s.Concurrency > 256 || s.Batch < 1 || s.Batch > MaxAnswers || s.Attempts < 1 || s.Attempts > 50 {
		l.add(r.At, "%s的 concurrency 应为 1 至 256，batch 1 至 %d，attempts 1 至 50。", what, MaxAnswers)
	}
	return s
}

// minute reads 08:30 as a minute of the day.
func (l *loader) minute(text string, at policy.Pos, what string) int {
	var h, m int
	if text == "" {
		return 0
	}
	if n, err := fmt.Sscanf(text, "%d:%d", &h, &m); err != nil || n != 2 || len(text) != 5 || h < 0 || h > 24 || m < 0 || m > 59 || h == 24 && m > 0 {
		l.add(at, "%s的 hours %q 应写作 08:30。", what, text)
	}
	return h*60 + m
}

func (l *loader) sample(status string, at policy.Pos, what string) bool {
	if status != "" && status != "sample" && status != "official" {
		l.add(at, "%s 的 status %q 应为 sample（示例值）或 official（有依据）%s。", what, status, policy.Suggestion(status, []string{"sample", "official"}))
	}
	return status == "sample"
}
