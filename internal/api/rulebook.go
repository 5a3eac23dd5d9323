package api

import (
	"context"
	"net/http"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casework"
	"zhongfu/internal/policy"
	"zhongfu/internal/rulebook"
)

// PackVersions are the archived versions of a pack.
type PackVersions struct {
	Versions []rulebook.PackVersion `json:"versions"`
}

// PackDrafts are the drafts in the actor's range.
type PackDrafts struct {
	Drafts []rulebook.PackDraft `json:"drafts"`
}

// PackDifference is what one version says otherwise than another.
type PackDifference struct {
	Changes []policy.Change `json:"changes"`
}

// StartDraft begins a draft.
type StartDraft struct {
	ID    uuid.UUID `json:"id" doc:"made by the client, so that a second submit makes no second draft"`
	Pack  string    `json:"pack" minLength:"1" maxLength:"40"`
	Title string    `json:"title" minLength:"2" maxLength:"60"`
	From  string    `json:"from,omitempty" pattern:"^([0-9a-f]{64})?$" doc:"version to begin from; empty: the one in force"`
	Zip   []byte    `json:"zip,omitempty" doc:"the pack's folder zipped, base64; its parents may be left out"`
}

// EditDraft writes or removes one file of a draft.
type EditDraft struct {
	Path    string `json:"path" minLength:"1" maxLength:"120"`
	Text    string `json:"text" maxLength:"1048576"`
	Remove  bool   `json:"remove,omitempty"`
	Version int    `json:"version" minimum:"1" doc:"of the draft that was looked at"`
}

// ProposeVersion asks that a draft or an archived version comes into force.
type ProposeVersion struct {
	ID         uuid.UUID     `json:"id"`
	Draft      uuid.UUID     `json:"draft,omitempty"`
	DraftSeen  int           `json:"draft_version,omitempty" doc:"of the draft that was checked"`
	Pack       string        `json:"pack,omitempty" maxLength:"40"`
	Digest     string        `json:"digest,omitempty" pattern:"^([0-9a-f]{64})?$" doc:"an archived version, with no draft"`
	ActiveFrom calendar.Date `json:"active_from"`
	Emergency  bool          `json:"emergency,omitempty" doc:"from today on; needs its reason"`
	Reason     string        `json:"reason" maxLength:"500"`
}

// GiveReason ends something with its reason.
type GiveReason struct {
	Reason string `json:"reason" minLength:"1" maxLength:"500"`
}

type draftPath struct {
	ID uuid.UUID `path:"id"`
}

type draftFileIn struct {
	ID   uuid.UUID `path:"id"`
	File string    `query:"file" required:"true" maxLength:"120"`
}

type draftEditIn struct {
	ID   uuid.UUID `path:"id"`
	Body EditDraft
}

type draftDropIn struct {
	ID      uuid.UUID `path:"id"`
	Version int       `query:"version" minimum:"1" required:"true"`
}

type digestPath struct {
	Digest string `path:"digest" pattern:"^[0-9a-f]{64}$"`
}

type diffIn struct {
	Digest string `path:"digest" pattern:"^[0-9a-f]{64}$"`
	Old    string `query:"old" pattern:"^([0-9a-f]{64})?$" doc:"compared with; empty: the version in force"`
}

type endIn struct {
	ID   uuid.UUID `path:"id"`
	Body GiveReason
}

// RegisterRulebook registers versions of packs, drafts, standards and price rises.
func RegisterRulebook(r *Router, svc *rulebook.Service) {
	registerVersions(r, svc)
	registerDrafts(r, svc)
	registerActivations(r, svc)
	registerStandards(r, svc)
}

