package notice

import "time"

// The bucket of one address: objections one after the other, then one per refill.
const (
	bucketSize = 5
	refill     = 10 * time.Minute
)

// Limits that the database keeps over a day, across restarts and program instances. A village shares few addresses, so
// the first is generous.
const (
	perAddressDay = 20
	perNoticeDay  = 3
)

// perNotice is how many objections one notice takes online in all; a flood from many addresses ends there, and the
// township's telephone remains.
const perNotice = 100
