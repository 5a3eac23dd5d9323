package app

import (
	_ "embed"
	"encoding/json"
	"html/template"
	"net/http"
	"sort"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"zhongfu/internal/access"
)

//go:embed reference.html
var referenceHTML string

var referencePage = template.Must(template.New("reference").Parse(referenceHTML))

type referenceGroup struct {
	Tag        string
	Operations []referenceOperation
}

type referenceOperation struct {
	Method, Path, ID, Summary, Action, ActionLabel string
	Who                                            []string
	Parameters                                     []*huma.Param
	Request, Response                              string
}

// reference renders the API's description as a page of our own: nothing is loaded from another host.
func reference(api *huma.OpenAPI) http.HandlerFunc {
	groups := map[string][]referenceOperation{}
	for path, item := range api.Paths {
		for method, op := range map[string]*huma.Operation{"GET": item.Get, "POST": item.Post, "PUT": item.Put, "DELETE": item.Delete, "PATCH": item.Patch} {
			if op == nil {
				continue
			}
			tag := "other"
			if len(op.Tags) > 0 {
				tag = op.Tags[0]
			}
			groups[tag] = append(groups[tag], describe(api, method, path, op))
		}
	}
	var out []referenceGroup
	for tag, ops := range groups {
		sort.Slice(ops, func(i, j int) bool { return ops[i].Path+ops[i].Method < ops[j].Path+ops[j].Method })
		out = append(out, referenceGroup{tag, ops})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Tag < out[j].Tag })
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_ = referencePage.Execute(w, map[string]any{"Groups": out, "Version": api.Info.Version})
	}
}

func describe(api *huma.OpenAPI, method, path string, op *huma.Operation) referenceOperation {
	o := referenceOperation{Method: method, Path: path, ID: op.OperationID, Summary: op.Summary, Parameters: op.Parameters}
	o.Action, _ = op.Extensions["x-action"].(string)
	if rule, ok := access.Lookup(access.Action(o.Action)); ok {
		o.ActionLabel = rule.Label
		for _, g := range rule.Grants {
			o.Who = append(o.Who, g.Role.Label())
		}
		switch {
		case rule.Public:
			o.Who = []string{"公众"}
		case rule.Any:
			o.Who = []string{"任何已登录人员"}
		}
	}
	if op.RequestBody != nil {
		o.Request = schemaText(api, op.RequestBody.Content)
	}
	for status, resp := range op.Responses {
		if strings.HasPrefix(status, "2") {
			o.Response = schemaText(api, resp.Content)
		}
	}
	return o
}

func schemaText(api *huma.OpenAPI, content map[string]*huma.MediaType) string {
	for _, media := range content {
		s := media.Schema
		if s != nil && s.Ref != "" {
			s = api.Components.Schemas.SchemaFromRef(s.Ref)
		}
		if s != nil {
			b, err := json.MarshalIndent(s, "", "  ")
			if err == nil {
				return string(b)
			}
		}
	}
	return ""
}
