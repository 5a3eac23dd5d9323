package verification

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

// DeskSheet is the workbook of all open questions of a source on the actor's desk, at most 2,000, the earliest due first; with
// the columns of the answer to be filled in. What leaves with it is audited.
func (s *Service) DeskSheet(ctx context.Context, actor access.Actor, source string) ([]byte, error) {
	src, err := s.deskSource(ctx, actor, source)
	if err != nil {
		return nil, err
	}
	var list []DeskQuestion
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		if list, err = s.deskRows(ctx, tx, `state <> 'answered' order by answer_due, purpose, id limit $3`, []string{source}, s.today(), exchange.MaxAnswers); err != nil {
			return err
		}
		return audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "verification.desk", ObjectKind: "exchange_source", ObjectID: source, Division: actor.Division,
			After: map[string]any{"downloaded": len(list)}})
	})
	if err != nil {
		return nil, err
	}
	rows := deskHelp(src)
	for i := range list {
		q := &list[i]
		number, err := s.keys.Open(fieldID, q.row.sealed)
		if err != nil {
			return nil, err
		}
		one := exchange.Question{ID: q.ID, Class: q.Class, IDNumber: number, Name: q.Name, Authorisation: q.row.authority}
		if class, _ := s.catalogue.Class(q.Class); class != nil {
			one.From = class.From(s.today())
		}
		sheet := exchange.QuestionSheet(src, exchange.Query{Purpose: q.Purpose, Questions: []exchange.Question{one}}, true)
		if i > 0 {
			sheet = sheet[1:]
		}
		rows = append(rows, sheet...)
	}
	if len(list) == 0 {
		rows = append(rows, exchange.QuestionSheet(src, exchange.Query{}, true)...)
	}
	return exchange.WriteTable("xlsx", rows)
}

// deskHelp stands above the heads: how the sheet is filled in.
func deskHelp(src *exchange.Source) [][]string {
	rows := [][]string{{"众扶 · 部门答复表：" + src.Name},
		{"每个问题在“答复”列填 有、无 或 查不了；有几条记录就复制几行。数据日期不填，按上传当天。问题编号至用途各列和表头请不要改动。"}}
	for i := range src.Classes {
		c := &src.Classes[i]
		parts := make([]string, len(c.Fields))
		for j, f := range c.Fields {
			parts[j] = f.Name
			if f.Required {
				parts[j] += "（必填）"
			}
			if len(f.Options) > 0 {
				values := make([]string, len(f.Options))
				for k, o := range f.Options {
					values[k] = o.Label
				}
				parts[j] += "：" + strings.Join(values, "/")
			}
		}
		rows = append(rows, []string{c.Name + " 填：" + strings.Join(parts, "；")})
	}
	return rows
}

// DeskUpload says what a filled sheet holds, and what became of it.
type DeskUpload struct {
	Good   int         `json:"good" doc:"questions answered in it that can be taken"`
	Again  int         `json:"again" doc:"answers that stand already: nothing changes"`
	Bad    []DeskFault `json:"bad" doc:"lines that cannot be taken, with the reason"`
	Taken  bool        `json:"taken" doc:"the good ones were taken"`
	Digest string      `json:"digest" doc:"SM3 of the file"`
}

// DeskFault is a line of a sheet that does not fit.
type DeskFault struct {
	Row    int    `json:"row" doc:"as the file counts"`
	Column string `json:"column,omitempty"`
	What   string `json:"what"`
}

// DeskUpload reads a filled sheet. It tells all lines that do not fit; the good ones are taken only with agree, all together.
// The same file again changes nothing. Errors: a file that is no such sheet.
func (s *Service) DeskUpload(ctx context.Context, actor access.Actor, source, format string, raw []byte, agree bool) (DeskUpload, error) {
	src, err := s.deskSource(ctx, actor, source)
	if err != nil {
		return DeskUpload{}, err
	}
	table, err := exchange.ReadTable(format, raw)
	if err != nil {
		return DeskUpload{}, errs.Bad("file", "%s", err.Error())
	}
	answers, faults, err := exchange.ReadEach(src, table)
	if err != nil {
		return DeskUpload{}, errs.Bad("file", "%s", err.Error())
	}
	digest := sm3.Sum(raw)
	out := DeskUpload{Bad: []DeskFault{}, Digest: hex.EncodeToString(digest[:])}
	for _, f := range faults {
		out.Bad = append(out.Bad, DeskFault(f))
	}
	take, err := s.deskMatch(ctx, actor, source, answers, &out)
	if err != nil {
		return out, err
	}
	slices.SortStableFunc(out.Bad, func(a, b DeskFault) int { return a.Row - b.Row })
	for i := range out.Bad {
		if b := &out.Bad[i]; b.Column != "" {
			b.Column = src.ColumnName(b.Column)
		}
	}
	out.Good = len(take)
	if !agree || len(take) == 0 {
		return out, nil
	}
	if err := s.deskTake(ctx, actor, source, take, map[string]any{"uploaded": len(take), "again": out.Again, "refused": len(out.Bad), "sm3": out.Digest}); err != nil {
		return out, err
	}
	out.Taken = true
	return out, nil
}

// deskMatch holds the answers of a sheet against the questions on the desk.
func (s *Service) deskMatch(ctx context.Context, actor access.Actor, source string, answers []exchange.SheetAnswer, out *DeskUpload) ([]deskAnswered, error) {
	ids := make([]uuid.UUID, len(answers))
	for i, a := range answers {
		ids[i] = a.ID
	}
	of := map[uuid.UUID]*DeskQuestion{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		list, err := s.deskRows(ctx, tx, `id = any($3)`, []string{source}, s.today(), ids)
		for i := range list {
			of[list[i].ID] = &list[i]
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var take []deskAnswered
	for _, a := range answers {
		q := of[a.ID]
		if q == nil {
			out.Bad = append(out.Bad, DeskFault{Row: a.Row, Column: "question", What: "这个问题不在您的答复范围内，或已经结束、授权已撤回。"})
			continue
		}
		again, err := s.deskCheck(q, &a.Answer)
		var m *exchange.Misfit
		switch e := errs.As(err); {
		case err == nil && again:
			out.Again++
		case err == nil:
			take = append(take, deskAnswered{q.row, a.Answer})
		case e != nil:
			out.Bad = append(out.Bad, DeskFault{Row: a.Row, What: e.Message})
		case errors.As(err, &m) && m.Record > 1:
			out.Bad = append(out.Bad, DeskFault{Row: a.Row, Column: m.Field, What: fmt.Sprintf("这个问题的第 %d 条记录：%s", m.Record, m.What)})
		case m != nil:
			out.Bad = append(out.Bad, DeskFault{Row: a.Row, Column: m.Field, What: m.What})
		default:
			out.Bad = append(out.Bad, DeskFault{Row: a.Row, What: err.Error()})
		}
	}
	return take, nil
}

// deskSource is a source that the actor's office answers for; others look absent.
func (s *Service) deskSource(ctx context.Context, actor access.Actor, source string) (*exchange.Source, error) {
	if err := access.Check(actor, "verification.desk", access.Listing); err != nil {
		return nil, err
	}
	var mine []string
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) (err error) {
		mine, err = s.deskSources(ctx, tx, actor)
		return err
	})
	if err == nil && !slices.Contains(mine, source) {
		err = errs.Missing("这个信息来源")
	}
	return s.catalogue.Source(source), err
}
