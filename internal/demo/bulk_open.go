package demo

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casework"
	"zhongfu/internal/division"
	"zhongfu/internal/idnum"
)

// openTables are what open cases are written into, beside table and columns of decided ones.
var openTables = []struct {
	name    string
	columns []string
}{
	{"cases", tables[0].columns},
	{"case_request", []string{"request_key", "case_id"}},
	{"case_step", []string{"case_id", "id", "division", "step", "round", "state", "opened_at", "start_by", "started_at", "due", "closed_at", "exit", "done_by", "done_by_name", "comment", "data"}},
	{"case_event", []string{"case_id", "id", "division", "at", "actor_id", "actor_name", "role", "kind", "step", "text", "data"}},
	{"case_member", []string{"case_id", "person_id", "division", "name", "id_masked", "relation", "sex", "birth", "role", "seq"}},
	{"case_authorisation", []string{"case_id", "person_id", "division", "number", "signed_by", "guardian", "signed_on"}},
	{"case_fact", []string{"case_id", "id", "division", "person_id", "key", "kind", "value", "source", "at", "by_id", "by_name"}},
	{"notice", []string{"case_id", "id", "division", "item", "name", "member_count", "amount_fen", "posted_on", "last_day", "ended_at"}},
	{"task", []string{"root_id", "id", "kind", "step", "division", "office_division", "office_level", "role", "title", "subject", "link", "opened_at", "due", "closed_at"}},
}

// openCase is one case under way.
type openCase struct {
	*settledCase
	w     *bulkWriter
	rows  *bulkRows
	desk  Desk
	stage int
	who   map[string]access.Actor // by step
}

// newOpen dates the case so that its present step was opened within the last days.
func (w *bulkWriter) newOpen(rows *bulkRows, h *registered, d Desk, stage int) *openCase {
	submitted := calendar.NextWorking(w.b.today.AddDays(-road[stage].opened - 2 - w.settler.ids.r.below(3)))
	c := &openCase{w: w, rows: rows, desk: d, stage: stage}
	c.settledCase = w.settler.newCase(placed{h.id, h.people, &h.Household}, submitted, nil, false)
	actor := func(login string) access.Actor { return w.b.crew.actors[login] }
	c.who = map[string]access.Actor{"accept": actor(d.Clerk), "verification": actor(d.Verifier), "survey": actor(d.Clerk), "first_opinion": actor(d.Head),
		"notice": actor(d.Clerk), "review": actor(d.Reviewer), "confirm": actor(d.Approver)}
	return c
}

func (c *openCase) add(table string, row ...any) {
	c.rows.open[table] = append(c.rows.open[table], row)
}

func (c *openCase) write() error {
	var accepted *time.Time
	var due *calendar.Date
	visit := "undrawn"
	if c.stage > stageAccept {
		t := at(c.submitted.AddDays(1), 10)
		accepted, due = &t, &c.due
	}
	if c.stage >= stageReview {
		visit = "not_drawn"
	}
	c.add("cases", c.id, c.number, c.h.Division, c.h.Division, c.household, c.people[0], c.h.Members[0].Name, int16(len(c.people)), "dibao",
		c.pack.Name, c.pack.Version, c.pack.Digest, c.procedure, "open", c.h.Urban, true, visit, c.submittedAt, accepted, due, nil, nil, int32(c.stage+1))
	c.add("case_request", c.w.settler.ids.at(c.submittedAt), c.id)
	c.persons()
	if err := c.facts(); err != nil {
		return err
	}
	c.event(c.submittedAt, c.who["accept"], "submitted", "accept", "提交申请")
	for i := range road {
		switch {
		case i < c.stage:
			c.done(i)
		case i == c.stage || i == stageVisits+1 && c.stage == stageVisits: // verification and survey run side by side
			c.opened(i)
		}
	}
	return nil
}

func (c *openCase) persons() {
	for i := range c.h.Members {
		m := &c.h.Members[i]
		role := "member"
		if i == 0 {
			role = "applicant"
		}
		c.add("case_member", c.id, c.people[i], c.h.Division, m.Name, idnum.MaskResident(m.IDNumber), m.Relation, int16(m.Sex), m.Birth, role, int16(i+1))
		c.add("case_authorisation", c.id, c.people[i], c.h.Division, fmt.Sprintf("SQ%s-%02d", c.number[2:], i+1), c.h.Members[0].Name,
			i > 0 && m.Birth.Age(c.submitted) < 18, c.submitted)
	}
}

