package api

import (
	"context"
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
)

// AuditLine is one event of the trail.
type AuditLine struct {
	ID           uuid.UUID       `json:"id"`
	At           time.Time       `json:"at"`
	ActorName    string          `json:"actor_name"`
	RoleLabel    string          `json:"role_label"`
	Action       string          `json:"action"`
	ActionLabel  string          `json:"action_label"`
	ObjectKind   string          `json:"object_kind"`
	ObjectID     string          `json:"object_id"`
	DivisionName string          `json:"division_name"`
	Before       json.RawMessage `json:"before,omitempty"`
	After        json.RawMessage `json:"after,omitempty"`
	Purpose      string          `json:"purpose,omitempty"`
	Sealed       bool            `json:"sealed" doc:"stands in the chain already"`
}

// AuditPage is a page of the trail.
type AuditPage struct {
	Items []AuditLine `json:"items"`
	Next  string      `json:"next,omitempty"`
}

// AuditVerification is the outcome of recomputing the chain.
type AuditVerification struct {
	Sound     bool         `json:"sound"`
	Events    int64        `json:"events"`
	Sealed    int64        `json:"sealed"`
	Waiting   int64        `json:"waiting" doc:"written in the last seconds, not yet in the chain"`
	Head      string       `json:"head" doc:"number:hash of the newest signed link, to be written down"`
	CheckedTo *time.Time   `json:"checked_to,omitempty"`
	Faults    []AuditFault `json:"faults"`
	More      int64        `json:"more" doc:"faults beyond those listed"`
}

// AuditFault names a changed, missing or inserted row.
type AuditFault struct {
	Kind      string     `json:"kind"`
	KindLabel string     `json:"kind_label"`
	N         int64      `json:"n,omitempty" doc:"number in the chain"`
	Event     string     `json:"event,omitempty" doc:"id of the event"`
	At        *time.Time `json:"at,omitempty"`
	Text      string     `json:"text"`
}

type auditQuery struct {
	Actor  string `query:"actor" maxLength:"36" doc:"beginning of the name, or staff id"`
	Action string `query:"action" maxLength:"60"`
	Object string `query:"object" maxLength:"60" doc:"number, id or kind of the object"`
	From   string `query:"from" format:"date"`
	To     string `query:"to" format:"date"`
	Cursor string `query:"cursor" maxLength:"200"`
	Limit  int    `query:"limit" minimum:"1" maximum:"100" default:"50"`
}

func (q *auditQuery) search() (audit.Search, error) {
	out := audit.Search{Actor: q.Actor, Action: access.Action(q.Action), Object: q.Object, Cursor: q.Cursor, Limit: q.Limit}
	for field, d := range map[string]struct {
		text string
		to   **calendar.Date
	}{"from": {q.From, &out.From}, "to": {q.To, &out.To}} {
		if d.text == "" {
			continue
		}
		day, err := calendar.ParseDate(d.text)
		if err != nil {
			return out, errs.Bad(field, "日期应写成 2026-11-22 这样的形式。").Because(err)
		}
		*d.to = &day
	}
	return out, nil
}

// RegisterAudit serves the trail to auditors.
func RegisterAudit(r *Router, svc *audit.Service, places *division.Index) {
	Handle(r, Endpoint{Method: "GET", Path: "/api/audit", ID: "list-audit", Summary: "Who did what in the actor's range, newest first", Tag: "audit", Action: "audit.read"},
		func(ctx context.Context, actor access.Actor, in *auditQuery) (AuditPage, error) {
			search, err := in.search()
			if err != nil {
				return AuditPage{}, err
			}
			list, next, err := svc.List(ctx, actor, search)
			out := AuditPage{Items: make([]AuditLine, len(list)), Next: next}
			for i, e := range list {
				rule, _ := access.Lookup(e.Action)
				out.Items[i] = AuditLine{e.ID, e.At, e.ActorName, e.Role.Label(), string(e.Action), rule.Label, e.ObjectKind, e.ObjectID,
					places.FullName(e.Division), e.Before, e.After, e.Purpose, e.Sealed}
			}
			return out, err
		})
	Handle(r, Endpoint{Method: "POST", Path: "/api/audit/verify", ID: "verify-audit", Summary: "Recompute the whole chain", Tag: "audit", Action: "audit.verify"},
		func(ctx context.Context, actor access.Actor, _ *struct{}) (AuditVerification, error) {
			v, err := svc.VerifyChain(ctx, actor)
			return auditVerification(v), err
		})
}

func auditVerification(v audit.Verification) AuditVerification {
	out := AuditVerification{Sound: v.Sound(), Events: v.Events, Sealed: v.Sealed, Waiting: v.Waiting, Head: v.Head.String(), CheckedTo: when(v.CheckedTo),
		Faults: make([]AuditFault, len(v.Faults)), More: v.More}
	for i, f := range v.Faults {
		out.Faults[i] = AuditFault{Kind: string(f.Kind), KindLabel: f.Kind.Label(), N: f.N, At: when(f.At), Text: f.Text}
		if f.Event != uuid.Nil {
			out.Faults[i].Event = f.Event.String()
		}
	}
	return out
}

// when leaves an unknown instant out.
func when(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}
