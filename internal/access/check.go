package access

import (
	"fmt"
	"slices"
	"sort"

	"zhongfu/internal/errs"
)

// Action names one thing that can be done, as object.verb: "case.confirm".
type Action string

// Grant lets one role do an action when its office is at one of the levels. Empty Levels means every level.
type Grant struct {
	Role   Role
	Levels []Level
}

// Rule is one row of the access table.
type Rule struct {
	Action Action
	Label  string // Chinese, shown to administrators and in refusals
	Grants []Grant
	Public bool // may be done without signing in; Grants is then empty
	Any    bool // any person signed in, whatever the role (own session, own password)
	// Watched puts attempts of those who may not, or not there, on the audit trail: what asks, orders or reads the data of 核对.
	Watched bool
}

var rules = build(identityRules, registryRules, policyRules, rulebookRules, simulationRules, verificationRules, sourceRules, livenessRules, caseworkRules, benefitRules, publicRules)

func build(groups ...[]Rule) map[Action]Rule {
	m := map[Action]Rule{}
	for _, g := range groups {
		for _, r := range g {
			if _, twice := m[r.Action]; twice {
				panic(fmt.Sprintf("access: action %s stands twice in the table", r.Action))
			}
			m[r.Action] = r
		}
	}
	return m
}

// Table returns every rule, ordered by action; tests and the administrator's screen read it.
func Table() []Rule {
	out := make([]Rule, 0, len(rules))
	for _, r := range rules {
		out = append(out, r)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Action < out[j].Action })
	return out
}

// Lookup returns the rule of an action.
func Lookup(a Action) (Rule, bool) { r, ok := rules[a]; return r, ok }

// Allows tells whether the table lets the role act from an office of that level.
func (r Rule) Allows(role Role, level Level) bool {
	if r.Public || role == system {
		return true
	}
	if role == public || role == "" {
		return false
	}
	if r.Any {
		return true
	}
	for _, g := range r.Grants {
		if g.Role == role && (len(g.Levels) == 0 || slices.Contains(g.Levels, level)) {
			return true
		}
	}
	return false
}

// Resource says where the thing lies that is acted on.
type Resource struct {
	Division int64 // 12-digit code
	anywhere bool
}

// At is a resource at a division.
func At(division int64) Resource { return Resource{Division: division} }

// Listing is for lists and searches: no single division, the statement itself filters by the actor's range.
var Listing = Resource{anywhere: true}

// Check answers nil, or Forbidden when the role lacks the action, or NotFound when the division lies outside the actor's
// range: whether something exists elsewhere must not show.
func Check(a Actor, action Action, on Resource) error {
	rule, ok := rules[action]
	if !ok {
		return errs.New(errs.Internal, "unknown_action", "系统错误：未登记的操作。").Because(fmt.Errorf("action %q", action))
	}
	if !rule.Allows(a.Role, a.Level) {
		if a.IsPublic() {
			return errs.New(errs.Unauthenticated, "not_signed_in", "您还没有登录，或登录已过期，请重新登录。")
		}
		return errs.Denied("您的岗位（%s）不能%s；请由有此职责的人员办理。", a.Role.Label(), rule.Label)
	}
	if rule.Public || rule.Any || on.anywhere || a.Role == system {
		return nil
	}
	if !a.Sees(on.Division) {
		return errs.Missing("该记录")
	}
	return nil
}

// Actions returns what the actor may do, ordered; the front end shows only that.
func Actions(a Actor) []Action {
	var out []Action
	for _, r := range rules {
		if r.Allows(a.Role, a.Level) {
			out = append(out, r.Action)
		}
	}
	slices.Sort(out)
	return out
}
