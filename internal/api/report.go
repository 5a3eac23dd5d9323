package api

import (
	"context"
	"mime"
	"net/http"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/verification/report"
)

// OrderReports is the reports of an order.
type OrderReports struct {
	Reports []report.ReportRow `json:"reports"`
}

type reportOne struct {
	ID uuid.UUID `path:"id" format:"uuid"`
}

type orderHousehold struct {
	ID        uuid.UUID `path:"id" format:"uuid"`
	Household uuid.UUID `path:"household" format:"uuid"`
}

type reportFile struct {
	ID       uuid.UUID `path:"id" format:"uuid"`
	Download bool      `query:"download" doc:"save instead of show"`
}

const tagReports = "verification reports"

// RegisterReports registers what was found out: reports, households of an order, objections, and the means verification of a case.
func RegisterReports(r *Router, svc *report.Service) {
	registerCaseVerification(r, svc)
	registerOrderFindings(r, svc)
	registerObjections(r, svc)
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/verification/reports/{id}", ID: "get-verification-report", Summary: "A report with its versions and objections", Tag: tagReports, Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *reportOne) (report.Report, error) {
			return svc.Get(ctx, actor, in.ID)
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/verification/reports/{id}/print", ID: "print-verification-report", Summary: "A report as a print page", Tag: tagReports, Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *reportOne) (*PrintPage, error) {
			html, err := svc.Print(ctx, actor, in.ID)
			return printPage(html), err
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/verification/reports/{id}/pdf", ID: "verification-report-pdf", Summary: "A report as PDF", Tag: tagReports, Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *reportFile) (*SafeFile, error) {
			name, pdf, err := svc.PDF(ctx, actor, in.ID)
			if err != nil {
				return nil, err
			}
			return &SafeFile{ContentType: "application/pdf", Disposition: mime.FormatMediaType("attachment", map[string]string{"filename": name}), NoSniff: "nosniff",
				Policy: "sandbox; default-src 'none'", Body: pdf}, nil
		})
}

func registerCaseVerification(r *Router, svc *report.Service) {
	const path = "/api/cases/{id}/verification"
	Handle(r, Endpoint{Method: http.MethodGet, Path: path, ID: "case-verification", Summary: "The means verification of a case: how far each source is, declared and found, reports", Tag: tagReports, Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *reportOne) (report.CaseVerification, error) {
			return svc.OfCase(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: path + "/order", ID: "start-case-verification", Summary: "Place the order of a case that has none (发起核对)", Tag: tagReports, Action: "verification.order", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *reportOne) (report.CaseVerification, error) {
			if err := svc.Start(ctx, actor, in.ID); err != nil {
				return report.CaseVerification{}, err
			}
			return svc.OfCase(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: path + "/report", ID: "issue-case-report", Summary: "Issue the report, or its next version (出具核对报告)", Tag: tagReports, Action: "case.verify", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *act[report.IssueInput]) (report.Report, error) {
			return svc.IssueForCase(ctx, actor, in.ID, in.Body)
		})
}

func registerOrderFindings(r *Router, svc *report.Service) {
	const path = "/api/verification/orders/{id}"
	Handle(r, Endpoint{Method: http.MethodGet, Path: path + "/reports", ID: "list-order-reports", Summary: "The reports of an order", Tag: tagReports, Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *reportOne) (OrderReports, error) {
			list, err := svc.OfOrder(ctx, actor, in.ID)
			return OrderReports{list}, err
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: path + "/households", ID: "list-order-households", Summary: "What an order found, household by household", Tag: tagReports, Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *struct {
			ID uuid.UUID `path:"id" format:"uuid"`
			report.FindingFilter
		}) (report.FindingPage, error) {
			return svc.Households(ctx, actor, in.ID, in.FindingFilter)
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: path + "/households/{household}", ID: "get-order-household", Summary: "One household of an order with the comparison", Tag: tagReports, Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *orderHousehold) (report.FindingDetail, error) {
			return svc.Household(ctx, actor, in.ID, in.Household)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: path + "/households/{household}/handled", ID: "handle-order-household", Summary: "Record what the town found about a household that differs", Tag: tagReports,
		Action: "verification.handle", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *struct {
			ID        uuid.UUID `path:"id" format:"uuid"`
			Household uuid.UUID `path:"household" format:"uuid"`
			Body      report.HandleFindingInput
		}) (report.FindingDetail, error) {
			return svc.Handle(ctx, actor, in.ID, in.Household, in.Body)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: path + "/households/{household}/report", ID: "issue-household-report", Summary: "Issue the report on one household of a batch", Tag: tagReports,
		Action: "case.verify", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *struct {
			ID        uuid.UUID `path:"id" format:"uuid"`
			Household uuid.UUID `path:"household" format:"uuid"`
			Body      report.IssueInput
		}) (report.Report, error) {
			return svc.IssueForHousehold(ctx, actor, in.ID, in.Household, in.Body)
		})
}

func registerObjections(r *Router, svc *report.Service) {
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/verification/reports/{id}/objections", ID: "object-to-report", Summary: "Register an objection with proof (核对异议)", Tag: tagReports,
		Action: "verification.objection", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *act[report.DisputeInput]) (report.Report, error) {
			return svc.Object(ctx, actor, in.ID, in.Body)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/verification/objections/{id}/recheck", ID: "recheck-objection", Summary: "Close an objection with the town's result (复查)", Tag: tagReports,
		Action: "verification.recheck", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *act[report.RecheckInput]) (report.Report, error) {
			return svc.Recheck(ctx, actor, in.ID, in.Body)
		})
}