// facts are those of the form, of the verification and of the survey, as far as the case has come.
func (c *openCase) facts() error {
	form := &playing{h: &registered{Household: *c.h}, day: c.submitted}
	put := func(person *uuid.UUID, kind, source string, when time.Time, by access.Actor, facts casework.Facts) error {
		for _, k := range slices.Sorted(maps.Keys(facts)) {
			raw, err := json.Marshal(facts[k])
			if err != nil {
				return err
			}
			c.add("case_fact", c.id, c.w.settler.ids.at(when), c.h.Division, person, k, kind, json.RawMessage(raw), source, when, by.Staff, by.Name)
		}
		return nil
	}
	household := householdFacts(c.h)
	declared := casework.Facts{}
	for k, v := range household {
		if k != "financial_assets" {
			declared[k] = v
		}
	}
	if err := put(nil, "declared", "申请表", c.submittedAt, c.who["accept"], declared); err != nil {
		return err
	}
	for i := range c.people {
		if err := put(&c.people[i], "declared", "申请表", c.submittedAt, c.who["accept"], form.declared(i)); err != nil {
			return err
		}
	}
	if c.stage < stageOpinion {
		return nil
	}
	verified, surveyed := at(c.submitted.AddDays(6), 15), at(c.submitted.AddDays(7), 15)
	for _, s := range found {
		source := s.source + "（" + c.submitted.AddDays(5).String() + "）"
		for i := range c.people {
			facts, of := casework.Facts{}, household
			person := (*uuid.UUID)(nil)
			if s.member {
				of, person = memberFacts(&c.h.Members[i]), &c.people[i]
			}
			for _, k := range s.keys {
				facts[k] = of[k]
			}
			if err := put(person, "verified", source, verified, c.who["verification"], facts); err != nil {
				return err
			}
			if !s.member {
				break
			}
		}
	}
	seen, head := casework.Facts{}, memberFacts(&c.h.Members[0])
	for _, k := range []string{"lives_together", "work_ability", "employed"} {
		seen[k] = head[k]
	}
	return put(&c.people[0], "surveyed", "入户调查（"+c.submitted.AddDays(7).String()+"）", surveyed, c.who["survey"], seen)
}

func (c *openCase) event(when time.Time, by access.Actor, kind, step, text string) {
	c.add("case_event", c.id, c.w.settler.ids.at(when), c.h.Division, when, by.Staff, by.Name, string(by.Role), kind, step, text, json.RawMessage(`{}`))
}

// done is a step that was closed, with its duty.
func (c *openCase) done(i int) {
	r := road[i]
	by := c.who[r.step]
	opened, closed := at(c.submitted.AddDays(r.opened), 10), at(c.submitted.AddDays(r.closed), 15).Add(time.Duration(i)*time.Millisecond)
	due := c.submitted.AddDays(r.closed + 2)
	c.add("case_step", c.id, c.w.settler.ids.at(opened), c.h.Division, r.step, int16(1), "done", opened, nil, &opened, &due, &closed, &r.exit, by.Staff, by.Name, "", json.RawMessage(`{}`))
	c.event(closed, by, r.step, r.step, "完成“"+stepNames[r.step]+"”")
	c.duty(r.step, opened, due, &closed)
	if r.step == "notice" {
		c.notice(true)
	}
}

// opened is the step that waits.
func (c *openCase) opened(i int) {
	r := road[i]
	opened := at(c.submitted.AddDays(r.opened), 10)
	due := calendar.DueWorking(calendar.DateOf(opened), r.closed-r.opened+1)
	var started *time.Time
	if r.step == "notice" {
		started, due = &opened, c.submitted.AddDays(r.opened+7)
		c.notice(false)
	}
	c.add("case_step", c.id, c.w.settler.ids.at(opened), c.h.Division, r.step, int16(1), "open", opened, nil, started, &due, nil, nil, nil, "", "", json.RawMessage(`{}`))
	c.duty(r.step, opened, due, nil)
}

func (c *openCase) notice(ended bool) {
	posted := c.submitted.AddDays(9)
	var end *time.Time
	if ended {
		t := at(posted.AddDays(8), 0)
		end = &t
	}
	c.add("notice", c.id, c.w.settler.ids.at(at(posted, 11)), c.h.Division, "dibao", c.h.Members[0].Name, int16(len(c.people)), int64(0), posted, posted.AddDays(7), end)
}

func (c *openCase) duty(step string, opened time.Time, due calendar.Date, closed *time.Time) {
	by := c.who[step]
	c.add("task", c.id, c.w.settler.ids.at(opened), "case_step", step, c.h.Division, division.At(c.h.Division, division.Level(by.Level)), int16(by.Level), string(by.Role),
		stepNames[step], c.number+" "+c.h.Members[0].Name, "/cases/"+c.id.String(), opened, due, closed)
}
