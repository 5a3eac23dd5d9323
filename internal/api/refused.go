package api

import (
	"context"
	"log/slog"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

// Refusals takes attempts at watched actions that were refused: by role at the guard, by place or duty in the service.
type Refusals func(ctx context.Context, actor access.Actor, action access.Action, request string, refusal error) error

// refused tells the trail of a refused attempt. A mistake in a form is none. The answer to the caller stays the refusal, also where
// the trail cannot be written: then the log has it as an error.
func (r *Router) refused(ctx context.Context, actor access.Actor, e Endpoint, path string, err error) {
	rule, _ := access.Lookup(e.Action)
	if r.Refused == nil || !rule.Watched || !errs.Is(err, errs.Forbidden) && !errs.Is(err, errs.NotFound) {
		return
	}
	if err := r.Refused(ctx, actor, e.Action, e.Method+" "+path, err); err != nil {
		slog.ErrorContext(ctx, "a refusal is not on the trail", "action", e.Action, "reference", reference(ctx), "error", err)
	}
}
