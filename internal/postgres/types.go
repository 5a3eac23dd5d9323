package postgres

import (
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgtype"

	"zhongfu/internal/calendar"
)

// RegisterTypes lets a connection send ids and days as they are. Without it the driver asks both for their database value,
// gets a text or an instant, fails to encode the text as an id and parses it back: several microseconds for every id.
func RegisterTypes(m *pgtype.Map) {
	m.TryWrapEncodePlanFuncs = append([]pgtype.TryWrapEncodePlanFunc{wrapOurs}, m.TryWrapEncodePlanFuncs...)
}

func wrapOurs(value any) (plan pgtype.WrappedEncodePlanNextSetter, next any, ok bool) {
	switch v := value.(type) {
	case uuid.UUID:
		return &wrapped{as: func(v any) any { return idValue(v.(uuid.UUID)) }}, idValue(v), true
	case calendar.Date:
		return &wrapped{as: func(v any) any { return dayValue(v.(calendar.Date)) }}, dayValue(v), true
	}
	return nil, nil, false
}

// wrapped is a plan that hands the value on as a type which the driver's own codec knows.
type wrapped struct {
	as   func(any) any
	next pgtype.EncodePlan
}

func (p *wrapped) SetNext(next pgtype.EncodePlan) { p.next = next }

func (p *wrapped) Encode(value any, buf []byte) ([]byte, error) {
	return p.next.Encode(p.as(value), buf)
}

type idValue uuid.UUID

func (v idValue) UUIDValue() (pgtype.UUID, error) { return pgtype.UUID{Bytes: v, Valid: true}, nil }

type dayValue calendar.Date

func (v dayValue) DateValue() (pgtype.Date, error) {
	y, m, d := calendar.Date(v).Civil()
	return pgtype.Date{Time: utcDay(y, m, d), Valid: true}, nil
}

func utcDay(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
