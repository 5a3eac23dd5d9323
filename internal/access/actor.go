package access

import (
	"context"

	"github.com/google/uuid"

	"zhongfu/internal/errs"
)

// Role is a duty that a person of staff holds at a division.
type Role string

const (
	VillageAssistant    Role = "village_assistant"    // 村级社会救助协理员
	TownClerk           Role = "town_clerk"           // 镇街经办人员
	TownHead            Role = "town_head"            // 镇街负责人
	CountyReviewer      Role = "county_reviewer"      // 县级审核人员
	CountyApprover      Role = "county_approver"      // 县级确认人员
	VerificationOfficer Role = "verification_officer" // 核对人员
	FinanceOfficer      Role = "finance_officer"      // 资金发放人员
	DepartmentDesk      Role = "department_desk"      // 部门窗口
	CitySupervisor      Role = "city_supervisor"      // 市级监管
	ProvinceSupervisor  Role = "province_supervisor"  // 省级监管
	Auditor             Role = "auditor"              // 审计人员
	Administrator       Role = "administrator"        // 系统管理员

	system Role = "system" // jobs and start-up; never assigned to a person
	public Role = "public" // nobody signed in
)

// Roles lists every role that a person can hold, in the order screens show them.
var Roles = []Role{VillageAssistant, TownClerk, TownHead, CountyReviewer, CountyApprover, VerificationOfficer,
	FinanceOfficer, DepartmentDesk, CitySupervisor, ProvinceSupervisor, Auditor, Administrator}

// Label is the role's name on screens.
func (r Role) Label() string { return roleLabels[r] }

var roleLabels = map[Role]string{
	VillageAssistant: "村级协理员", TownClerk: "镇街经办", TownHead: "镇街负责人", CountyReviewer: "县级审核",
	CountyApprover: "县级确认", VerificationOfficer: "核对人员", FinanceOfficer: "资金发放", DepartmentDesk: "部门窗口",
	CitySupervisor: "市级监管", ProvinceSupervisor: "省级监管", Auditor: "审计人员", Administrator: "系统管理员",
	system: "系统", public: "公众",
}

// Level is one of the five levels of government, 1 = province … 5 = village.
type Level int8

const (
	Province Level = 1 + iota
	City
	County
	Town
	Village
)

// Levels lists all levels from province to village.
var Levels = []Level{Province, City, County, Town, Village}

// Actor is who acts: one person in one role at one place, or the system, or the public. The zero Actor may do nothing
// and sees no row.
type Actor struct {
	Staff        uuid.UUID // zero for system and public
	Name         string    // shown in timelines and papers
	Role         Role
	Level        Level
	Division     int64 // the division whose office the actor sits in
	Lo, Hi       int64 // the code range of Division, both ends included
	Organisation uuid.UUID
	OrgName      string
	Session      uuid.UUID
	Remote       string // address the request came from, for the audit trail
}

// System acts for jobs and start-up, over every division.
func System(name string) Actor {
	return Actor{Name: name, Role: system, Level: Province, Lo: 0, Hi: 999999999999}
}

// Public is somebody who has not signed in. Row-level security shows it nothing.
func Public(remote string) Actor { return Actor{Name: "公众", Role: public, Remote: remote} }

// IsSystem tells whether the actor is a job or start-up code.
func (a Actor) IsSystem() bool { return a.Role == system }

// IsPublic tells whether nobody has signed in.
func (a Actor) IsPublic() bool { return a.Role == public || a.Role == "" }

// Sees tells whether a division lies in the actor's range.
func (a Actor) Sees(division int64) bool { return a.Lo <= division && division <= a.Hi && a.Hi != 0 }

type actorKey struct{}

// WithActor puts the actor of a request into its context; only the HTTP edge and jobs do this.
func WithActor(ctx context.Context, a Actor) context.Context {
	return context.WithValue(ctx, actorKey{}, a)
}

// From returns the actor of ctx, or an Unauthenticated error.
func From(ctx context.Context) (Actor, error) {
	a, ok := ctx.Value(actorKey{}).(Actor)
	if !ok || a.IsPublic() {
		return Actor{}, errs.New(errs.Unauthenticated, "not_signed_in", "您还没有登录，或登录已过期，请重新登录。")
	}
	return a, nil
}
