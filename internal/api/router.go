package api

import (
	"context"
	"fmt"
	"net/http"
	"reflect"
	"regexp"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"zhongfu/internal/access"
)

// Endpoint is one operation of the API.
type Endpoint struct {
	Method, Path string
	ID           string // operationId, kebab-case: "accept-case"
	Summary      string // what it does, English, for the API reference
	Tag          string
	Action       access.Action
	Status       int   // success status; 0 means 200 (204 when the reply is empty)
	MaxBody      int64 // bytes; 0 means 1 MiB
	Idempotent   bool  // honours the Idempotency-Key header: a second submit gets the first answer
	Raw          bool  // the body is taken as it comes, whatever its type says
	Partial      bool  // may be called by a session that has not finished signing in
}

// Router collects endpoints and guards each by its action.
type Router struct {
	Mux       *http.ServeMux
	Refused   Refusals // nil: refusals are answered and told nobody
	api       huma.API
	endpoints []Endpoint
}

// NewRouter makes a router whose OpenAPI document carries version.
func NewRouter(version string) *Router {
	mux := http.NewServeMux()
	cfg := huma.DefaultConfig("众扶 Zhongfu", version)
	cfg.OpenAPIPath = "/openapi"
	cfg.DocsPath = "" // the reference page is served by package app: nothing may be loaded from another host
	cfg.SchemasPath = ""
	cfg.CreateHooks = nil // no $schema links in bodies
	cfg.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"session": {Type: "apiKey", In: "cookie", Name: cookieName},
	}
	return &Router{Mux: mux, api: humago.New(mux, cfg)}
}

// Endpoints returns what was registered, for tests and the API reference.
func (r *Router) Endpoints() []Endpoint { return r.endpoints }

// find returns the endpoint that a request is routed to.
func (r *Router) find(req *http.Request) (Endpoint, bool) {
	_, pattern := r.Mux.Handler(req)
	for _, e := range r.endpoints {
		if e.Method+" "+e.Path == pattern {
			return e, true
		}
	}
	return Endpoint{}, false
}

// OpenAPI returns the API's description.
func (r *Router) OpenAPI() *huma.OpenAPI { return r.api.OpenAPI() }

var kebab = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (r *Router) operation(e Endpoint) huma.Operation {
	rule, ok := access.Lookup(e.Action)
	if !ok {
		panic(fmt.Sprintf("api: %s %s declares the unknown action %q", e.Method, e.Path, e.Action))
	}
	if !kebab.MatchString(e.ID) {
		panic(fmt.Sprintf("api: %s %s has no kebab-case id", e.Method, e.Path))
	}
	r.endpoints = append(r.endpoints, e)
	op := huma.Operation{
		OperationID: e.ID, Method: e.Method, Path: e.Path, Summary: e.Summary, Tags: []string{e.Tag},
		DefaultStatus: e.Status, MaxBodyBytes: e.MaxBody, SkipValidateBody: e.Raw,
		Extensions: map[string]any{"x-action": string(e.Action)},
		Errors:     []int{401, 403, 404, 409, 422},
	}
	if !rule.Public {
		op.Security = []map[string][]string{{"session": {}}}
	}
	return op
}

type reply[O any] struct{ Body O }

// Handle registers an endpoint whose handler returns the JSON body. The handler runs only for an actor whom the table
// allows the action; where is checked by the service.
func Handle[I, O any](r *Router, e Endpoint, h func(ctx context.Context, actor access.Actor, in *I) (O, error)) {
	HandleOut(r, e, func(ctx context.Context, actor access.Actor, in *I) (*reply[O], error) {
		body, err := h(ctx, actor, in)
		if err != nil {
			return nil, err
		}
		return &reply[O]{body}, nil
	})
}

// HandleOut is Handle for answers that set headers or are not JSON: O is huma's output struct.
func HandleOut[I, O any](r *Router, e Endpoint, h func(ctx context.Context, actor access.Actor, in *I) (*O, error)) {
	bindable(e, reflect.TypeFor[I]())
	op := r.operation(e)
	op.Middlewares = huma.Middlewares{r.guard(e)}
	huma.Register(r.api, op, func(ctx context.Context, in *I) (*O, error) {
		a, _ := ctx.Value(admittedKey{}).(admitted)
		out, err := h(ctx, a.actor, in)
		if err != nil {
			r.refused(ctx, a.actor, e, a.path, err)
			return nil, problemOf(ctx, err)
		}
		return out, nil
	})
}

// bindable refuses inputs that huma would leave empty without a word: it does not look into embedded structs whose type
// is unexported.
func bindable(e Endpoint, t reflect.Type) {
	if t.Kind() != reflect.Struct {
		return
	}
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.Anonymous {
			continue
		}
		if !f.IsExported() {
			panic(fmt.Sprintf("api: %s %s: the embedded type %s must be exported, or its parameters stay empty", e.Method, e.Path, f.Type))
		}
		bindable(e, f.Type)
	}
}

// HandleEmpty registers an endpoint that answers 204.
func HandleEmpty[I any](r *Router, e Endpoint, h func(ctx context.Context, actor access.Actor, in *I) error) {
	if e.Status == 0 {
		e.Status = http.StatusNoContent
	}
	HandleOut(r, e, func(ctx context.Context, actor access.Actor, in *I) (*struct{}, error) {
		return nil, h(ctx, actor, in)
	})
}

// File is the output of downloads and print pages.
type File struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	CacheRule   string `header:"Cache-Control"`
	Body        []byte
}
