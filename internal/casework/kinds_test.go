package casework_test

import (
	"time"

	"zhongfu/internal/calendar"
	"zhongfu/internal/casework"
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

func resurvey(version int) casework.FirstOpinionInput {
	return casework.FirstOpinionInput{Version: version, Outcome: "resurvey", Reason: "住址有误，重新入户"}
}
