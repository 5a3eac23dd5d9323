package demo

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/idnum"
	"zhongfu/internal/policy"
	"zhongfu/internal/seal"
	"zhongfu/internal/synth"
)

// settler writes cases that were decided in past months, as rows for COPY: the road they went, the facts that were
// declared, the decision with the policy's result of that day, and the entitlement of those confirmed.
type settler struct {
	pack   *policy.Pack
	keys   *seal.Keyring
	places *division.Index
	today  calendar.Date
	ids    *idSource
	seq    map[series]int // last case number given per county and year
}

type series struct {
	county int64
	year   int
}

// seriesOf is the six digits that case numbers of a county name, as casework writes them: the city's where towns hang on
// it directly.
func seriesOf(county int64) int64 {
	if division.IsPlaceholder(county) {
		county = division.At(county, division.City)
	}
	return county / 1e6
}

// idSource makes version-7 ids that are the same for the same seed.
type idSource struct {
	r *random
}

// at returns an id whose time part is t.
func (s *idSource) at(t time.Time) uuid.UUID {
	var u uuid.UUID
	ms := uint64(t.UnixMilli())
	for i := range 6 {
		u[i] = byte(ms >> (40 - 8*i))
	}
	a, b := s.r.next(), s.r.next()
	for i := range 2 {
		u[6+i] = byte(a >> (8 * i))
	}
	for i := range 8 {
		u[8+i] = byte(b >> (8 * i))
	}
	u[6] = u[6]&0x0f | 0x70
	u[8] = u[8]&0x3f | 0x80
	return u
}

// random is splitmix64: the loader must give the same province for the same seed on every machine.
type random struct{ state uint64 }

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// road is the days after submit on which each step of a settled case was closed, and who closed it.
var road = []struct {
	step, exit string
	opened     int
	closed     int
	by         string
}{
	{"accept", "accept", 0, 1, "镇街经办"},
	{"verification", "report", 1, 6, "核对人员"},
	{"survey", "surveyed", 1, 7, "镇街经办"},
	{"first_opinion", "propose_grant", 7, 9, "镇街负责人"},
	{"notice", "finish_notice", 9, 17, "系统"},
	{"review", "propose_confirm", 17, 21, "县级审核"},
	{"confirm", "confirm", 21, 23, "县级确认"},
	{"letter", "delivered", 23, 25, "镇街经办"},
}

// declaredKeys are the facts that a settled case keeps as declared; the decision keeps all.
var declaredKeys = []string{"income_wage", "income_business", "income_transfer", "rigid_spending"}

// person and household of the register that a settled case is about.
type placed struct {
	household uuid.UUID
	people    []uuid.UUID // in the order of h.Members
	h         *synth.Household
}

// settle appends the rows of one decided case, and of its entitlement when confirmed. It reports whether it was.
func (s *settler) settle(rows *caseRows, p placed, submitted calendar.Date) (bool, error) {
	decided := submitted.AddDays(23)
	in := inputOf(p.h)
	for i := range in.Members { // a re-verification compares by person
		in.Members[i].ID = p.people[i].String()
	}
	in.Date = decided
	result, err := s.pack.Evaluate("dibao", in)
	if err != nil {
		return false, fmt.Errorf("demo: household %d: %w", p.h.Index, err)
	}
	confirmed := result.Outcome == policy.Eligible && result.AmountFen != nil && *result.AmountFen > 0
	if !confirmed && result.Outcome != policy.Ineligible {
		return false, nil // what only more evidence could decide is not history
	}
	c := s.newCase(p, submitted, result, confirmed)
	rows.add("cases", c.row())
	if err := s.addRoad(rows, c); err != nil {
		return false, err
	}
	s.addPeople(rows, c)
	if err := s.addFacts(rows, c); err != nil {
		return false, err
	}
	if err := s.addDecision(rows, c, result, in); err != nil {
		return false, err
	}
	if confirmed {
		s.addEntitlement(rows, c)
	}
	return confirmed, nil
}

// settledCase is one decided case.
type settledCase struct {
	placed
	id                   uuid.UUID
	number               string
	county               int64
	submitted            calendar.Date
	confirmed            bool
	amount               int64
	procedure            string
	pack                 *policy.Pack
	due                  calendar.Date
	submittedAt, closeAt time.Time
}

func (s *settler) newCase(p placed, submitted calendar.Date, r *policy.Result, confirmed bool) *settledCase {
	county := division.At(p.h.Division, division.County)
	year, _, _ := submitted.Civil()
	key := series{seriesOf(county), year}
	s.seq[key]++
	c := &settledCase{placed: p, county: county, submitted: submitted, confirmed: confirmed, pack: s.pack, procedure: s.pack.Item("dibao").Procedure,
		number: fmt.Sprintf("GD-%06d-%d-%06d", key.county, year, s.seq[key]), due: submitted.AddDays(42)}
	c.submittedAt = at(submitted, 9)
	c.closeAt = at(submitted.AddDays(25), 16)
	c.id = s.ids.at(c.submittedAt)
	if confirmed {
		c.amount = *r.AmountFen
	}
	return c
}

// epoch stands in ids of things that have no time of their own.
var epoch = calendar.NewDate(2024, 1, 2).Time()

func at(d calendar.Date, hour int) time.Time { return d.Time().Add(time.Duration(hour) * time.Hour) }

