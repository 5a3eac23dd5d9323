package api

import (
	"context"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
	"zhongfu/internal/identity"
)

// StaffView is a person of staff in the list.
type StaffView struct {
	ID             uuid.UUID   `json:"id"`
	Login          string      `json:"login"`
	Name           string      `json:"name"`
	OrganisationID uuid.UUID   `json:"organisation_id"`
	Organisation   string      `json:"organisation"`
	Division       string      `json:"division"`
	DivisionName   string      `json:"division_name"`
	Assignments    []StaffDuty `json:"assignments" doc:"those inside the reader's range"`
	Status         string      `json:"status" enum:"active,disabled"`
	Locked         bool        `json:"locked" doc:"too many wrong passwords"`
	TOTP           bool        `json:"totp" doc:"an authenticator is set up"`
	Demo           bool        `json:"demo"`
	Version        int32       `json:"version"`
	LastSeenAt     *time.Time  `json:"last_seen_at,omitempty"`
}

// StaffDuty is a role held at a place.
type StaffDuty struct {
	ID           uuid.UUID `json:"assignment_id"`
	Role         string    `json:"role"`
	RoleLabel    string    `json:"role_label"`
	Level        int       `json:"level"`
	Division     string    `json:"division"`
	DivisionName string    `json:"division_name"`
}

// StaffPage is a page of people.
type StaffPage struct {
	Items []StaffView `json:"items"`
	Next  string      `json:"next,omitempty"`
}

// StaffBody is what an administrator fills in.
type StaffBody struct {
	Login          string            `json:"login,omitempty" maxLength:"32" doc:"only when creating"`
	Name           string            `json:"name" minLength:"2" maxLength:"30"`
	OrganisationID uuid.UUID         `json:"organisation_id" format:"uuid"`
	Phone          string            `json:"phone,omitempty" maxLength:"20" doc:"absent keeps what is stored"`
	Assignments    []StaffDutyWanted `json:"assignments" minItems:"1" maxItems:"20"`
	Version        int               `json:"version,omitempty" doc:"of the row that the form shows; a newer row refuses"`
}

// StaffDutyWanted is a role to be held at a place.
type StaffDutyWanted struct {
	Role     string `json:"role" maxLength:"40"`
	Division string `json:"division" pattern:"^[0-9]{12}$"`
}

func (b StaffBody) input() identity.StaffInput {
	in := identity.StaffInput{Login: b.Login, Name: b.Name, Organisation: b.OrganisationID, Phone: b.Phone, Version: b.Version}
	for _, d := range b.Assignments {
		in.Duties = append(in.Duties, identity.Duty{Role: access.Role(d.Role), Division: codeOf(d.Division)})
	}
	return in
}

// StaffPassword is shown once.
type StaffPassword struct {
	ID              uuid.UUID `json:"id"`
	OneTimePassword string    `json:"one_time_password"`
}

type staffQuery struct {
	Q              string `query:"q" maxLength:"30" doc:"beginning of login or name"`
	OrganisationID string `query:"organisation_id" format:"uuid"`
	Division       string `query:"division" pattern:"^([0-9]{12})?$"`
	Role           string `query:"role" maxLength:"40"`
	Status         string `query:"status" enum:"active,disabled"`
	Cursor         string `query:"cursor" maxLength:"200"`
	Limit          int    `query:"limit" minimum:"1" maximum:"100" default:"50"`
}

// StaffPath names a person; it is exported because embedded fields of other types are not read.
type StaffPath struct {
	ID uuid.UUID `path:"id" format:"uuid"`
}

func staffViews(places *division.Index, list []identity.StaffLine) []StaffView {
	out := make([]StaffView, len(list))
	for i, p := range list {
		duties := make([]StaffDuty, len(p.Duties))
		for k, d := range p.Duties {
			duties[k] = StaffDuty{d.ID, string(d.Role), d.Role.Label(), int(d.Level), codeText12(d.Division), places.FullName(d.Division)}
		}
		out[i] = StaffView{ID: p.ID, Login: p.Login, Name: p.Name, OrganisationID: p.OrganisationID, Organisation: p.Organisation, Division: codeText12(p.Division),
			DivisionName: places.FullName(p.Division), Assignments: duties, Status: p.Status, Locked: p.Locked, TOTP: p.TOTP, Demo: p.Demo, Version: p.Version, LastSeenAt: p.LastSeenAt}
	}
	return out
}

