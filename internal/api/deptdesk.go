package api

import (
	"bytes"
	"context"
	"net/http"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/exchange"
	"zhongfu/internal/verification"
)

// SourceOffices are the offices that answer for a desk source.
type SourceOffices struct {
	Offices []verification.SourceOffice `json:"offices"`
}

// SetSourceOffice lets an office answer for a desk source, or no longer.
type SetSourceOffice struct {
	OrganisationID uuid.UUID `json:"organisation_id"`
	Answers        bool      `json:"answers"`
}

type deskQuestionPath struct {
	Person uuid.UUID `path:"person"`
	ID     uuid.UUID `path:"id"`
}

type deskAnswerIn struct {
	Person uuid.UUID `path:"person"`
	ID     uuid.UUID `path:"id"`
	Body   verification.DeskAnswer
}

type deskSourcePath struct {
	Source string `path:"source" maxLength:"60"`
}

type deskUploadIn struct {
	Source  string `path:"source" maxLength:"60"`
	Agree   bool   `query:"agree" doc:"take the good lines; without it they are only looked at"`
	RawBody []byte `contentType:"application/octet-stream"`
}

type setSourceOfficeIn struct {
	Source string `path:"source" maxLength:"60"`
	Body   SetSourceOffice
}

// RegisterDeptDesk registers where a department's people answer.
func RegisterDeptDesk(r *Router, s *verification.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/desk/questions", ID: "list-desk-questions", Summary: "Questions on the own office's desk, by due day", Tag: "desk", Action: "verification.desk"},
		func(ctx context.Context, actor access.Actor, in *verification.DeskFilter) (verification.DeskPage, error) {
			return s.Desk(ctx, actor, *in)
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/desk/questions/{person}/{id}", ID: "open-desk-question", Summary: "One question with the fields of its answer; audited", Tag: "desk", Action: "verification.desk"},
		func(ctx context.Context, actor access.Actor, in *deskQuestionPath) (verification.DeskForm, error) {
			return s.DeskOpen(ctx, actor, in.Person, in.ID)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/desk/questions/{person}/{id}/answer", ID: "answer-desk-question", Summary: "Answer a question on the screen", Tag: "desk", Action: "verification.desk", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *deskAnswerIn) (verification.DeskQuestion, error) {
			return s.DeskAnswer(ctx, actor, in.Person, in.ID, in.Body)
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/desk/sheets/{source}", ID: "desk-sheet", Summary: "All open questions of a source as an Excel sheet to fill in", Tag: "desk", Action: "verification.desk"},
		func(ctx context.Context, actor access.Actor, in *deskSourcePath) (*File, error) {
			data, err := s.DeskSheet(ctx, actor, in.Source)
			if err != nil {
				return nil, err
			}
			return &File{ContentType: workbook, Disposition: disposition("attachment", "部门答复表-"+in.Source+".xlsx"), CacheRule: "no-store", Body: data}, nil
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/desk/sheets/{source}", ID: "upload-desk-sheet", Summary: "Look at a filled sheet, or take its good lines", Tag: "desk", Action: "verification.desk", MaxBody: exchange.MaxMessage, Raw: true},
		func(ctx context.Context, actor access.Actor, in *deskUploadIn) (verification.DeskUpload, error) {
			format := "csv"
			if bytes.HasPrefix(in.RawBody, []byte("PK")) {
				format = "xlsx"
			}
			return s.DeskUpload(ctx, actor, in.Source, format, in.RawBody, in.Agree)
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/sources/{source}/offices", ID: "source-offices", Summary: "Which offices answer for a desk source", Tag: "verification", Action: "verification.desks"},
		func(ctx context.Context, actor access.Actor, in *deskSourcePath) (SourceOffices, error) {
			list, err := s.Offices(ctx, actor, in.Source)
			return SourceOffices{list}, err
		})
	HandleEmpty(r, Endpoint{Method: http.MethodPut, Path: "/api/sources/{source}/offices", ID: "set-source-office", Summary: "Let an office answer for a desk source, or no longer", Tag: "verification", Action: "verification.desks"},
		func(ctx context.Context, actor access.Actor, in *setSourceOfficeIn) error {
			return s.SetOffice(ctx, actor, in.Source, in.Body.OrganisationID, in.Body.Answers)
		})
}
