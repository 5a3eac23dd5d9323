package api

import (
	"context"
	"net/http"
	"strconv"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/notice"
)

type PublicDivision struct {
	Division string `query:"division" required:"true" pattern:"^[0-9]{12}$" doc:"12-digit code"`
}

type publicBenefitsIn struct {
	PublicDivision
	Cursor string `query:"cursor" maxLength:"36"`
}

// PublicObjection is what anybody may say against a notice.
type PublicObjection struct {
	Name    string `json:"name,omitempty" maxLength:"30" doc:"may stay empty"`
	Contact string `json:"contact,omitempty" maxLength:"100" doc:"may stay empty; then nobody can be told the answer"`
	Text    string `json:"text" minLength:"5" maxLength:"2000"`
}

type publicObjectionIn struct {
	Notice uuid.UUID `path:"notice"`
	Body   PublicObjection
}

// RegisterNotice registers what the public sees and says without signing in.
func RegisterNotice(r *Router, svc *notice.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/public/notices", ID: "public-notices",
		Summary: "The notice board of a village, or the places under a larger division that have notices", Tag: "public", Action: "public.notice"},
		func(ctx context.Context, actor access.Actor, in *PublicDivision) (notice.PublicBoard, error) {
			return svc.Board(ctx, actor, in.code())
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/public/benefits", ID: "public-benefits",
		Summary: "Who in a village is on a published benefit this month", Tag: "public", Action: "public.notice"},
		func(ctx context.Context, actor access.Actor, in *publicBenefitsIn) (notice.PublicBenefits, error) {
			return svc.Benefits(ctx, actor, in.code(), in.Cursor)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/public/notices/{notice}/objections", ID: "raise-objection",
		Summary: "Raise an objection against a running notice", Tag: "public", Action: "public.objection", Status: http.StatusCreated},
		func(ctx context.Context, actor access.Actor, in *publicObjectionIn) (notice.ObjectionReceipt, error) {
			return svc.Object(ctx, actor, notice.Objection{NoticeID: in.Notice, Name: in.Body.Name, Contact: in.Body.Contact, Text: in.Body.Text})
		})
}

// code is the division as a number; the schema has let only digits through.
func (d PublicDivision) code() int64 {
	n, _ := strconv.ParseInt(d.Division, 10, 64)
	return n
}
