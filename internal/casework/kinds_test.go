package casework_test

import (
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

const (
	invalid   = errs.Invalid
	conflict  = errs.Conflict
	forbidden = errs.Forbidden
	notFound  = errs.NotFound
)

func workingDays(from calendar.Date, n int) calendar.Date { return calendar.DueWorking(from, n) }
