package casework

import (
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// CaseFilter narrows a list of cases.
type CaseFilter struct {
	Number    string // 受理号 or its beginning
	Status    string // "" = all
	Step      string // an open step
	Item      string
	Division  int64  // 0 = the actor's whole range
	Due       string // late, soon, ok
	Forwarded bool   // only those handed in at the actor's place for elsewhere, or the other way round
	Cursor    string
	Limit     int
}

// CaseSummary is one row of a list.
type CaseSummary struct {
	ID            uuid.UUID      `json:"id" format:"uuid"`
	Number        string         `json:"number"`
	Item          string         `json:"item"`
	ItemName      string         `json:"item_name"`
	Division      string         `json:"division"`
	DivisionName  string         `json:"division_name"`
	ApplicantName string         `json:"applicant_name"`
	MemberCount   int            `json:"member_count"`
	Status        string         `json:"status" enum:"open,confirmed,refused,withdrawn,terminated"`
	StatusName    string         `json:"status_name"`
	Steps         []string       `json:"steps" doc:"ids of the open steps"`
	StepNames     []string       `json:"step_names"`
	SubmittedAt   time.Time      `json:"submitted_at"`
	StepDue       *calendar.Date `json:"step_due,omitempty" format:"date" doc:"the earliest of the open steps"`
	Due           *calendar.Date `json:"due,omitempty" format:"date"`
	LeftDays      *int           `json:"left_days,omitempty"`
	Colour        string         `json:"colour" enum:"late,soon,ok,none"`
	AmountFen     *int64         `json:"amount_fen,omitempty"`
	Forwarded     bool           `json:"forwarded"`
}

// CaseListPage is a page of a list; next is absent on the last one.
type CaseListPage struct {
	Items []CaseSummary `json:"items"`
	Next  string        `json:"next,omitempty"`
}

// StepCount is how many open cases stand at a step.
type StepCount struct {
	Step  string `json:"step"`
	Name  string `json:"name"`
	Count int    `json:"count"`
	Late  int    `json:"late"`
}

// AreaLateness compares the divisions below a supervisor.
type AreaLateness struct {
	Division     string `json:"division"`
	DivisionName string `json:"division_name"`
	Open         int    `json:"open"`
	Late         int    `json:"late"`
	Confirmed    int    `json:"confirmed" doc:"confirmed this month"`
}

// HomeNumbers is what the home page of a role shows.
type HomeNumbers struct {
	Today              calendar.Date  `json:"today" format:"date"`
	TasksOpen          int            `json:"tasks_open"`
	TasksSoon          int            `json:"tasks_soon"`
	TasksLate          int            `json:"tasks_late"`
	TasksEscalated     int            `json:"tasks_escalated" doc:"late below, climbed to this office"`
	CasesByStep        []StepCount    `json:"cases_by_step"`
	CasesOpen          int            `json:"cases_open"`
	SubmittedThisMonth int            `json:"submitted_this_month"`
	ConfirmedThisMonth int            `json:"confirmed_this_month"`
	RefusedThisMonth   int            `json:"refused_this_month"`
	Areas              []AreaLateness `json:"areas" doc:"for county and above: the divisions below, most late first"`
}

// DraftSummary is a draft in a list.
type DraftSummary struct {
	ID        uuid.UUID `json:"id" format:"uuid"`
	Kind      string    `json:"kind"`
	Title     string    `json:"title"`
	Division  string    `json:"division"`
	Version   int       `json:"version"`
	UpdatedAt time.Time `json:"updated_at"`
}

// DraftList is all drafts of the actor, newest first.
type DraftList struct {
	Items []DraftSummary `json:"items"`
}

// DraftView is a draft with its content.
type DraftView struct {
	DraftSummary
	Content map[string]any `json:"content"`
}

// FactField is a fact of the catalogue as a form asks for it.
type FactField struct {
	Key         string          `json:"key"`
	Label       string          `json:"label"`
	Help        string          `json:"help,omitempty"`
	Of          string          `json:"of" enum:"household,member"`
	Type        policy.FactType `json:"type" enum:"money,money_monthly,int,bool,date,enum,decimal,division"`
	Unit        string          `json:"unit,omitempty"`
	Options     []FactChoice    `json:"options,omitempty"`
	Section     string          `json:"section"`
	Sensitivity string          `json:"sensitivity"`
	Asked       bool            `json:"asked" doc:"asked in a normal application"`
	Min         *int64          `json:"min,omitempty"`
	Max         *int64          `json:"max,omitempty"`
}

// FactChoice is one code of an enum fact.
type FactChoice struct {
	Code  string `json:"code"`
	Label string `json:"label"`
}

// ItemMaterial is a paper that an applicant may be asked for.
type ItemMaterial struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Required bool   `json:"required"`
	When     string `json:"when,omitempty"`
}

// ItemStep is one step of an item's procedure, for showing the road before an application.
type ItemStep struct {
	Step     string `json:"step"`
	Name     string `json:"name"`
	Role     string `json:"role"`
	Level    string `json:"level"`
	Days     int    `json:"days"`
	Calendar string `json:"calendar" enum:"working,natural,"`
}

// ItemForm is something that may be applied for, with all that its form needs.
type ItemForm struct {
	ID        string         `json:"id"`
	Name      string         `json:"name"`
	Kind      string         `json:"kind"`
	Unit      string         `json:"unit" enum:"household,person"`
	ApplyText string         `json:"apply_text,omitempty" doc:"who may apply where"`
	ApplyAt   string         `json:"apply_at,omitempty" doc:"register_town, any_town_in_province"`
	Materials []ItemMaterial `json:"materials"`
	Steps     []ItemStep     `json:"steps"`
	TotalDays int            `json:"total_days" doc:"working days of the whole procedure"`
	Facts     []FactField    `json:"facts"`
}

// ItemForms is what may be applied for at a place today.
type ItemForms struct {
	Pack  policy.PackRef `json:"pack"`
	Items []ItemForm     `json:"items"`
}
