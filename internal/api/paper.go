package api

import (
	"context"
	"io/fs"
	"net/http"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/money"
	"zhongfu/internal/paper"
)

// PrintPage is an HTML page for printing. It runs no script but the print button's file and may stand in a frame of our
// own pages only.
type PrintPage struct {
	ContentType string `header:"Content-Type"`
	Policy      string `header:"Content-Security-Policy"`
	Frame       string `header:"X-Frame-Options"`
	CacheRule   string `header:"Cache-Control"`
	Body        []byte
}

func printPage(html []byte) *PrintPage {
	return &PrintPage{ContentType: "text/html; charset=utf-8", Frame: "SAMEORIGIN", CacheRule: "no-store", Body: html,
		Policy: "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"}
}

// PaperKind is one kind of paper.
type PaperKind struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Blank   bool   `json:"blank" doc:"there is an empty form for the field"`
	Item    string `json:"item,omitempty" doc:"the only item whose cases use it"`
	Preview bool   `json:"preview" doc:"it can be seen before it is issued"`
}

// PaperKinds lists what can be printed.
type PaperKinds struct {
	Kinds []PaperKind `json:"kinds"`
}

// ProposedDecision is what a letter would say; it travels in the body because reasons speak of people.
type ProposedDecision struct {
	Kind      string    `json:"kind" minLength:"1" maxLength:"40" doc:"confirmation_letter, refusal_letter, supplement_notice, public_notice …"`
	Reason    string    `json:"reason,omitempty" maxLength:"2000"`
	AmountFen money.Fen `json:"amount_fen,omitempty" minimum:"0" doc:"0: what the policy says"`
}

type paperOneIn struct {
	ID    uuid.UUID `path:"id"`
	Paper uuid.UUID `path:"paper"`
}

type paperKindIn struct {
	ID   uuid.UUID `path:"id"`
	Kind string    `path:"kind" maxLength:"40"`
}

type paperPreviewIn struct {
	ID   uuid.UUID `path:"id"`
	Body ProposedDecision
}

// RegisterPaper registers the papers of cases.
func RegisterPaper(r *Router, svc *paper.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/paper-kinds", ID: "list-paper-kinds", Summary: "Kinds of papers", Tag: "papers", Action: "case.paper"},
		func(context.Context, access.Actor, *struct{}) (PaperKinds, error) {
			out := PaperKinds{Kinds: make([]PaperKind, len(paper.Kinds))}
			for i, k := range paper.Kinds {
				out.Kinds[i] = PaperKind{ID: k.ID, Name: k.Name, Blank: k.Blank, Item: k.Item, Preview: true}
			}
			return out, nil
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/cases/{id}/papers/{paper}", ID: "open-paper", Summary: "An issued paper as a print page", Tag: "papers", Action: "case.paper"},
		func(ctx context.Context, actor access.Actor, in *paperOneIn) (*PrintPage, error) {
			html, err := svc.Render(ctx, actor, in.ID, in.Paper)
			return printPage(html), err
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/cases/{id}/papers/preview/{kind}", ID: "preview-paper", Summary: "What a paper would say if it were issued now", Tag: "papers", Action: "case.paper"},
		func(ctx context.Context, actor access.Actor, in *paperKindIn) (*PrintPage, error) {
			html, err := svc.Preview(ctx, actor, in.ID, in.Kind, paper.Proposed{})
			return printPage(html), err
		})
	HandleOut(r, Endpoint{Method: http.MethodPost, Path: "/api/cases/{id}/papers/preview", ID: "preview-decision", Summary: "What the family would receive, with a proposed reason or amount", Tag: "papers", Action: "case.paper"},
		func(ctx context.Context, actor access.Actor, in *paperPreviewIn) (*PrintPage, error) {
			html, err := svc.Preview(ctx, actor, in.ID, in.Body.Kind, paper.Proposed{Reason: in.Body.Reason, Amount: in.Body.AmountFen})
			return printPage(html), err
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/cases/{id}/blank/{kind}", ID: "blank-paper", Summary: "An empty form for the field, names filled in", Tag: "papers", Action: "case.paper"},
		func(ctx context.Context, actor access.Actor, in *paperKindIn) (*PrintPage, error) {
			html, err := svc.Blank(ctx, actor, in.ID, in.Kind)
			return printPage(html), err
		})
}

// ServePaperAssets serves the print pages' style and script from the program itself.
func ServePaperAssets(mux *http.ServeMux) {
	assets, err := fs.Sub(paper.Assets, "assets")
	if err != nil {
		panic(err) // the directory is embedded
	}
	files := http.StripPrefix("/paper-assets/", http.FileServerFS(assets))
	mux.HandleFunc("GET /paper-assets/", func(w http.ResponseWriter, req *http.Request) {
		w.Header().Set("Cache-Control", "public, max-age=3600")
		files.ServeHTTP(w, req)
	})
}
