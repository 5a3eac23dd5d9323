package casework

import "zhongfu/internal/access"

// Ids of the steps that use cases of this package know; which of them a procedure has, in which order and by whom, is
// the pack's.
const (
	stepAccept       = "accept"
	stepSupplement   = "supplement"
	stepVerification = "verification"
	stepSurvey       = "survey"
	stepFirstOpinion = "first_opinion"
	stepNotice       = "notice"
	stepAppraisal    = "appraisal"
	stepReview       = "review"
	stepConfirm      = "confirm"
	stepLetter       = "letter"
)

// Ends of a case, and open.
const (
	StatusOpen       = "open"
	StatusConfirmed  = "confirmed"
	StatusRefused    = "refused"
	StatusWithdrawn  = "withdrawn"
	StatusTerminated = "terminated"
)

var statusNames = map[string]string{StatusOpen: "办理中", StatusConfirmed: "已确认", StatusRefused: "不予确认", StatusWithdrawn: "已撤回", StatusTerminated: "已终止"}

// Kinds of facts, by where they come from.
const (
	declared = "declared"
	verified = "verified"
	surveyed = "surveyed"
	adopted  = "adopted"
)

var kindNames = map[string]string{declared: "申报", verified: "核对", surveyed: "入户", adopted: "采信"}

// States of the county's own visit.
const (
	visitUndrawn  = "undrawn"
	visitNotDrawn = "not_drawn"
	visitDrawn    = "drawn"
	visitRelative = "relative"
	visitDone     = "done"
)

var levelOf = map[string]access.Level{"village": access.Village, "town": access.Town, "county": access.County, "city": access.City, "province": access.Province}

var levelNames = map[access.Level]string{access.Village: "村（社区）", access.Town: "镇街", access.County: "县级", access.City: "市级", access.Province: "省级"}

// Actions of exits that use cases take; a procedure that lacks one cannot be left that way.
const (
	actAccept        = "accept"
	actSupplement    = "request_supplement"
	actSupplemented  = "supplemented"
	actReport        = "report"
	actSurveyed      = "surveyed"
	actGrant         = "propose_grant"
	actProposeRefuse = "propose_refuse"
	actResurvey      = "resurvey"
	actFinishNotice  = "finish_notice"
	actAppraise      = "appraise"
	actUphold        = "uphold"
	actProposeYes    = "propose_confirm"
	actReturn        = "return"
	actConfirm       = "confirm"
	actRefuse        = "refuse"
	actDeliverYes    = "deliver_confirmed"
	actDeliverNo     = "deliver_refused"
	actWithdraw      = "withdraw"
	actTerminate     = "terminate"
)
