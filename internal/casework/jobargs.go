package casework

import (
	"github.com/google/uuid"
	"github.com/riverqueue/river"
)

// ConfirmedArgs is enqueued with a confirmation: the benefit opens the entitlement from the month after the decision and
// the categories of the members (57号 art 21). What was decided stands in case_decision; the case itself stays open until
// the letter is delivered. The job may run more than once: entitlement_case_once makes it once.
type ConfirmedArgs struct {
	CaseID uuid.UUID `json:"case_id" river:"unique"`
}

// Kind names the job.
func (ConfirmedArgs) Kind() string { return "casework.confirmed" }

// InsertOpts keeps one such job per case.
func (ConfirmedArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true}, MaxAttempts: 25}
}

// IssuePaperArgs is enqueued where a step brings forth a paper. PaperKind is one of the pack's papers: acceptance_notice,
// supplement_notice, verification_report, survey_form, public_notice, appraisal_record, confirmation_letter,
// refusal_letter. Round counts repetitions of the step.
type IssuePaperArgs struct {
	CaseID    uuid.UUID `json:"case_id" river:"unique"`
	PaperKind string    `json:"kind" river:"unique"`
	Round     int       `json:"round" river:"unique"`
}

// Kind names the job.
func (IssuePaperArgs) Kind() string { return "casework.issue_paper" }

// InsertOpts keeps one such job per case, paper and round.
func (IssuePaperArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true}, MaxAttempts: 25}
}

// VerifyArgs is enqueued when the verification step opens: the means verification places its order (57号 art 17, within three
// working days). The job may run more than once: an order has an id of its case and round.
type VerifyArgs struct {
	CaseID uuid.UUID `json:"case_id" river:"unique"`
	Round  int       `json:"round" river:"unique"`
}

// Kind names the job.
func (VerifyArgs) Kind() string { return "casework.verify" }

// InsertOpts keeps one such job per case and round.
func (VerifyArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true}, MaxAttempts: 25}
}
