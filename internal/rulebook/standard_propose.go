package rulebook

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// ChangeInput is a change of standards as an office proposes it.
type ChangeInput struct {
	ID         uuid.UUID // the client's, so that a second submit proposes nothing twice
	ActiveFrom calendar.Date
	Document   string
	Title      string
	Article    string
	Note       string
	Lines      []Line
}

// ProposeChange proposes new standards. It is refused where the document is not named, the day has come, a place lies outside the
// office's range, the parameter is another level's to set, or the value falls under the province's floor; every fault is
// told at once.
func (s *Service) ProposeChange(ctx context.Context, actor access.Actor, in ChangeInput) (StandardChange, error) {
	if err := access.Check(actor, "standard.propose", access.At(actor.Division)); err != nil {
		return StandardChange{}, err
	}
	p, err := s.checkChange(actor, &in)
	if err != nil {
		return StandardChange{}, err
	}
	return s.insertChange(ctx, actor, "standard.propose", StandardChange{ID: in.ID, division: actor.Division, Pack: p.Name, Kind: "standard", ActiveFrom: in.ActiveFrom,
		Document: in.Document, Title: in.Title, Article: in.Article, Note: in.Note, lines: in.Lines})
}

func (s *Service) insertChange(ctx context.Context, actor access.Actor, action access.Action, c StandardChange) (StandardChange, error) {
	lines, err := json.Marshal(c.lines)
	if err != nil {
		return StandardChange{}, err
	}
	now := s.now()
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "select pg_advisory_xact_lock($1)", lockKey); err != nil {
			return err
		}
		if err := twice(ctx, tx, c); err != nil {
			return err
		}
		if err := c.scan(tx.QueryRow(ctx, `insert into standard_change (id, division, pack, kind, active_from, until, document, title, article, note, lines, state, proposed_by, proposed_by_name, proposed_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'proposed', $12, $13, $14) returning `+changeColumns,
			c.ID, c.division, c.Pack, c.Kind, c.ActiveFrom, c.Until, c.Document, c.Title, c.Article, c.Note, string(lines), actor.Staff, actor.Name, now)); err != nil {
			return err
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: action, ObjectKind: "standard", ObjectID: c.ID.String(), Division: c.division, After: record(c)})
	})
	return s.name(c), err
}

func record(c StandardChange) map[string]any {
	return map[string]any{"state": c.State, "document": c.Document, "active_from": c.ActiveFrom, "lines": c.lines}
}

// twice refuses a second change of the same parameter for the same place from the same day. Price rises may be corrected by a
// later document.
func twice(ctx context.Context, tx pgx.Tx, c StandardChange) error {
	if c.Kind != "standard" {
		return nil
	}
	rows, err := tx.Query(ctx, `select document, lines from standard_change where kind = 'standard' and pack = $1 and active_from = $2 and state in ('proposed', 'approved') and id <> $3`,
		c.Pack, c.ActiveFrom, c.ID)
	if err != nil {
		return err
	}
	var document string
	var lines []Line
	_, err = pgx.ForEachRow(rows, []any{&document, &lines}, func() error {
		for _, a := range lines {
			for _, b := range c.lines {
				for _, place := range a.Places {
					if a.Parameter == b.Parameter && slices.Contains(b.Places, place) {
						return errs.New(errs.Conflict, "change_exists", "%s已对同一地区同一标准从 %s 起作了调整（待批或已批准），不能重复提出；请先撤回它。", document, c.ActiveFrom)
					}
				}
			}
		}
		return nil
	})
	return err
}

// within tells whether a prefix lies under one of the places.
func within(places []string, prefix string) bool {
	return slices.ContainsFunc(places, func(p string) bool { return strings.HasPrefix(prefix, p) })
}

