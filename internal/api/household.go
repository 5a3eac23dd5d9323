package api

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/registry"
)

// MemberBody is a person as member of a household.
type MemberBody struct {
	PersonBody
	Relation string `json:"relation" pattern:"^[0-9]{2}$" patternDescription:"GB/T 4761 两位代码" doc:"to the head, GB/T 4761"`
	Apart    bool   `json:"apart,omitempty" doc:"does not live with the household"`
}

// HouseholdBody registers a household.
type HouseholdBody struct {
	Division string         `json:"division" pattern:"^[0-9]{12}$" doc:"village"`
	Urban    bool           `json:"urban"`
	Address  string         `json:"address,omitempty" maxLength:"200"`
	Since    *calendar.Date `json:"since,omitempty" format:"date" doc:"absent: today"`
	Head     PersonBody     `json:"head"`
	Members  []MemberBody   `json:"members,omitempty" maxItems:"30"`
}

// NewMemberBody lets a person join a household.
type NewMemberBody struct {
	MemberBody
	Version int            `json:"version" minimum:"1" doc:"of the household as read"`
	Since   *calendar.Date `json:"since,omitempty" format:"date" doc:"absent: today"`
}

// LeavingBody ends a membership.
type LeavingBody struct {
	Version    int            `json:"version" minimum:"1" doc:"of the household as read"`
	Until      *calendar.Date `json:"until,omitempty" format:"date" doc:"first day without; absent: today"`
	Reason     string         `json:"reason" minLength:"2" maxLength:"100"`
	ToDivision string         `json:"to_division,omitempty" pattern:"^([0-9]{12})?$" doc:"village whose office keeps the file from now on"`
}

// NewHeadBody names another head.
type NewHeadBody struct {
	Version   int                  `json:"version" minimum:"1" doc:"of the household as read"`
	PersonID  uuid.UUID            `json:"person_id" format:"uuid"`
	Relations []MemberRelationBody `json:"relations,omitempty" maxItems:"30" doc:"of every other member to the new head"`
}

// MemberRelationBody is a member's relation to the new head.
type MemberRelationBody struct {
	PersonID uuid.UUID `json:"person_id" format:"uuid"`
	Relation string    `json:"relation" pattern:"^[0-9]{2}$"`
}

// MoveHouseholdBody hands a household over to another village.
type MoveHouseholdBody struct {
	Version  int    `json:"version" minimum:"1" doc:"of the household as read"`
	Division string `json:"division" pattern:"^[0-9]{12}$"`
	Urban    bool   `json:"urban"`
	Address  string `json:"address,omitempty" maxLength:"200"`
	Reason   string `json:"reason" minLength:"2" maxLength:"100"`
}

type householdAct[B any] struct {
	ID   uuid.UUID `path:"id" format:"uuid" doc:"id of the household"`
	Body B
}

func registerHouseholds(r *Router, svc *registry.Service) {
	Handle(r, Endpoint{Method: "POST", Path: "/api/households", ID: "create-household", Summary: "Register a household with its people", Tag: "registry",
		Action: "household.write", Status: 201, Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *struct{ Body HouseholdBody }) (registry.HouseholdDetail, error) {
			h, err := in.Body.input()
			if err != nil {
				return registry.HouseholdDetail{}, err
			}
			return svc.CreateHousehold(ctx, actor, h)
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/households/{id}", ID: "get-household", Summary: "A household with its members", Tag: "registry", Action: "household.read"},
		func(ctx context.Context, actor access.Actor, in *householdPath) (registry.HouseholdDetail, error) {
			return svc.Household(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/households/{id}/file", ID: "get-household-file", Summary: "Everything about a household", Tag: "registry", Action: "household.read"},
		func(ctx context.Context, actor access.Actor, in *householdPath) (registry.HouseholdFile, error) {
			return svc.HouseholdFile(ctx, actor, in.ID)
		})
	Handle(r, householdEndpoint("members", "add-household-member", "A person joins the household"),
		func(ctx context.Context, actor access.Actor, in *householdAct[NewMemberBody]) (registry.HouseholdDetail, error) {
			m, err := in.Body.MemberBody.input("")
			if err != nil {
				return registry.HouseholdDetail{}, err
			}
			return svc.AddMember(ctx, actor, in.ID, registry.NewMember{MemberInput: m, Version: in.Body.Version, Since: in.Body.Since})
		})
	HandleEmpty(r, householdEndpoint("members/{person}/leave", "leave-household", "A member leaves the household"),
		func(ctx context.Context, actor access.Actor, in *struct {
			ID     uuid.UUID `path:"id" format:"uuid" doc:"id of the household"`
			Person uuid.UUID `path:"person" format:"uuid" doc:"id of the member"`
			Body   LeavingBody
		}) error {
			to, err := optionalDivision("to_division", in.Body.ToDivision)
			if err != nil {
				return err
			}
			return svc.RemoveMember(ctx, actor, in.ID, in.Person, registry.Leaving{Version: in.Body.Version, Until: in.Body.Until, Reason: in.Body.Reason, To: to})
		})
	Handle(r, householdEndpoint("head", "change-household-head", "Another member becomes head"),
		func(ctx context.Context, actor access.Actor, in *householdAct[NewHeadBody]) (registry.HouseholdDetail, error) {
			relations := map[uuid.UUID]string{}
			for _, m := range in.Body.Relations {
				relations[m.PersonID] = m.Relation
			}
			return svc.ChangeHead(ctx, actor, in.ID, registry.NewHead{Version: in.Body.Version, Person: in.Body.PersonID, Relations: relations})
		})
	HandleEmpty(r, householdEndpoint("move", "move-household", "Hand the household over to another village"),
		func(ctx context.Context, actor access.Actor, in *householdAct[MoveHouseholdBody]) error {
			to, err := registry.ParseDivision("division", in.Body.Division)
			if err != nil {
				return err
			}
			return svc.MoveHousehold(ctx, actor, in.ID, registry.Move{Version: in.Body.Version, Division: to, Urban: in.Body.Urban, Address: in.Body.Address, Reason: in.Body.Reason})
		})
}

func householdEndpoint(name, id, summary string) Endpoint {
	return Endpoint{Method: "POST", Path: "/api/households/{id}/" + name, ID: id, Summary: summary, Tag: "registry", Action: "household.write", Idempotent: true}
}

func (b HouseholdBody) input() (registry.HouseholdInput, error) {
	at, err := registry.ParseDivision("division", b.Division)
	if err != nil {
		return registry.HouseholdInput{}, err
	}
	in := registry.HouseholdInput{Division: at, Urban: b.Urban, Address: b.Address, Since: b.Since}
	if in.Head, err = b.Head.input("head."); err != nil {
		return in, err
	}
	for i, m := range b.Members {
		member, err := m.input(fmt.Sprintf("members[%d].", i))
		if err != nil {
			return in, err
		}
		in.Members = append(in.Members, member)
	}
	return in, nil
}

func (b MemberBody) input(prefix string) (registry.MemberInput, error) {
	p, err := b.PersonBody.input(prefix)
	return registry.MemberInput{PersonInput: p, Relation: b.Relation, Apart: b.Apart}, err
}
