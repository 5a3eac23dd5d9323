package policy

import "zhongfu/internal/access"

// Roles that an actor of a step may hold.
const (
	VillageAssistant    = "village_assistant"
	TownClerk           = "town_clerk"
	TownHead            = "town_head"
	CountyReviewer      = "county_reviewer"
	CountyApprover      = "county_approver"
	VerificationOfficer = "verification_officer"
	FinanceOfficer      = "finance_officer"
	DepartmentDesk      = "department_desk"
	CitySupervisor      = "city_supervisor"
	ProvinceSupervisor  = "province_supervisor"
	Auditor             = "auditor"
	Administrator       = "administrator"
)

// RoleNames are the Chinese names of the roles, by id.
var RoleNames = roleNames()

func roleNames() map[string]string {
	names := make(map[string]string, len(access.Roles))
	for _, r := range access.Roles {
		names[string(r)] = r.Label()
	}
	return names
}

// LevelNames are the Chinese names of the five levels.
var LevelNames = map[string]string{"village": "村（社区）", "town": "镇街", "county": "县（市、区）", "city": "地级市", "province": "省"}

// Guards are the conditions a step or an exit may name. Casework proves them; a pack that names another is refused.
var Guards = map[string]string{
	"materials_complete":    "申请书、身份证明和授权书齐全",
	"relatives_declared":    "已作近亲属申报",
	"verification_reported": "核对报告已出具",
	"survey_signed":         "入户调查表有两名调查人和家庭成员签字",
	"two_surveyors":         "入户调查人不少于两名",
	"notice_elapsed":        "公示已满期限",
	"no_open_objection":     "没有未处理的异议",
	"objection_raised":      "公示期内有人提出异议",
	"appraisal_recorded":    "民主评议有记录",
	"county_visited":        "县级已入户（抽查到的、近亲属备案的必须入户）",
	"policy_eligible":       "政策结论为符合条件",
	"reasons_written":       "已写明事实、条款和理由",
	"non_cooperation":       "申请人不配合且已书面告知",
	"delegated_town":        "确认权已下放该镇街",
}

// Actor is who does a step.
type Actor struct {
	Role  string `yaml:"role" json:"role"`
	Level string `yaml:"level" json:"level"`
}

// Deadline is a number of days, taken from a parameter, in working or natural days.
type Deadline struct {
	Parameter string `yaml:"parameter" json:"parameter"`
	Calendar  string `yaml:"calendar" json:"calendar"` // working or natural
	Since     string `yaml:"since" json:"since"`       // event it runs from: step_start, acceptance, decision, submission
	Clause    Clause `yaml:"clause" json:"clause"`

	Days   int    `yaml:"-" json:"days"` // the parameter's value, filled at load
	Status string `yaml:"-" json:"status"`
}

// Exit leaves a step by an action. To names steps (several start side by side) or one end state.
type Exit struct {
	Action  string  `yaml:"action" json:"action"`
	Name    string  `yaml:"name" json:"name"`
	To      Strings `yaml:"to" json:"to"`
	Guards  Strings `yaml:"guards" json:"guards,omitempty"`
	Returns bool    `yaml:"returns" json:"returns,omitempty"` // goes back to an earlier step; not a way forward
}

// Step is one duty in a procedure.
type Step struct {
	ID           string    `yaml:"id" json:"id"`
	Name         string    `yaml:"name" json:"name"`
	Actor        Actor     `yaml:"actor" json:"actor"`
	StartsWithin *Deadline `yaml:"starts_within" json:"starts_within,omitempty"`
	Deadline     *Deadline `yaml:"deadline" json:"deadline,omitempty"`
	After        Strings   `yaml:"after" json:"after,omitempty"` // all of these must be done first (join)
	ParallelWith Strings   `yaml:"parallel_with" json:"parallel_with,omitempty"`
	Guards       Strings   `yaml:"guards" json:"guards,omitempty"`
	Forms        Strings   `yaml:"forms" json:"forms,omitempty"`
	Papers       Strings   `yaml:"papers" json:"papers,omitempty"`
	Clock        string    `yaml:"clock" json:"clock"` // before (acceptance), counted, special (only the longer total allows it), after (decision)
	Exits        []Exit    `yaml:"exits" json:"exits"`
	Clause       Clause    `yaml:"clause" json:"clause"`
	At           Pos       `yaml:"-" json:"at"`
}

// Total is a limit on the whole time from acceptance to decision.
type Total struct {
	ID       string   `yaml:"id" json:"id"` // normal, special
	Name     string   `yaml:"name" json:"name"`
	Deadline Deadline `yaml:"deadline" json:"deadline"`
	At       Pos      `yaml:"-" json:"-"`
}

// Group is a legal limit that several steps share.
type Group struct {
	ID       string   `yaml:"id" json:"id"`
	Name     string   `yaml:"name" json:"name"`
	Steps    Strings  `yaml:"steps" json:"steps"`
	Deadline Deadline `yaml:"deadline" json:"deadline"`
	At       Pos      `yaml:"-" json:"-"`
}

// Incompatible are two steps of one case that one person may not both do.
type Incompatible struct {
	Steps  Strings `yaml:"steps" json:"steps"`
	Clause Clause  `yaml:"clause" json:"clause"`
	At     Pos     `yaml:"-" json:"-"`
}

// Procedure is the road of a case.
type Procedure struct {
	ID           string            `yaml:"id" json:"id"`
	Name         string            `yaml:"name" json:"name"`
	Start        string            `yaml:"start" json:"start"`
	Ends         []Option          `yaml:"ends" json:"ends"` // code and label of the end states
	Steps        []Step            `yaml:"steps" json:"steps"`
	Totals       []Total           `yaml:"totals" json:"totals"`
	Groups       []Group           `yaml:"groups" json:"groups,omitempty"`
	Incompatible []Incompatible    `yaml:"incompatible" json:"incompatible"`
	Settings     map[string]string `yaml:"settings" json:"settings,omitempty"` // use → parameter id (county_visit_sampling …)
	Clause       Clause            `yaml:"clause" json:"clause"`
	At           Pos               `yaml:"-" json:"at"`
	Origin       string            `yaml:"-" json:"origin"`
}

// Step returns the step with the id, or nil.
func (p *Procedure) Step(id string) *Step {
	for i := range p.Steps {
		if p.Steps[i].ID == id {
			return &p.Steps[i]
		}
	}
	return nil
}

// IsEnd tells whether id is an end state.
func (p *Procedure) IsEnd(id string) bool {
	for _, e := range p.Ends {
		if e.Code == id {
			return true
		}
	}
	return false
}

// Total returns the limit with the id (normal, special), or nil.
func (p *Procedure) Total(id string) *Total {
	for i := range p.Totals {
		if p.Totals[i].ID == id {
			return &p.Totals[i]
		}
	}
	return nil
}

// MayNotBoth tells whether one person may not do both steps in one case.
func (p *Procedure) MayNotBoth(a, b string) bool {
	for _, in := range p.Incompatible {
		if len(in.Steps) == 2 && (in.Steps[0] == a && in.Steps[1] == b || in.Steps[0] == b && in.Steps[1] == a) {
			return true
		}
	}
	return false
}
