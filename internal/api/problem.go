package api

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"zhongfu/internal/errs"
)

// Problem is the body of every error answer (after RFC 9457): safe to show, with a reference number that finds the cause
// in the log.
type Problem struct {
	Status    int          `json:"status"`
	Code      string       `json:"code" doc:"machine-readable, lower_snake"`
	Message   string       `json:"message" doc:"Chinese, for the person in front of the screen"`
	Reference string       `json:"reference,omitempty" doc:"number to quote when asking for help"`
	Errors    []errs.Field `json:"errors,omitempty" doc:"faults by field"`
}

func (p *Problem) Error() string  { return p.Message }
func (p *Problem) GetStatus() int { return p.Status }
func (p *Problem) ContentType(ct string) string {
	return strings.Replace(ct, "json", "problem+json", 1)
}

var statusOf = map[errs.Kind]int{
	errs.Internal: http.StatusInternalServerError, errs.Invalid: http.StatusUnprocessableEntity,
	errs.Unauthenticated: http.StatusUnauthorized, errs.Forbidden: http.StatusForbidden, errs.NotFound: http.StatusNotFound,
	errs.Conflict: http.StatusConflict, errs.TooMany: http.StatusTooManyRequests, errs.Unavailable: http.StatusServiceUnavailable,
}

// problemOf turns any error into what may be shown. The cause goes to the log under the same reference.
func problemOf(ctx context.Context, err error) *Problem {
	ref := reference(ctx)
	var p *Problem
	if errors.As(err, &p) {
		p.Reference = ref
		return p
	}
	e := errs.As(err)
	if e == nil {
		if errors.Is(err, context.Canceled) {
			return &Problem{Status: 499, Code: "cancelled", Message: "请求已取消。", Reference: ref}
		}
		e = errs.New(errs.Internal, "internal", "系统出错了，您的内容没有丢失；请稍后重试，仍有问题请报编号 %s。", ref).Because(err)
	}
	p = &Problem{Status: statusOf[e.Kind], Code: e.Code, Message: e.Message, Reference: ref, Errors: e.Fields}
	level := slog.LevelInfo
	if p.Status >= 500 {
		level = slog.LevelError
	}
	slog.LogAttrs(ctx, level, "request refused", slog.String("reference", ref), slog.String("code", e.Code), slog.Any("cause", errors.Unwrap(e)))
	return p
}

func init() {
	huma.NewError = func(status int, msg string, causes ...error) huma.StatusError {
		return edgeProblem(status, msg, causes)
	}
	huma.NewErrorWithContext = func(c huma.Context, status int, msg string, causes ...error) huma.StatusError {
		p := edgeProblem(status, msg, causes)
		if c != nil {
			p.Reference = reference(c.Context())
		}
		return p
	}
}

// edgeProblem renders what the schema validation found.
func edgeProblem(status int, msg string, causes []error) *Problem {
	p := &Problem{Status: status, Code: "invalid_input", Message: msg}
	switch status {
	case http.StatusUnprocessableEntity, http.StatusBadRequest:
		p.Message = "提交的内容有误，请按提示修改。"
	case http.StatusRequestEntityTooLarge:
		p.Code, p.Message = "too_large", "提交的内容太大。"
	case http.StatusUnsupportedMediaType:
		p.Code, p.Message = "unsupported_type", "不支持这种内容格式。"
	case http.StatusRequestTimeout:
		p.Code, p.Message = "timeout", "接收超时，请检查网络后重试。"
	case http.StatusNotAcceptable:
		p.Code, p.Message = "not_acceptable", "不支持所要求的应答格式。"
	}
	for _, c := range causes {
		var inner *Problem
		if errors.As(c, &inner) {
			return inner
		}
		if d, ok := c.(huma.ErrorDetailer); ok {
			det := d.ErrorDetail()
			name := strings.TrimPrefix(strings.TrimPrefix(det.Location, "body"), ".")
			p.Errors = append(p.Errors, errs.Field{Name: name, Message: det.Message})
		}
	}
	if len(p.Errors) > 0 {
		p.Message = "提交的内容有误：" + p.Errors[0].Message
	}
	return p
}