func (c *settledCase) row() []any {
	status := "refused"
	var amount *int64
	if c.confirmed {
		status, amount = "confirmed", &c.amount
	}
	accepted := at(c.submitted.AddDays(1), 10)
	return []any{c.id, c.number, c.h.Division, c.h.Division, c.household, c.people[0], c.h.Members[0].Name, int16(len(c.people)), "dibao",
		c.pack.Name, c.pack.Version, c.pack.Digest, c.procedure, status, c.h.Urban, true, "not_drawn", c.submittedAt, &accepted, &c.due, &c.closeAt, amount, int32(len(road) + 1)}
}

func (s *settler) addRoad(rows *caseRows, c *settledCase) error {
	for i, r := range road {
		exit := r.exit
		if !c.confirmed {
			switch r.step {
			case "first_opinion":
				exit = "propose_refuse"
			case "notice":
				continue // a refusal that the township proposed goes to the county without a notice
			case "review":
				exit = "propose_refuse"
			case "confirm":
				exit = "refuse"
			}
		}
		opened, closed := at(c.submitted.AddDays(r.opened), 10), at(c.submitted.AddDays(r.closed), 15)
		due := c.submitted.AddDays(r.closed + 2)
		rows.add("case_step", []any{c.id, s.ids.at(opened), c.h.Division, r.step, int16(1), "done", opened, &opened, &due, &closed, &exit, r.by, json.RawMessage(`{}`)})
		name := stepNames[r.step]
		rows.add("case_event", []any{c.id, s.ids.at(closed.Add(time.Duration(i) * time.Millisecond)), c.h.Division, closed, r.by, "system", r.step, r.step, "完成“" + name + "”", json.RawMessage(`{}`)})
	}
	if c.confirmed {
		posted := c.submitted.AddDays(9)
		ended := at(posted.AddDays(8), 0)
		rows.add("notice", []any{c.id, s.ids.at(at(posted, 11)), c.h.Division, "dibao", c.h.Members[0].Name, int16(len(c.people)), c.amount, posted, posted.AddDays(7), &ended})
	}
	return nil
}

var stepNames = map[string]string{"accept": "受理", "verification": "信息核对", "survey": "入户调查", "first_opinion": "初审", "notice": "公示",
	"review": "县级审核", "confirm": "确认", "letter": "送达"}

func (s *settler) addPeople(rows *caseRows, c *settledCase) {
	for i := range c.h.Members {
		m := &c.h.Members[i]
		role := "member"
		if i == 0 {
			role = "applicant"
		}
		rows.add("case_member", []any{c.id, c.people[i], c.h.Division, m.Name, idnum.MaskResident(m.IDNumber), m.Relation, int16(m.Sex), m.Birth, role, int16(i)})
		rows.add("case_authorisation", []any{c.id, c.people[i], c.h.Division, fmt.Sprintf("%s-SQ%02d", c.number, i+1), m.Name, c.submitted})
	}
}

func (s *settler) addFacts(rows *caseRows, c *settledCase) error {
	add := func(person *uuid.UUID, key string, v any) error {
		raw, err := json.Marshal(v)
		if err != nil {
			return err
		}
		rows.add("case_fact", []any{c.id, s.ids.at(c.submittedAt), c.h.Division, person, key, "declared", json.RawMessage(raw), "申请", c.submittedAt, c.h.Members[0].Name})
		return nil
	}
	for i := range c.h.Members {
		facts := memberFacts(&c.h.Members[i])
		for _, key := range declaredKeys {
			if facts[key] == int64(0) && i > 0 {
				continue
			}
			if err := add(&c.people[i], key, facts[key]); err != nil {
				return err
			}
		}
	}
	hf := householdFacts(c.h)
	for _, key := range []string{"financial_assets", "dwellings", "vehicles"} {
		if err := add(nil, key, hf[key]); err != nil {
			return err
		}
	}
	return nil
}

func (s *settler) addDecision(rows *caseRows, c *settledCase, r *policy.Result, in policy.Input) error {
	result, err := json.Marshal(r)
	if err != nil {
		return err
	}
	facts, err := json.Marshal(in)
	if err != nil {
		return err
	}
	outcome, reason := "confirmed", ""
	if !c.confirmed {
		outcome = "refused"
		for _, rule := range r.Rules {
			if rule.Passed != nil && !*rule.Passed {
				reason = rule.Reason
				break
			}
		}
	}
	rows.add("case_decision", []any{c.id, c.h.Division, outcome, c.amount, reason, json.RawMessage(facts), json.RawMessage(result), at(c.submitted.AddDays(23), 15), uuid.Nil, "县级确认"})
	return nil
}

func (s *settler) addEntitlement(rows *caseRows, c *settledCase) {
	head := &c.h.Members[0]
	decided := c.submitted.AddDays(23)
	opened := at(decided, 15)
	rows.add("entitlement", []any{c.household, s.ids.at(opened), c.h.Division, c.county, c.id, "dibao", c.people[0], head.Name,
		s.keys.Seal("person.id", head.IDNumber), s.keys.Seal("person.account", head.Account), head.BankName, int16(len(c.people)), c.amount, decided.AddMonths(1).MonthStart(), opened})
	for i := range c.people {
		rows.add("category", []any{c.people[i], s.ids.at(opened), &c.household, c.h.Division, "dibao", decided.AddMonths(1).MonthStart(), &c.id, "确认通知书", opened})
	}
}
