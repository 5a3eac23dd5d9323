package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy/policylist"
)

// PolicyWhere is the place and day that a reader asks about.
type PolicyWhere struct {
	Division string `query:"division" pattern:"^([0-9]{12})?$" doc:"place; absent: the province that this installation serves"`
	Date     string `query:"date" pattern:"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$" doc:"day; absent: today"`
}

func (w PolicyWhere) where() (policylist.Where, error) {
	out := policylist.Where{Division: codeOf(w.Division)}
	if w.Date == "" {
		return out, nil
	}
	day, err := calendar.ParseDate(w.Date)
	if err != nil {
		return out, errs.Bad("date", "日期 %s 不存在，请按 2026-11-22 的格式填写。", w.Date)
	}
	out.Day = day
	return out, nil
}

// Known is what the reader's cache holds already.
type Known struct {
	ETag string `header:"If-None-Match" maxLength:"200"`
}

type policyListIn struct {
	Known
	PolicyWhere
	Q          string `query:"q" maxLength:"60" doc:"words, each of which must occur"`
	Theme      string `query:"theme" maxLength:"20"`
	Kind       string `query:"kind" maxLength:"20"`
	Department string `query:"department" maxLength:"30"`
}

type policyItemIn struct {
	Known
	PolicyWhere
	Item string `path:"item" maxLength:"40"`
}

type policyPlaceIn struct {
	Known
	PolicyWhere
}

type policyDocumentIn struct {
	Known
	Document string `path:"document" maxLength:"40"`
}

// kept is an answer that caches may keep for five minutes and ask about by its tag after.
type kept[T any] struct {
	Status int
	Cache  string `header:"Cache-Control"`
	ETag   string `header:"ETag"`
	Body   *T
}

func keep[T any](known Known, body T, err error) (*kept[T], error) {
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(text)
	out := &kept[T]{Status: http.StatusOK, Cache: "public, max-age=300", ETag: `"` + hex.EncodeToString(sum[:12]) + `"`, Body: &body}
	if known.ETag == out.ETag {
		out.Status, out.Body = http.StatusNotModified, nil
	}
	return out, nil
}

// RegisterPolicyList registers the public policy library (政策清单): no sign-in, cacheable, the same for everybody.
func RegisterPolicyList(r *Router, svc *policylist.Service) {
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/public/policies", ID: "list-public-policies",
		Summary: "What help there is at a place, found by words, theme, kind or department", Tag: "public", Action: policylist.Action},
		func(_ context.Context, actor access.Actor, in *policyListIn) (*kept[policylist.PolicyList], error) {
			w, err := in.where()
			if err != nil {
				return nil, err
			}
			list, err := svc.List(actor, policylist.Query{Where: w, Text: in.Q, Theme: in.Theme, Kind: in.Kind, Department: in.Department})
			return keep(in.Known, list, err)
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/public/policies/{item}", ID: "get-public-policy",
		Summary: "One item: who, where, papers, conditions with their clauses, amount, standards, procedure", Tag: "public", Action: policylist.Action},
		func(_ context.Context, actor access.Actor, in *policyItemIn) (*kept[policylist.PolicyPage], error) {
			w, err := in.where()
			if err != nil {
				return nil, err
			}
			page, err := svc.Page(actor, in.Item, w)
			return keep(in.Known, page, err)
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/public/standards", ID: "list-public-standards",
		Summary: "Standards at a place and day, with their history there", Tag: "public", Action: policylist.Action},
		func(_ context.Context, actor access.Actor, in *policyPlaceIn) (*kept[policylist.PublicStandardList], error) {
			w, err := in.where()
			if err != nil {
				return nil, err
			}
			list, err := svc.Standards(actor, w)
			return keep(in.Known, list, err)
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/public/policy-documents", ID: "list-public-documents",
		Summary: "The documents that the policies stand on", Tag: "public", Action: policylist.Action},
		func(_ context.Context, actor access.Actor, in *struct{ Known }) (*kept[[]policylist.DocumentCard], error) {
			list, err := svc.Documents(actor)
			return keep(in.Known, list, err)
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/public/policy-documents/{document}", ID: "get-public-document",
		Summary: "A document: its text by clause, and what stands on each clause", Tag: "public", Action: policylist.Action},
		func(_ context.Context, actor access.Actor, in *policyDocumentIn) (*kept[policylist.DocumentPage], error) {
			page, err := svc.Document(actor, in.Document)
			return keep(in.Known, page, err)
		})
}
