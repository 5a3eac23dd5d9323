package paper

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/money"
	"zhongfu/internal/policy"
)

// sheetSections are the sections of the catalogue that forms print; what concerns health stays off every paper that more
// people see than need to.
var sheetSections = map[string]bool{"收入": true, "财产": true, "支出": true, "家庭": true}

type factAt struct {
	person string // "" for the household
	key    string
}

// readFacts groups the newest facts of each source by member in the order of the pack's catalogue. Facts that nobody
// named are printed as empty lines when they are asked in a normal application: forms are filled in by hand.
func (s *Service) readFacts(ctx context.Context, tx pgx.Tx, d *source) error {
	pack := s.pack(d.pack)
	if pack == nil {
		return nil
	}
	rows, err := tx.Query(ctx, `select distinct on (person_id, key, kind) person_id, key, kind, value, source from case_fact
		where case_id = $1 and kind <> 'adopted' order by person_id, key, kind, at desc, id desc`, d.caseID)
	if err != nil {
		return err
	}
	found := map[factAt]*FactLine{}
	var person *uuid.UUID
	var key, kind, from string
	var raw []byte
	if _, err := pgx.ForEachRow(rows, []any{&person, &key, &kind, &raw, &from}, func() error {
		at := factAt{key: key}
		of := policy.OfHousehold
		if person != nil {
			at.person, of = person.String(), policy.OfMember
		}
		f := pack.Fact(of, key)
		if f == nil {
			return nil
		}
		text, err := factText(f, raw)
		if err != nil {
			return fmt.Errorf("paper: fact %s: %w", key, err)
		}
		line := found[at]
		if line == nil {
			line = &FactLine{}
			found[at] = line
		}
		switch kind {
		case "declared":
			line.Declared = text
		case "verified":
			line.Verified, line.Source = text, from
		case "surveyed":
			line.Surveyed = text
		}
		return nil
	}); err != nil {
		return err
	}
	d.Facts = d.group(pack, found)
	return nil
}

func (d *source) group(pack *policy.Pack, found map[factAt]*FactLine) []FactGroup {
	var out []FactGroup
	add := func(of, name, person string) {
		g := FactGroup{Member: name}
		for _, f := range pack.Facts() {
			line, ok := found[factAt{person, f.Key}]
			if f.Of != of || !sheetSections[f.Section] || (!ok && !f.Asked) {
				continue
			}
			l := FactLine{Section: f.Section, Label: f.Label}
			if ok {
				l.Declared, l.Verified, l.Surveyed, l.Source = line.Declared, line.Verified, line.Surveyed, line.Source
			}
			g.Lines = append(g.Lines, l)
		}
		if len(g.Lines) > 0 {
			out = append(out, g)
		}
	}
	add(policy.OfHousehold, "", "")
	for i, id := range d.ids {
		add(policy.OfMember, d.Members[i].Name, id.String())
	}
	return out
}

const unknown = "未知"

// factText writes a value as papers print it. A null is 未知: the source was asked and did not know.
func factText(f *policy.Fact, raw []byte) (string, error) {
	if len(raw) == 0 || string(raw) == "null" {
		return unknown, nil
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		return "", err
	}
	switch v := v.(type) {
	case bool:
		if v {
			return "是", nil
		}
		return "否", nil
	case json.Number:
		if n, err := v.Int64(); err == nil && (f.Type == policy.Money || f.Type == policy.MoneyMonthly) {
			unit := " 元"
			if f.Type == policy.MoneyMonthly {
				unit = " 元/月"
			}
			return money.Fen(n).Yuan() + unit, nil
		}
		return v.String() + f.Unit, nil
	case string:
		for _, o := range f.Options {
			if o.Code == v {
				return o.Label, nil
			}
		}
		return v, nil
	}
	return string(raw), nil
}
