package task

import (
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
)

// Colours by the time left.
const (
	Late = "late" // past its day
	Soon = "soon" // at most two working days left
	OK   = "ok"
	None = "none" // no day set
)

// TaskRow is one duty in an inbox.
type TaskRow struct {
	RootID        uuid.UUID      `json:"root_id" format:"uuid" doc:"what it belongs to: the case, the payroll …"`
	ID            uuid.UUID      `json:"id" format:"uuid"`
	Kind          string         `json:"kind" doc:"case_step …"`
	Step          string         `json:"step,omitempty"`
	Division      string         `json:"division" doc:"12-digit code of where the subject lives"`
	DivisionName  string         `json:"division_name"`
	Title         string         `json:"title" doc:"what is to be done"`
	Subject       string         `json:"subject" doc:"for whom: number and name"`
	Link          string         `json:"link" doc:"path in the front end"`
	Role          string         `json:"role"`
	Assignee      *uuid.UUID     `json:"assignee,omitempty" format:"uuid"`
	AssigneeName  string         `json:"assignee_name,omitempty"`
	Mine          bool           `json:"mine"`
	OpenedAt      time.Time      `json:"opened_at"`
	Due           *calendar.Date `json:"due,omitempty" format:"date"`
	LeftDays      *int           `json:"left_days,omitempty" doc:"working days left, negative when late"`
	Colour        string         `json:"colour" enum:"late,soon,ok,none"`
	EscalatedAt   *time.Time     `json:"escalated_at,omitempty"`
	EscalatedHere bool           `json:"escalated_here" doc:"late below, climbed to this office"`
}

// TaskPage is a page of an inbox, by due day.
type TaskPage struct {
	Items []TaskRow `json:"items"`
	Next  string    `json:"next,omitempty"`
}

// TaskCounts are the numbers on the inbox's tabs.
type TaskCounts struct {
	Mine      int `json:"mine" doc:"claimed by this person"`
	Office    int `json:"office" doc:"all open duties of the office, claimed or not"`
	Unclaimed int `json:"unclaimed"`
	Soon      int `json:"soon"`
	Late      int `json:"late"`
	Escalated int `json:"escalated"`
}

// Filter narrows an inbox.
type Filter struct {
	Box    string // mine, office, unclaimed, escalated
	Colour string // late, soon, ok or ""
	Step   string
	Cursor string
	Limit  int
}

// TaskAssignInput hands a duty to a colleague of the same office.
type TaskAssignInput struct {
	StaffID uuid.UUID `json:"staff_id" format:"uuid"`
}
