package policy

import (
	"errors"

	"zhongfu/internal/errs"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// Evaluate decides an item on the facts of one household or person (民发〔2021〕57号 arts. 7, 8, 13, 14, 23 in the first
// packs). Errors: an item, place or day that the pack does not serve; facts that do not fit the catalogue.
func (p *Pack) Evaluate(item string, in Input) (*Result, error) {
	return p.evaluateWith(item, in, nil)
}

// evaluateWith is Evaluate with some parameters set for this once.
func (p *Pack) evaluateWith(item string, in Input, set map[string]int64) (*Result, error) {
	it := p.items[item]
	if it == nil {
		return nil, errs.Bad("item", "政策包 %s 没有项目 %s%s。", p.Name, item, suggestion(item, p.itemOrder))
	}
	if !p.Serves(in.Division) {
		return nil, errs.Bad("division", "区划 %012d 不在政策包 %s（%s）的范围内。请换用当地的政策包。", in.Division, p.Name, p.Title)
	}
	n, err := p.normalise(in)
	if err != nil {
		return nil, err
	}
	return p.evaluate(it, in, n, set)
}

func (p *Pack) evaluate(it *Item, in Input, n *normalised, set map[string]int64) (*Result, error) {
	e, err := p.run(it, in, n, set)
	if err != nil {
		return nil, err
	}
	return e.result(), nil
}

// run is evaluate before the result is drawn up.
func (p *Pack) run(it *Item, in Input, n *normalised, set map[string]int64) (*evaluation, error) {
	if !it.Valid(in.Date) {
		return nil, errs.Bad("date", "%s 在 %s 没有生效（%s 起）。请核对日期。", it.Name, in.Date, it.From)
	}
	if it.Unit == UnitPerson && in.Person == "" {
		return nil, errs.Bad("person", "“%s”按人申请，请用 person 写明申请人是 members 中的哪一位（命令行用 --person）。", it.Name)
	}
	e := &evaluation{pack: p, item: it, in: in, facts: n, root: newScope(nil), set: set}
	e.bind()
	steps := []func() error{e.bindOutcomes, e.evalMembers, e.evalValues, e.evalRules, e.evalAmount}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// evaluation is the working state of one Evaluate.
type evaluation struct {
	pack   *Pack
	item   *Item
	in     Input
	facts  *normalised
	set    map[string]int64 // parameters set for this evaluation only
	root   *scope
	used   []ParameterUsed
	byID   map[string]ParameterUsed
	urban  *bool
	member []*memberState
	values []ValueResult // by index of item.Values
	rules  []RuleResult
	amount *int64
	// amountMissing are the facts that only the amount waits for.
	amountMissing []Missing
}

// bind makes the household's facts known to expressions.
func (e *evaluation) bind() {
	c := e.item.code
	e.root.set("date", midnight(e.in.Date))
	for _, key := range c.household {
		if v, ok := e.facts.household[key]; ok {
			e.root.set("h."+key, v)
			continue
		}
		if e.pack.householdFacts[key].OutcomeOf != "" {
			continue // bindOutcomes
		}
		e.root.unknown("h."+key, []Missing{e.missing(OfHousehold, "", key)}, e.facts.bound("", e.pack.householdFacts[key]))
	}
	e.byID = map[string]ParameterUsed{}
	if u, ok := e.facts.household["urban"].(bool); ok {
		e.urban = &u
	}
}

// need makes a parameter known when the first expression names it, so that the result lists just those that were used.
func (e *evaluation) need(id string) error {
	if _, have := e.byID[id]; have {
		return nil
	}
	u, err := e.pack.Parameter(id, e.in.Division, e.in.Date, e.urban)
	if err != nil {
		return err
	}
	if v, ok := e.set[id]; ok {
		u.Value, u.Status, u.Area, u.Note = v, Sample, "", "本案例设定"
		if e.pack.parameters[id].Type == ParamBool {
			u.Value = v != 0
		}
	}
	e.used = append(e.used, u)
	e.byID[id] = u
	if u.Value == nil {
		_, r := e.pack.find(id, e.in.Division, e.in.Date)
		if r.of.Unknown { // no evidence would settle it: the rules say what holds then
			e.root.set("p."+id, r.urban)
			return nil
		}
		e.root.unknown("p."+id, []Missing{e.missing(OfHousehold, "", "urban")}, span(min(r.urban, r.rural), max(r.urban, r.rural)))
		return nil
	}
	e.root.set("p."+id, u.Value)
	return nil
}

// eval is scope.eval with the parameters of x made known first.
func (e *evaluation) eval(s *scope, x *expr) (ref.Val, []Missing, error) {
	for _, id := range x.params {
		if err := e.need(id); err != nil {
			return nil, nil, err
		}
	}
	return s.eval(x)
}

func (e *evaluation) missing(of, member, key string) Missing {
	m := Missing{Member: member, Fact: key, Label: key}
	if f := e.pack.Fact(of, key); f != nil {
		m.Label = f.Label
	}
	for i := range e.in.Members {
		if e.in.Members[i].ID == member {
			m.Name = e.in.Members[i].Name
		}
	}
	return m
}

// evalRules asks every rule in force.
func (e *evaluation) evalRules() error {
	for i := range e.item.Rules {
		r := &e.item.Rules[i]
		if !inForce(r.From, r.Until, e.in.Date) {
			continue
		}
		res := RuleResult{ID: r.ID, Name: r.Name, Clause: r.Clause}
		if r.Item != "" {
			if err := e.askItem(&res, r, e.item.code.unless[i]); err != nil {
				return err
			}
		} else if err := e.askRule(&res, r, e.item.code.rules[i]); err != nil {
			return err
		}
		e.rules = append(e.rules, res)
	}
	if len(e.rules) == 0 { // the loader refuses such a pack; were it ever let through, nobody may be granted by silence
		return e.fault("规则", errors.New("no rule is in force"))
	}
	return nil
}

func (e *evaluation) askRule(res *RuleResult, r *Rule, x *expr) error {
	v, missing, err := e.eval(e.root, x)
	if err != nil {
		return e.fault("规则 "+r.ID, err)
	}
	res.Values = e.shown(x.refs)
	res.Text = e.fill(r.Text)
	if v == nil {
		res.Missing = missing
		res.Reason = "缺少证据：" + labels(missing) + "。"
		return nil
	}
	passed := v.Value() == true
	res.Passed = &passed
	if !passed {
		res.Reason = e.fill(r.Reason)
	}
	return nil
}

// askItem asks another item on the same facts, unless the rule says that it need not be asked.
func (e *evaluation) askItem(res *RuleResult, r *Rule, unless *expr) error {
	var open []Missing
	if unless != nil {
		v, missing, err := e.eval(e.root, unless)
		if err != nil {
			return e.fault("规则 "+r.ID, err)
		}
		if v != nil && v.Value() == true {
			yes := true
			res.Passed, res.Text, res.Values = &yes, e.fill(r.Text), e.shown(unless.refs)
			return nil
		}
		open = missing
	}
	sub, err := e.pack.evaluate(e.pack.items[r.Item], e.in, e.facts, e.set)
	if err != nil {
		return err
	}
	e.foldItem(res, r, sub)
	if open != nil && (res.Passed == nil || !*res.Passed) {
		res.Passed, res.Missing = nil, union(open, res.Missing)
		res.Reason = "缺少证据：" + labels(res.Missing) + "。"
	}
	return nil
}

// foldItem makes the result of another item the result of a rule.
func (e *evaluation) foldItem(res *RuleResult, r *Rule, sub *Result) {
	res.Text = e.fill(r.Text)
	res.Values = sub.Values
	yes, no := true, false
	switch sub.Outcome {
	case Eligible:
		res.Passed = &yes
	case NeedsEvidence:
		res.Missing = sub.Missing
		res.Reason = "缺少证据：" + labels(sub.Missing) + "。"
	default:
		res.Passed = &no
		res.Reason = e.fill(r.Reason)
		for _, s := range sub.Rules {
			if s.Passed != nil && !*s.Passed {
				res.Reason += s.Reason
			}
		}
	}
	for _, u := range sub.Parameters {
		// The parameter is the same for this place and day; the other item has only found it out first.
		_ = e.need(u.ID)
	}
}

func (e *evaluation) evalAmount() error {
	if e.item.code.amount == nil {
		return nil
	}
	v, missing, err := e.eval(e.root, e.item.code.amount)
	if err != nil {
		return e.fault("金额", err)
	}
	if v == nil {
		e.amountMissing = missing
		return nil
	}
	n, _ := v.(types.Int)
	fen := e.item.Amount.Rounding.Apply(int64(n))
	e.amount = &fen
	return nil
}

func (e *evaluation) fault(what string, err error) error {
	if errs.As(err) != nil {
		return err // already says what to do, for example a place without a standard
	}
	return errs.New(errs.Internal, "policy_fault", "政策包 %s 的项目 %s 在计算%s时出错。", e.pack.Name, e.item.ID, what).Because(err)
}

// result settles the outcome: a rule that fails on known facts refuses at once; else what is unknown asks for evidence.
func (e *evaluation) result() *Result {
	res := &Result{
		Item: e.item.ID, ItemName: e.item.Name, Date: e.in.Date, Division: e.in.Division, Rules: e.rules,
		Parameters: e.used, Pack: e.pack.ref(), Missing: []Missing{}, Values: []ValueResult{}, Members: []MemberResult{},
	}
	if e.item.Unit == UnitPerson {
		res.Person = e.in.Person
	}
	for i, v := range e.values {
		if !e.item.Values[i].Hidden && v.ID != "" {
			res.Values = append(res.Values, v)
		}
	}
	for _, m := range e.member {
		res.Members = append(res.Members, m.result)
	}
	failed, open := false, e.item.code.amount != nil && e.amount == nil
	for _, r := range e.rules {
		failed = failed || r.Passed != nil && !*r.Passed
		open = open || r.Passed == nil
	}
	var zero int64
	switch {
	case failed:
		res.Outcome = Ineligible
		if e.item.code.amount != nil {
			res.AmountFen = &zero
		}
	case open:
		res.Outcome = NeedsEvidence
		for _, r := range e.rules {
			res.Missing = union(res.Missing, r.Missing)
		}
		res.Missing = union(res.Missing, e.amountMissing)
	default:
		res.Outcome = Eligible
		res.AmountFen = e.amount
	}
	return res
}
