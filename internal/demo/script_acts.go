package demo

import (
	"cmp"
	"context"
	"fmt"
	"maps"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
	"zhongfu/internal/policy"
)

// given are facts that the case knows from the register itself.
var given = map[string]bool{"birth": true, "sex": true, "relation": true, "household_register": true}

// found are the facts that the verification answers, by source.
var found = []struct {
	source string
	member bool
	keys   []string
}{
	{"税务局", true, []string{"income_wage"}},
	{"人社局", true, []string{"income_transfer"}},
	{"银行（查控系统）", false, []string{"financial_assets"}},
	{"不动产登记中心", false, []string{"dwellings", "non_residential"}},
	{"车辆管理所", false, []string{"vehicles"}},
	{"市场监督管理局", false, []string{"business_registration"}},
}

// hidden is by how much the declared wage of the first earner falls short where the script says so.
const hidden = 20000

// declared is what the family says: without bank balances, which it leaves to the verification.
func (c *playing) declared(i int) casework.Facts {
	f := casework.Facts{}
	for k, v := range memberFacts(&c.h.Members[i]) {
		if !given[k] {
			f[k] = v
		}
	}
	if c.s.item != "" {
		maps.Copy(f, itemFacts(c.pack, &c.h.Household, &c.h.Members[i]))
	}
	if c.s.differs && i == c.earner() {
		f["income_wage"] = max(0, int64(c.h.Members[i].Wage)-hidden)
	}
	return f
}

// earner is the first member with a wage, or -1.
func (c *playing) earner() int {
	for i := range c.h.Members {
		if c.h.Members[i].Wage > 0 {
			return i
		}
	}
	return -1
}

// order lists the members as the form does: the applicant first.
func (c *playing) order() []int {
	out := []int{c.who}
	for i := range c.h.Members {
		if i != c.who {
			out = append(out, i)
		}
	}
	return out
}

// form is the application as the family fills it in.
func (c *playing) form(key uuid.UUID) casework.SubmitInput {
	in := casework.SubmitInput{RequestKey: key, Item: cmp.Or(c.s.item, "dibao"), Division: fmt.Sprint(c.h.Division), Urban: &c.h.Urban, Address: c.h.Address,
		Facts: casework.Facts{}, Pledge: true}
	for k, v := range householdFacts(&c.h.Household) {
		if k != "financial_assets" {
			in.Facts[k] = v
		}
	}
	for _, i := range c.order() {
		m := &c.h.Members[i]
		in.Members = append(in.Members, casework.SubmitMember{IDNumber: m.IDNumber, Name: m.Name, Relation: m.Relation, Phone: m.Phone, Account: m.Account,
			BankName: m.BankName, RegisterDivision: fmt.Sprint(m.Register), ResidenceDivision: fmt.Sprint(m.Residence), Facts: c.declared(i),
			Authorisation: &casework.MemberAuthorisation{SignedBy: c.h.Members[0].Name, Guardian: i > 0 && m.Birth.Age(c.day) < 18, SignedOn: c.day}})
	}
	return in
}

func (c *playing) submit(ctx context.Context) error {
	in := c.form(c.request())
	actor := c.clerk()
	if c.s.proxy {
		in.Proxy = &casework.SubmitProxy{Name: c.by("village", c.town).Name, Relation: "村级协理员"}
	}
	if c.s.kin {
		in.Relatives = []casework.RelativeInput{{Member: 0, StaffName: c.by("head", c.town).Name, Office: actor.OrgName, Relation: "表兄弟"}}
	}
	return c.keep(c.casework.Submit(ctx, actor, in))
}

func (c *playing) supplement(ctx context.Context) error {
	return c.keep(c.casework.Supplement(ctx, c.clerk(), c.id, casework.SupplementInput{Version: c.last.Version, Materials: []string{"medical_certificate"},
		Text: "请补交家庭成员的疾病诊断证明，以及最近六个月的工资流水。其他情况由我们核对，不用再跑。"}))
}

func (c *playing) accept(ctx context.Context) error {
	return c.keep(c.casework.Accept(ctx, c.clerk(), c.id, casework.AcceptInput{Version: c.last.Version, Pledge: true}))
}

func (c *playing) verify(ctx context.Context) error {
	in := casework.VerificationInput{Version: c.last.Version, ReportNumber: fmt.Sprintf("HD-%s", c.last.Number[3:]), Conclusion: "各来源查询结果见明细，未发现超过规定的财产。"}
	household := householdFacts(&c.h.Household)
	for _, s := range found {
		answered := !(c.s.urgent && s.source == "车辆管理所")
		if !s.member {
			f := casework.Facts{}
			for _, k := range s.keys {
				f[k] = household[k]
			}
			in.Answers = append(in.Answers, casework.SourceAnswer{Source: s.source, QueriedOn: c.day, Answered: answered, Facts: f})
			continue
		}
		for i := range c.h.Members {
			f, facts := casework.Facts{}, memberFacts(&c.h.Members[i])
			for _, k := range s.keys {
				f[k] = facts[k]
			}
			in.Answers = append(in.Answers, casework.SourceAnswer{PersonID: &c.h.people[i], Source: s.source, QueriedOn: c.day, Answered: true, Facts: f})
		}
	}
	return c.keep(c.casework.Verify(ctx, c.by("verifier", 0), c.id, in))
}

