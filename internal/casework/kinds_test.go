package casework_test

import (
	"time"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

const (
	invalid   = errs.Invalid
	conflict  = errs.Conflict
	forbidden = errs.Forbidden
	notFound  = errs.NotFound
)

const day = 24 * time.Hour

func workingDays(from calendar.Date, n int) calendar.Date { return calendar.DueWorking(from, n) }