// checkChange proves a change and returns the pack that it changes.
func (s *Service) checkChange(actor access.Actor, in *ChangeInput) (*policy.Pack, error) {
	in.Document, in.Title = strings.TrimSpace(in.Document), strings.TrimSpace(in.Title)
	in.Article, in.Note = strings.TrimSpace(in.Article), strings.TrimSpace(in.Note)
	var c errs.Collector
	if len([]rune(in.Document)) < 2 {
		c.Add("document", "请填写文号，例如 穗民规〔2026〕3号。标准只能依据文件调整。")
	}
	if len([]rune(in.Title)) < 2 {
		c.Add("title", "请填写文件标题。")
	}
	if today := s.today(); in.ActiveFrom <= today {
		c.Add("active_from", "执行日期最早为明天（%s）。文件要求追溯执行的，从明天起按新标准，以前的差额在发放册中补发。", today.AddDays(1))
	} else if in.ActiveFrom > today.AddMonths(24) {
		c.Add("active_from", "执行日期超过两年，请核对年份。")
	}
	if len(in.Lines) == 0 {
		c.Add("lines", "请至少填写一项标准。")
	}
	p, err := s.library.At(actor.Division, s.today())
	if err != nil {
		return nil, err
	}
	for i := range in.Lines {
		s.checkLine(&c, actor, p, in, i)
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	_, err = p.WithParameters(in.parameters())
	if found, _ := problemsOf(err); len(found) > 0 {
		return nil, errs.Bad("lines", "%s", found[0].Message)
	}
	return p, err
}

// parameters are the lines as the pack takes them.
func (in *ChangeInput) parameters() []policy.ParameterChange {
	var out []policy.ParameterChange
	for _, l := range in.Lines {
		out = append(out, policy.ParameterChange{Parameter: l.Parameter, Divisions: l.Places, From: in.ActiveFrom, Value: l.Value, Urban: l.Urban, Rural: l.Rural,
			Status: l.Status, Document: in.Document, Title: in.Title, Article: articleOf(in.Article), Note: in.Note})
	}
	return out
}

func (s *Service) checkLine(c *errs.Collector, actor access.Actor, p *policy.Pack, in *ChangeInput, i int) {
	l, at := &in.Lines[i], fmt.Sprintf("lines[%d].", i)
	def := definition(p, l.Parameter)
	if def == nil || def.Type == policy.ParamDays {
		c.Add(at+"parameter", "请从列表中选择标准。流程时限不在这里改，要发布新的政策包版本。")
		return
	}
	if isPrice(l.Parameter) {
		c.Add(at+"parameter", "%s请在“物价联动”中按月录入。", def.Label)
		return
	}
	floor := isFloor(p, l.Parameter)
	if actor.Level != access.Province && !setByPlaces(p, def) {
		c.Add(at+"parameter", "%s由省级制定，%s不能调整。", def.Label, s.places.Name(actor.Division))
		return
	}
	l.Status = policy.Official
	if floor {
		l.Status = policy.Floor
	}
	seen := map[string]bool{}
	for _, place := range l.Places {
		code, lo, hi, ok := rangeOf(place)
		if _, known := s.places.Get(code); !ok || !known || seen[place] {
			c.Add(at+"places", "地区 %q 不存在或重复，请从列表中选择。", place)
			return
		}
		if seen[place] = true; lo < actor.Lo || hi > actor.Hi {
			c.Add(at+"places", "%s不在您的管辖范围内。", s.places.FullName(code))
			return
		}
	}
	if len(l.Places) == 0 {
		c.Add(at+"places", "请选择适用的地区。")
		return
	}
	changed, err := p.WithParameters((&ChangeInput{ActiveFrom: in.ActiveFrom, Document: "x", Title: "x", Lines: []Line{*l}}).parameters())
	if err != nil {
		if found, _ := problemsOf(err); len(found) > 0 {
			c.Add(at+"value", "%s", found[0].Message)
		} else {
			c.Add(at+"value", "%s的数值读不懂，请按元（两位小数）或小数填写。", def.Label)
		}
		return
	}
	if !floor {
		s.checkFloor(c, at, changed, def, l, in.ActiveFrom)
	}
}

// checkFloor refuses a value under the province's floor for its place, now or by a floor that waits for its day.
func (s *Service) checkFloor(c *errs.Collector, at string, p *policy.Pack, def *policy.Parameter, l *Line, from calendar.Date) {
	if def.Fallback == "" {
		return
	}
	days, places := []calendar.Date{from}, l.Places
	if lower := definition(p, def.Fallback); lower != nil {
		for _, v := range lower.Values {
			if v.From != nil && *v.From > from {
				days = append(days, *v.From)
			}
			for _, d := range v.Divisions { // parts of a place may have a floor of their own
				if within(l.Places, d) && !slices.Contains(places, d) {
					places = append(slices.Clone(places), d)
				}
			}
		}
	}
	for _, place := range places {
		code, _, _, _ := rangeOf(place)
		for _, day := range days {
			for _, urban := range []bool{true, false} {
				mine, err1 := p.Parameter(def.ID, code, day, &urban)
				floor, err2 := p.Parameter(def.Fallback, code, day, &urban)
				a, ok1 := mine.Value.(int64)
				b, ok2 := floor.Value.(int64)
				if err1 != nil || err2 != nil || !ok1 || !ok2 || floor.Status != policy.Floor || a >= b {
					continue
				}
				field := "value"
				if l.Value == "" {
					field = map[bool]string{true: "urban", false: "rural"}[urban]
				}
				c.Add(at+field, "%s的%s%s低于省定底线%s（%s起，%s）。请不低于底线。", s.places.Name(code), def.Label, show(a, def.Unit), show(b, def.Unit), day, floor.Source)
				return
			}
		}
	}
}

// isFloor tells whether the parameter is what another falls back to: the province's floor under the places' own values.
func isFloor(p *policy.Pack, id string) bool {
	for _, d := range p.ParameterDefinitions() {
		if d.Fallback == id {
			return true
		}
	}
	return false
}

// setByPlaces tells whether cities set the parameter themselves: it has a floor under it, or the pack has values of cities.
func setByPlaces(p *policy.Pack, def *policy.Parameter) bool {
	if isFloor(p, def.ID) {
		return false
	}
	if def.Fallback != "" {
		return true
	}
	for _, v := range def.Values {
		for _, d := range v.Divisions {
			if d != "all" && len(d) >= 4 {
				return true
			}
		}
	}
	return false
}

func show(v int64, unit string) string {
	switch unit {
	case "fen", "fen_per_month", "fen_per_year", "fen_once":
		return fmt.Sprintf("%d.%02d 元", v/100, v%100)
	case "ratio":
		return fmt.Sprintf("%d.%02d%%", v/100, v%100)
	}
	return fmt.Sprint(v)
}

func code12(code int64) string { return fmt.Sprintf("%012d", code) }