func registerVersions(r *Router, svc *rulebook.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/policy/{pack}/versions", ID: "list-pack-versions", Summary: "Archived versions of a pack and their days", Tag: "policy", Action: "policy.read"},
		func(ctx context.Context, actor access.Actor, in *PolicyPackPath) (PackVersions, error) {
			list, err := svc.Versions(ctx, actor, in.Pack)
			return PackVersions{list}, err
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/policy-versions/{digest}/changes", ID: "pack-version-changes", Summary: "What a version says otherwise than another, in plain Chinese", Tag: "policy", Action: "policy.read"},
		func(ctx context.Context, actor access.Actor, in *diffIn) (PackDifference, error) {
			list, err := svc.Difference(ctx, actor, in.Old, in.Digest)
			return PackDifference{list}, err
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/policy-versions/{digest}/proof", ID: "pack-version-proof", Summary: "How well the worked cases of a checked text prove it", Tag: "policy", Action: "policy.propose"},
		func(ctx context.Context, actor access.Actor, in *digestPath) (rulebook.Proof, error) {
			return svc.Proof(ctx, actor, in.Digest)
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/policy-versions/{digest}/zip", ID: "pack-version-zip", Summary: "The texts of a version as a zip", Tag: "policy", Action: "policy.read"},
		func(ctx context.Context, actor access.Actor, in *digestPath) (*File, error) {
			name, data, err := svc.VersionZip(ctx, actor, in.Digest)
			if err != nil {
				return nil, err
			}
			return &File{ContentType: "application/zip", Disposition: disposition("attachment", name), CacheRule: "no-store", Body: data}, nil
		})
}

func registerDrafts(r *Router, svc *rulebook.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/policy-drafts", ID: "list-pack-drafts", Summary: "Drafts of packs", Tag: "policy", Action: "policy.draft"},
		func(ctx context.Context, actor access.Actor, _ *struct{}) (PackDrafts, error) {
			list, err := svc.Drafts(ctx, actor)
			return PackDrafts{list}, err
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/policy-drafts", ID: "start-pack-draft", Summary: "Begin a draft from a version or an uploaded zip", Tag: "policy", Action: "policy.draft", Idempotent: true, MaxBody: 8 << 20},
		func(ctx context.Context, actor access.Actor, in *struct{ Body StartDraft }) (rulebook.PackDraft, error) {
			b := in.Body
			return svc.CreateDraft(ctx, actor, rulebook.NewDraft{ID: b.ID, Pack: b.Pack, Title: b.Title, From: b.From, Zip: b.Zip})
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/policy-drafts/{id}", ID: "get-pack-draft", Summary: "A draft with its files", Tag: "policy", Action: "policy.draft"},
		func(ctx context.Context, actor access.Actor, in *draftPath) (rulebook.PackDraft, error) {
			return svc.Draft(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/policy-drafts/{id}/file", ID: "get-pack-draft-file", Summary: "One file of a draft beside the text it replaces", Tag: "policy", Action: "policy.draft"},
		func(ctx context.Context, actor access.Actor, in *draftFileIn) (rulebook.DraftText, error) {
			return svc.DraftText(ctx, actor, in.ID, in.File)
		})
	Handle(r, Endpoint{Method: http.MethodPut, Path: "/api/policy-drafts/{id}/file", ID: "edit-pack-draft", Summary: "Write or remove one file of a draft", Tag: "policy", Action: "policy.draft", MaxBody: 3 << 20},
		func(ctx context.Context, actor access.Actor, in *draftEditIn) (rulebook.PackDraft, error) {
			b := in.Body
			return svc.EditDraft(ctx, actor, in.ID, rulebook.Edit{Path: b.Path, Text: b.Text, Remove: b.Remove, Version: b.Version})
		})
	HandleEmpty(r, Endpoint{Method: http.MethodDelete, Path: "/api/policy-drafts/{id}", ID: "drop-pack-draft", Summary: "Put a draft away", Tag: "policy", Action: "policy.draft"},
		func(ctx context.Context, actor access.Actor, in *draftDropIn) error {
			return svc.DropDraft(ctx, actor, in.ID, in.Version)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/policy-drafts/{id}/check", ID: "check-pack-draft", Summary: "Run the gate over a draft: checker, worked cases, changed standards, open cases, difference", Tag: "policy", Action: "policy.draft"},
		func(ctx context.Context, actor access.Actor, in *draftPath) (rulebook.GateReport, error) {
			return svc.CheckDraft(ctx, actor, in.ID)
		})
}

func registerActivations(r *Router, svc *rulebook.Service) {
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/policy-activations", ID: "propose-pack-version", Summary: "Ask that a version comes into force on a day", Tag: "policy", Action: "policy.propose", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *struct{ Body ProposeVersion }) (rulebook.Activation, error) {
			b := in.Body
			return svc.Propose(ctx, actor, rulebook.Proposal{ID: b.ID, Draft: b.Draft, DraftSeen: b.DraftSeen, Pack: b.Pack, Digest: b.Digest,
				ActiveFrom: b.ActiveFrom, Emergency: b.Emergency, Reason: b.Reason})
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/policy-activations/{id}/approve", ID: "approve-pack-version", Summary: "Let a proposed version wait for its day", Tag: "policy", Action: "policy.approve", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *draftPath) (rulebook.Activation, error) {
			return svc.ApproveActivation(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/policy-activations/{id}/end", ID: "end-pack-version", Summary: "Refuse a proposal, take it back, or cancel a version that waits", Tag: "policy", Action: "policy.propose", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *endIn) (rulebook.Activation, error) {
			return svc.EndActivation(ctx, actor, in.ID, in.Body.Reason)
		})
}

// RegisterReplay registers the replay of decisions.
func RegisterReplay(r *Router, svc *casework.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/cases/{id}/replay", ID: "replay-case", Summary: "A decision worked out again on its facts and its version of the policy", Tag: "cases", Action: "policy.replay"},
		func(ctx context.Context, actor access.Actor, in *draftPath) (casework.Replay, error) {
			return svc.Replay(ctx, actor, in.ID)
		})
}
