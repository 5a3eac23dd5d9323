package audit

import (
	"context"
	"sync/atomic"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

type toldKey struct{}

// Watch makes a context in which one attempt is told at most once: whoever puts its refusal on the trail says so with Told.
func Watch(ctx context.Context) context.Context {
	return context.WithValue(ctx, toldKey{}, new(atomic.Bool))
}

// Told notes that the refusal of this attempt stands on the trail. Without Watch it does nothing.
func Told(ctx context.Context) {
	if told, ok := ctx.Value(toldKey{}).(*atomic.Bool); ok {
		told.Store(true)
	}
}

// Refused puts a request that was refused on the trail, unless the service that refused it has done so with more to say. request is
// its method and path without the query. The event lies where the actor does, since what was reached for may not exist.
func (s *Service) Refused(ctx context.Context, actor access.Actor, action access.Action, request string, refusal error) error {
	if told, ok := ctx.Value(toldKey{}).(*atomic.Bool); ok && told.Swap(true) {
		return nil
	}
	why := ""
	if e := errs.As(refusal); e != nil {
		why = e.Message
	}
	return s.db.InTx(context.WithoutCancel(ctx), actor, func(tx pgx.Tx) error {
		return Write(ctx, tx, s.clock.Now(), actor, Event{Action: action, ObjectKind: "request", ObjectID: request, Division: actor.Division, After: map[string]any{"refused": why}})
	})
}
