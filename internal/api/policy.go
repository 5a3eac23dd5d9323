package api

import (
	"context"
	"slices"
	"strconv"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// Packs are the policy packs, as they are in force today.
type Packs struct {
	Library policy.Library
	Clock   clock.Clock
}

// PolicyPackSummary is one pack in the list.
type PolicyPackSummary struct {
	Name      string `json:"name"`
	Title     string `json:"title"`
	Version   string `json:"version"`
	Digest    string `json:"digest" doc:"SHA-256 over the pack's files and its parents'"`
	Parent    string `json:"parent"`
	ItemCount int    `json:"items"`
	Rules     int    `json:"rules"`
	Cases     int    `json:"cases" doc:"worked examples that run as tests"`
}

// PolicyPackView is a pack as the viewer shows it.
type PolicyPackView struct {
	PolicyPackSummary
	Documents  []policy.Document   `json:"documents"`
	Items      []*policy.Item      `json:"item_list"`
	Procedures []*policy.Procedure `json:"procedures"`
	Facts      []policy.Fact       `json:"facts"`
	Sources    []string            `json:"sources" doc:"paths of the pack's files"`
}

// PolicyParameterView is a parameter with all its dated values.
type PolicyParameterView struct {
	policy.Parameter
	Now *policy.ParameterUsed `json:"now,omitempty" doc:"the value at the place and day asked for"`
}

func summarise(p *policy.Pack) PolicyPackSummary {
	s := PolicyPackSummary{Name: p.Name, Title: p.Title, Version: p.Version, Digest: p.Digest, Parent: p.Parent, ItemCount: len(p.Items()), Cases: len(p.Cases())}
	for _, item := range p.Items() {
		s.Rules += len(item.Rules)
	}
	return s
}

type PolicyPackPath struct {
	Pack string `path:"pack" maxLength:"40"`
}

func (ps Packs) get(name string) (*policy.Pack, error) {
	p, err := ps.Library.Named(name, clock.Today(ps.Clock))
	if err != nil {
		return nil, errs.Missing("该政策包").Because(err)
	}
	return p, nil
}

// RegisterPolicy serves the policy viewer: rules with their clauses, parameters by place and date.
func RegisterPolicy(r *Router, packs Packs, c clock.Clock) {
	Handle(r, Endpoint{Method: "GET", Path: "/api/policy", ID: "list-policy-packs", Summary: "Policy packs in force", Tag: "policy", Action: "policy.read"},
		func(_ context.Context, _ access.Actor, _ *struct{}) ([]PolicyPackSummary, error) {
			out := []PolicyPackSummary{}
			for _, p := range slices.Backward(packs.Library.All(clock.Today(packs.Clock))) {
				out = append(out, summarise(p))
			}
			return out, nil
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/policy/{pack}", ID: "get-policy-pack", Summary: "A pack: items, rules, procedures, facts, documents", Tag: "policy", Action: "policy.read"},
		func(_ context.Context, _ access.Actor, in *PolicyPackPath) (PolicyPackView, error) {
			p, err := packs.get(in.Pack)
			if err != nil {
				return PolicyPackView{}, err
			}
			return PolicyPackView{summarise(p), p.Documents(), p.Items(), p.Procedures(), p.Facts(), p.Sources()}, nil
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/policy/{pack}/parameters", ID: "list-policy-parameters", Summary: "Parameters with their values by place and date", Tag: "policy", Action: "policy.read"},
		func(_ context.Context, _ access.Actor, in *struct {
			PolicyPackPath
			Division string `query:"division" pattern:"^([0-9]{12})?$" doc:"place whose values are wanted"`
			Date     string `query:"date" pattern:"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$" doc:"day; empty means today"`
		}) ([]PolicyParameterView, error) {
			p, err := packs.get(in.Pack)
			if err != nil {
				return nil, err
			}
			return parameterViews(p, c, in.Division, in.Date)
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/policy/{pack}/source", ID: "get-policy-source", Summary: "The text of one file of a pack", Tag: "policy", Action: "policy.read"},
		func(_ context.Context, _ access.Actor, in *struct {
			PolicyPackPath
			File string `query:"file" required:"true" maxLength:"200"`
		}) (PolicySource, error) {
			p, err := packs.get(in.Pack)
			if err != nil {
				return PolicySource{}, err
			}
			text, err := p.Source(in.File)
			if err != nil {
				return PolicySource{}, errs.Missing("该文件").Because(err)
			}
			return PolicySource{in.File, text}, nil
		})
}

// PolicySource is one file of a pack as it is written.
type PolicySource struct {
	File string `json:"file"`
	Text string `json:"text"`
}

func parameterViews(p *policy.Pack, c clock.Clock, division, date string) ([]PolicyParameterView, error) {
	day := clock.Today(c)
	if date != "" {
		d, err := calendar.ParseDate(date)
		if err != nil {
			return nil, errs.Bad("date", "日期 %s 不存在，请按 2026-11-22 的格式填写。", date)
		}
		day = d
	}
	now := map[string]policy.ParameterUsed{}
	if division != "" {
		code, _ := strconv.ParseInt(division, 10, 64)
		for _, u := range p.Parameters(code, day) {
			now[u.ID] = u
		}
	}
	out := []PolicyParameterView{}
	for _, def := range p.ParameterDefinitions() {
		v := PolicyParameterView{Parameter: def}
		if u, ok := now[def.ID]; ok {
			v.Now = &u
		}
		out = append(out, v)
	}
	return out, nil
}