// situations are what the surveyors write, by item.
var situations = map[string]string{
	"":                  "住房一套，约六十平方米，家具简单；主要靠务工收入和政府补贴生活，邻里反映属实。",
	"tekun":             "一人独居，住房一间，家具陈旧；靠基础养老金生活，日常由邻居照看，邻里反映属实。",
	"orphan":            "孩子随祖辈生活，父母均已去世，有死亡证明；在校就读，祖辈身体尚可，能够照料。",
	"unsupported_child": "孩子随祖辈生活，父亲服刑，母亲失去联系一年以上，村（居）委会证明属实；在校就读，祖辈能够照料。",
}

func (c *playing) survey(ctx context.Context) error {
	clerk, village := c.clerk(), c.by("village", c.town)
	facts := casework.Facts{}
	for _, k := range []string{"lives_together", "work_ability", "employed"} {
		facts[k] = memberFacts(&c.h.Members[c.who])[k]
	}
	return c.keep(c.casework.Survey(ctx, clerk, c.id, casework.SurveyInput{Version: c.last.Version, VisitedOn: c.day,
		Surveyors:    []casework.Surveyor{{Name: clerk.Name, Office: clerk.OrgName, StaffID: &clerk.Staff}, {Name: village.Name, Office: village.OrgName, StaffID: &village.Staff}},
		FamilySigner: c.h.Members[0].Name, FamilySigned: true,
		Situation: situations[c.s.item],
		Facts:     []casework.MemberFacts{{PersonID: &c.h.people[c.who], Facts: facts}}}))
}

func (c *playing) opinion(ctx context.Context) error {
	in := casework.FirstOpinionInput{Version: c.last.Version, Outcome: "agree", Reason: "经核对和入户调查，情况属实。"}
	if i := c.earner(); c.s.differs && i >= 0 {
		in.Adopted = []casework.AdoptedFact{{PersonID: &c.h.people[i], Key: "income_wage", Kind: "verified", Note: "以税务部门申报收入为准"}}
	}
	if c.s.refuse {
		in.Outcome, in.Reason = "refuse", "经核对，家庭不符合规定条件，详见政策结论。"
	}
	return c.keep(c.casework.FirstOpinion(ctx, c.by("head", c.town), c.id, in))
}

func (c *playing) post(ctx context.Context) error {
	return c.keep(c.casework.PostNotice(ctx, c.clerk(), c.id, casework.PostNoticeInput{Version: c.last.Version, Place: "村（居）务公开栏"}))
}

func (c *playing) object(ctx context.Context) error {
	return c.keep(c.casework.Object(ctx, c.clerk(), c.id, casework.ObjectionInput{Channel: "window", Name: "", Text: "该户的儿子在外地打工有固定收入，请再核实一下。"}))
}

func (c *playing) review(ctx context.Context) error {
	reviewer := c.by("reviewer", 0)
	if c.mustVisit(ctx, reviewer) {
		st, err := c.casework.CountyVisit(ctx, reviewer, c.id, casework.CountyVisitInput{Version: c.last.Version, VisitedOn: c.day,
			Visitors: []casework.Surveyor{{Name: reviewer.Name, Office: reviewer.OrgName, StaffID: &reviewer.Staff}}, Findings: "抽查入户，与调查表所记一致。"})
		if err := c.keep(st, err); err != nil {
			return err
		}
	}
	in := casework.ReviewInput{Version: c.last.Version, Outcome: "agree", Opinion: "材料齐全，程序到位，建议确认。"}
	if c.s.refuse {
		in.Outcome, in.Opinion = "refuse", "不符合规定条件，建议不予确认。"
	}
	return c.keep(c.casework.Review(ctx, reviewer, c.id, in))
}

func (c *playing) mustVisit(ctx context.Context, reviewer access.Actor) bool {
	page, err := c.casework.Page(ctx, reviewer, c.id)
	return err == nil && (page.Case.CountyVisit == "drawn" || page.Case.CountyVisit == "relative")
}

func (c *playing) confirm(ctx context.Context) error {
	approver := c.by("approver", 0)
	in := casework.ConfirmInput{Version: c.last.Version, Outcome: "confirm"}
	page, err := c.casework.Page(ctx, approver, c.id)
	if err != nil {
		return err
	}
	if c.s.refuse {
		in.Outcome, in.Reason = "refuse", reasonOf(page.Result)
	} else if page.Result != nil {
		in.AmountFen = page.Result.AmountFen
	}
	return c.keep(c.casework.Confirm(ctx, approver, c.id, in))
}

// reasonOf is the first rule that fails, as the letter says it.
func reasonOf(r *policy.Result) string {
	if r != nil {
		for _, rule := range r.Rules {
			if rule.Passed != nil && !*rule.Passed {
				return rule.Reason
			}
		}
	}
	return "不符合规定条件。"
}

func (c *playing) deliver(ctx context.Context) error {
	return c.keep(c.casework.Deliver(ctx, c.by("reviewer", 0), c.id, casework.LetterInput{Version: c.last.Version, DeliveredOn: c.day, Method: "in_person", Receiver: c.h.Members[0].Name}))
}

func (c *playing) withdraw(ctx context.Context) error {
	return c.keep(c.casework.Withdraw(ctx, c.clerk(), c.id, casework.ReasonInput{Version: c.last.Version, Reason: "申请人已找到工作，主动撤回申请。"}))
}
