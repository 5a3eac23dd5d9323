package faultrun

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
)

// closedFirst is the source that opens only while the run is under way.
const closedFirst = "natural_resources"

// opening is a full minute, one to two minutes from now, at which the source opens, and its service with these hours; none where the
// day would end first.
func opening(now time.Time) (at time.Time, service string) {
	at = now.In(calendar.Zone).Truncate(time.Minute).Add(2 * time.Minute)
	if calendar.DateOf(at.Add(30*time.Minute)) != calendar.DateOf(now) {
		return time.Time{}, directly
	}
	return at, strings.Replace(directly, "{", fmt.Sprintf(`{hours: {from: %q, to: "24:00"}, `, at.Format("15:04")), 1)
}

// compareHours tells whether the source that was closed was left in peace, and how much had to wait for it.
func (w *world) compareHours(ctx context.Context, tx pgx.Tx, r *Report) error {
	if w.opens.IsZero() {
		return nil
	}
	var early, waited, after int
	if err := tx.QueryRow(ctx, `select count(*) filter (where sent_at < $2), (select count(*) from inquiry where source = $1 and opened_at < $2), count(*) filter (where sent_at >= $2)
from exchange_message where source = $1`, closedFirst, w.opens).Scan(&early, &waited, &after); err != nil {
		return err
	}
	heard := 0
	w.mu.Lock()
	if !w.firstHeard.IsZero() && w.firstHeard.Before(w.opens) {
		heard++
	}
	w.mu.Unlock()
	name := closedFirst
	if src := w.app.Catalogue.Source(closedFirst); src != nil {
		name = src.Name
	}
	r.Hours = fmt.Sprintf("%s %s 才开门：开门前有 %d 个问题等着，开门后发出 %d 条消息。", name, w.opens.Format("15:04"), waited, after)
	r.promise("来源开门前没有消息发出（本方账，来源的账）", early+heard)
	return nil
}
