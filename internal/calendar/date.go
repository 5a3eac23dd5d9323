package calendar

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"
)

// Zone is the one time zone of the law's clock: Asia/Shanghai, without daylight saving since 1992.
var Zone = time.FixedZone("CST", 8*3600)

// Date is a calendar day without a time, counted in days since 1970-01-01. Its zero value is that day, so an
// absent date is a *Date or a flag beside it, never the zero.
type Date int32

// NewDate returns the day with the given civil year, month and day; out-of-range values are normalised as
// time.Date does.
func NewDate(year int, month time.Month, day int) Date {
	return Date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// DateOf returns the day that the instant t falls on in China.
func DateOf(t time.Time) Date {
	y, m, d := t.In(Zone).Date()
	return NewDate(y, m, d)
}

// ParseDate reads 2006-01-02. Days that do not exist (2025-02-30) are refused.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, fmt.Errorf("calendar: %q is not a date of the form 2006-01-02", s)
	}
	return Date(t.Unix() / 86400), nil
}

// Time returns the first instant of the day in China.
func (d Date) Time() time.Time {
	y, m, day := d.Civil()
	return time.Date(y, m, day, 0, 0, 0, 0, Zone)
}

func (d Date) utc() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Civil returns year, month and day.
func (d Date) Civil() (int, time.Month, int) { return d.utc().Date() }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.utc().Weekday() }

// AddDays returns the day n days later (earlier when n is negative).
func (d Date) AddDays(n int) Date { return d + Date(n) }

// AddMonths returns the same day n months later, or the last day of that month where it is shorter.
func (d Date) AddMonths(n int) Date {
	y, m, day := d.Civil()
	first := time.Date(y, m+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return NewDate(first.Year(), first.Month(), min(day, last))
}

// MonthStart returns the first day of the date's month.
func (d Date) MonthStart() Date {
	y, m, _ := d.Civil()
	return NewDate(y, m, 1)
}

// Age returns the full years between birth and the day d: it grows on the birthday itself. Someone born on
// 29 February grows older on 1 March in common years (民法典 does not say; the later day is the common reading).
func (birth Date) Age(on Date) int {
	by, bm, bd := birth.Civil()
	y, m, d := on.Civil()
	age := y - by
	if m < bm || (m == bm && d < bd) {
		age--
	}
	return age
}

// String returns 2006-01-02.
func (d Date) String() string { return d.utc().Format("2006-01-02") }

// Chinese returns 2006年1月2日, as letters write it.
func (d Date) Chinese() string {
	y, m, day := d.Civil()
	return fmt.Sprintf("%d年%d月%d日", y, int(m), day)
}

// MarshalText and UnmarshalText make Date read and write as 2006-01-02 in JSON, YAML and forms.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

func (d *Date) UnmarshalText(b []byte) error {
	v, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = v
	return nil
}

// MarshalJSON writes the date without the detour over reflection: pages hold dozens of them.
func (d Date) MarshalJSON() ([]byte, error) {
	return d.utc().AppendFormat(make([]byte, 0, 12), `"2006-01-02"`), nil
}

func (d *Date) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return fmt.Errorf("calendar: a date is written as \"2006-01-02\": %w", err)
	}
	return d.UnmarshalText([]byte(s))
}

// Value hands the day to PostgreSQL as a date.
func (d Date) Value() (driver.Value, error) { return d.utc(), nil }

// Scan reads a PostgreSQL date.
func (d *Date) Scan(src any) error {
	switch v := src.(type) {
	case time.Time:
		y, m, day := v.Date()
		*d = NewDate(y, m, day)
		return nil
	case string:
		return d.UnmarshalText([]byte(v))
	}
	return fmt.Errorf("calendar: cannot read a date from %T", src)
}