// RegisterStaff serves the administration of people.
func RegisterStaff(r *Router, svc *identity.Service, places *division.Index) {
	Handle(r, Endpoint{Method: "GET", Path: "/api/staff", ID: "list-staff", Summary: "People of offices in the actor's range", Tag: "staff", Action: "staff.list"},
		func(ctx context.Context, actor access.Actor, in *staffQuery) (StaffPage, error) {
			search := identity.StaffSearch{Text: in.Q, Division: codeOf(in.Division), Role: access.Role(in.Role), Status: in.Status, Cursor: in.Cursor, Limit: in.Limit}
			search.Organisation, _ = uuid.Parse(in.OrganisationID) // the schema has checked it
			list, next, err := svc.ListStaff(ctx, actor, search)
			return StaffPage{staffViews(places, list), next}, err
		})
	manage := Endpoint{Tag: "staff", Action: "staff.manage"}
	at := func(method, path, id, summary string) Endpoint {
		e := manage
		e.Method, e.Path, e.ID, e.Summary = method, path, id, summary
		return e
	}
	Handle(r, at("POST", "/api/staff", "create-staff", "Add a person; the one-time password is shown once"),
		func(ctx context.Context, actor access.Actor, in *struct{ Body StaffBody }) (StaffPassword, error) {
			id, password, err := svc.CreateStaff(ctx, actor, in.Body.input())
			return StaffPassword{id, password}, err
		})
	HandleEmpty(r, at("PUT", "/api/staff/{id}", "update-staff", "Change name, office, telephone and duties"),
		func(ctx context.Context, actor access.Actor, in *struct {
			StaffPath
			Body StaffBody
		}) error {
			return svc.UpdateStaff(ctx, actor, in.ID, in.Body.input())
		})
	Handle(r, at("POST", "/api/staff/{id}/reset-password", "reset-password", "Give a new one-time password; all sessions end"),
		func(ctx context.Context, actor access.Actor, in *struct {
			StaffPath
			ForgetTOTP bool `query:"forget_totp" doc:"also forget the authenticator (lost telephone)"`
		}) (StaffPassword, error) {
			password, err := svc.ResetPassword(ctx, actor, in.ID, in.ForgetTOTP)
			return StaffPassword{in.ID, password}, err
		})
	HandleEmpty(r, at("POST", "/api/staff/{id}/disable", "disable-staff", "Disable an account and end its sessions"),
		func(ctx context.Context, actor access.Actor, in *StaffPath) error {
			return svc.SetStaffActive(ctx, actor, in.ID, false)
		})
	HandleEmpty(r, at("POST", "/api/staff/{id}/enable", "enable-staff", "Enable an account"),
		func(ctx context.Context, actor access.Actor, in *StaffPath) error {
			return svc.SetStaffActive(ctx, actor, in.ID, true)
		})
	HandleEmpty(r, at("DELETE", "/api/staff/{id}/sessions", "end-staff-sessions", "Sign a person out everywhere"),
		func(ctx context.Context, actor access.Actor, in *StaffPath) error {
			return svc.EndSessionsOf(ctx, actor, in.ID)
		})
	registerAccessTable(r)
}

// AccessTable is what each role may do, and where a role can be held.
type AccessTable struct {
	Items []AccessRow  `json:"items"`
	Roles []AccessRole `json:"roles"`
}

// AccessRow is one action.
type AccessRow struct {
	Action string        `json:"action"`
	Label  string        `json:"label"`
	Grants []AccessGrant `json:"grants"`
	Public bool          `json:"public" doc:"may be done without signing in"`
	Any    bool          `json:"any" doc:"may be done by everybody signed in"`
}

// AccessGrant is a role at levels of offices; no levels means every level.
type AccessGrant struct {
	Role   string `json:"role"`
	Levels []int  `json:"levels"`
}

// AccessRole is a duty that can be given out.
type AccessRole struct {
	Role   string `json:"role"`
	Label  string `json:"label"`
	Levels []int  `json:"levels" doc:"of the offices where it can be held"`
}

func registerAccessTable(r *Router) {
	Handle(r, Endpoint{Method: "GET", Path: "/api/access-table", ID: "access-table", Summary: "Which role may do what at which level", Tag: "staff", Action: "access.table"},
		func(context.Context, access.Actor, *struct{}) (AccessTable, error) {
			var out AccessTable
			for _, rule := range access.Table() {
				row := AccessRow{Action: string(rule.Action), Label: rule.Label, Grants: []AccessGrant{}, Public: rule.Public, Any: rule.Any}
				for _, g := range rule.Grants {
					row.Grants = append(row.Grants, AccessGrant{string(g.Role), levelNumbers(g.Levels)})
				}
				out.Items = append(out.Items, row)
			}
			for _, role := range access.Roles {
				out.Roles = append(out.Roles, AccessRole{string(role), role.Label(), levelNumbers(identity.LevelsOf(role))})
			}
			return out, nil
		})
}

func levelNumbers(levels []access.Level) []int {
	out := make([]int, len(levels))
	for i, l := range levels {
		out[i] = int(l)
	}
	return out
}
