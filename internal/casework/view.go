package casework

import (
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// CaseState is what every act answers: where the case stands now.
type CaseState struct {
	ID      uuid.UUID      `json:"id" format:"uuid"`
	Number  string         `json:"number"`
	Status  string         `json:"status" enum:"open,confirmed,refused,withdrawn,terminated"`
	Version int            `json:"version" doc:"send it with the next act"`
	Open    []OpenStep     `json:"open" doc:"steps now open"`
	Message string         `json:"message" doc:"Chinese: what was done and what comes next"`
	Again   bool           `json:"again,omitempty" doc:"the same submit was taken before; nothing was done twice"`
	Due     *calendar.Date `json:"due,omitempty" format:"date"`
}

// OpenStep is a step that waits for somebody.
type OpenStep struct {
	Step   string         `json:"step"`
	Name   string         `json:"name"`
	Role   string         `json:"role"`
	Office string         `json:"office" doc:"12-digit code of the office's division"`
	Due    *calendar.Date `json:"due,omitempty" format:"date"`
}

// CasePage is everything that the case page shows, in one answer.
type CasePage struct {
	Case           CaseHeader          `json:"case"`
	Steps          []CaseStepView      `json:"steps" doc:"the road: done, open, and still to come"`
	Members        []CaseMemberView    `json:"members"`
	Facts          []FactRow           `json:"facts" doc:"declared, verified, surveyed, adopted side by side"`
	Result         *policy.Result      `json:"result,omitempty" doc:"what the policy says on the best facts now; after a decision, what it said then"`
	ResultProblem  string              `json:"result_problem,omitempty" doc:"why the policy could not be asked"`
	Authorisations []AuthorisationView `json:"authorisations"`
	Relatives      []RelativeView      `json:"relatives"`
	Notices        []NoticeView        `json:"notices"`
	Objections     []ObjectionView     `json:"objections"`
	Decision       *DecisionView       `json:"decision,omitempty"`
	Events         []CaseEventView     `json:"events" doc:"the timeline, newest first"`
	Papers         []CasePaperRef      `json:"papers"`
	Attachments    []CaseAttachmentRef `json:"attachments"`
	Acts           []ActView           `json:"acts" doc:"what this actor may do now, or why not"`
}

// CaseHeader is the head of a case.
type CaseHeader struct {
	ID               uuid.UUID      `json:"id" format:"uuid"`
	Number           string         `json:"number"`
	Item             string         `json:"item"`
	ItemName         string         `json:"item_name"`
	Division         string         `json:"division"`
	DivisionName     string         `json:"division_name"`
	HandedInDivision string         `json:"handed_in_division"`
	HandedInName     string         `json:"handed_in_name"`
	Forwarded        bool           `json:"forwarded" doc:"异地受理: handed in elsewhere"`
	HouseholdID      uuid.UUID      `json:"household_id" format:"uuid"`
	ApplicantID      uuid.UUID      `json:"applicant_id" format:"uuid"`
	ApplicantName    string         `json:"applicant_name"`
	MemberCount      int            `json:"member_count"`
	Status           string         `json:"status" enum:"open,confirmed,refused,withdrawn,terminated"`
	StatusName       string         `json:"status_name"`
	Urban            bool           `json:"urban"`
	Proxy            string         `json:"proxy,omitempty"`
	RelativeDeclared bool           `json:"relative_declared"`
	CountyVisit      string         `json:"county_visit" enum:"undrawn,not_drawn,drawn,relative,done"`
	Extended         bool           `json:"extended"`
	SubmittedAt      time.Time      `json:"submitted_at"`
	AcceptedAt       *time.Time     `json:"accepted_at,omitempty"`
	ClosedAt         *time.Time     `json:"closed_at,omitempty"`
	Due              *calendar.Date `json:"due,omitempty" format:"date" doc:"of the whole procedure"`
	TotalDays        int            `json:"total_days" doc:"working days of the whole procedure"`
	UsedDays         int            `json:"used_days" doc:"working days since acceptance"`
	LeftDays         *int           `json:"left_days,omitempty" doc:"working days left, negative when late"`
	Colour           string         `json:"colour" enum:"late,soon,ok,none"`
	AmountFen        *int64         `json:"amount_fen,omitempty"`
	Version          int            `json:"version"`
	Pack             policy.PackRef `json:"pack" doc:"the policy text at submit"`
	PackChanged      bool           `json:"pack_changed" doc:"the text in force now is another one"`
}

// CaseStepView is one step on the road.
type CaseStepView struct {
	ID         *uuid.UUID     `json:"id,omitempty" format:"uuid" doc:"absent while it is still to come"`
	Step       string         `json:"step"`
	Name       string         `json:"name"`
	State      string         `json:"state" enum:"open,done,cancelled,coming"`
	Round      int            `json:"round"`
	Parallel   []string       `json:"parallel,omitempty" doc:"steps that run side by side with it"`
	Role       string         `json:"role"`
	RoleName   string         `json:"role_name"`
	Office     string         `json:"office" doc:"12-digit code"`
	OfficeName string         `json:"office_name"`
	Holder     string         `json:"holder,omitempty" doc:"name of who has claimed it"`
	OpenedAt   *time.Time     `json:"opened_at,omitempty"`
	StartBy    *calendar.Date `json:"start_by,omitempty" format:"date"`
	Due        *calendar.Date `json:"due,omitempty" format:"date"`
	LeftDays   *int           `json:"left_days,omitempty" doc:"working days left, negative when late"`
	Colour     string         `json:"colour" enum:"late,soon,ok,none"`
	ClosedAt   *time.Time     `json:"closed_at,omitempty"`
	DoneBy     string         `json:"done_by,omitempty"`
	Exit       string         `json:"exit,omitempty"`
	ExitName   string         `json:"exit_name,omitempty"`
	Comment    string         `json:"comment,omitempty"`
	Data       map[string]any `json:"data,omitempty" doc:"what was recorded: surveyors, votes, report number …"`
	Clause     string         `json:"clause,omitempty"`
}

// CaseMemberView is a member, masked.
type CaseMemberView struct {
	PersonID   uuid.UUID     `json:"person_id" format:"uuid"`
	Name       string        `json:"name"`
	IDMasked   string        `json:"id_masked"`
	Relation   string        `json:"relation" doc:"GB/T 4761"`
	Role       string        `json:"role" enum:"applicant,member,supporter"`
	Sex        int           `json:"sex"`
	Birth      calendar.Date `json:"birth" format:"date"`
	Age        int           `json:"age"`
	Authorised bool          `json:"authorised"`
}

// FactCell is what one kind of source says.
type FactCell struct {
	Value  any       `json:"value" doc:"null: asked, but unknown"`
	Text   string    `json:"text" doc:"for display; 未知 where null"`
	Source string    `json:"source"`
	Note   string    `json:"note,omitempty"`
	At     time.Time `json:"at"`
	ByName string    `json:"by_name"`
}

// FactRow is one fact with its sources side by side.
type FactRow struct {
	PersonID    *uuid.UUID      `json:"person_id,omitempty" format:"uuid" doc:"absent: the household"`
	MemberName  string          `json:"member_name,omitempty"`
	Key         string          `json:"key"`
	Label       string          `json:"label"`
	Section     string          `json:"section"`
	Type        policy.FactType `json:"type"`
	Unit        string          `json:"unit,omitempty"`
	Declared    *FactCell       `json:"declared,omitempty"`
	Verified    *FactCell       `json:"verified,omitempty"`
	Surveyed    *FactCell       `json:"surveyed,omitempty"`
	Adopted     *FactCell       `json:"adopted,omitempty"`
	Best        any             `json:"best" doc:"what the policy is asked with; null = unknown"`
	BestKind    string          `json:"best_kind,omitempty" enum:"declared,verified,surveyed,adopted,"`
	Differs     bool            `json:"differs" doc:"known sources disagree"`
	Unexplained bool            `json:"unexplained" doc:"differs and is not yet adopted"`
}

// AuthorisationView is a signed permission to query.
type AuthorisationView struct {
	PersonID    uuid.UUID     `json:"person_id" format:"uuid"`
	Name        string        `json:"name"`
	Number      string        `json:"number"`
	SignedBy    string        `json:"signed_by"`
	Guardian    bool          `json:"guardian"`
	SignedOn    calendar.Date `json:"signed_on" format:"date"`
	WithdrawnAt *time.Time    `json:"withdrawn_at,omitempty"`
}

// RelativeView is a disclosed near relative.
type RelativeView struct {
	PersonID  uuid.UUID `json:"person_id" format:"uuid"`
	Member    string    `json:"member"`
	StaffName string    `json:"staff_name"`
	Office    string    `json:"office"`
	Relation  string    `json:"relation"`
}

// NoticeView is a public notice of the case.
type NoticeView struct {
	ID         uuid.UUID     `json:"id" format:"uuid"`
	PostedOn   calendar.Date `json:"posted_on" format:"date"`
	LastDay    calendar.Date `json:"last_day" format:"date"`
	EndedAt    *time.Time    `json:"ended_at,omitempty"`
	AmountFen  int64         `json:"amount_fen"`
	Running    bool          `json:"running"`
	Objections int           `json:"objections"`
}

// ObjectionView is an objection; who raised it is shown only to the offices that handle it.
type ObjectionView struct {
	ID        uuid.UUID  `json:"id" format:"uuid"`
	Name      string     `json:"name,omitempty"`
	Contact   string     `json:"contact,omitempty" doc:"masked"`
	Text      string     `json:"text"`
	Channel   string     `json:"channel" enum:"online,window,letter,telephone"`
	At        time.Time  `json:"at"`
	HandledAt *time.Time `json:"handled_at,omitempty"`
	HandledBy string     `json:"handled_by,omitempty"`
	Outcome   string     `json:"outcome,omitempty"`
	Answer    string     `json:"answer,omitempty"`
}

// DecisionView is the decision with the policy text it stood on.
type DecisionView struct {
	Outcome   string         `json:"outcome" enum:"confirmed,refused"`
	AmountFen int64          `json:"amount_fen"`
	Reason    string         `json:"reason,omitempty"`
	DecidedAt time.Time      `json:"decided_at"`
	ByName    string         `json:"by_name"`
	Pack      policy.PackRef `json:"pack"`
}

// CaseEventView is one entry of the timeline.
type CaseEventView struct {
	ID        uuid.UUID      `json:"id" format:"uuid"`
	At        time.Time      `json:"at"`
	ActorName string         `json:"actor_name"`
	RoleName  string         `json:"role_name"`
	Kind      string         `json:"kind"`
	Step      string         `json:"step,omitempty"`
	Text      string         `json:"text"`
	Data      map[string]any `json:"data,omitempty"`
}

// CasePaperRef is an issued paper.
type CasePaperRef struct {
	ID       uuid.UUID `json:"id" format:"uuid"`
	Kind     string    `json:"kind"`
	Number   string    `json:"number"`
	IssuedAt time.Time `json:"issued_at"`
	ByName   string    `json:"by_name"`
}

// CaseAttachmentRef is an attachment's label.
type CaseAttachmentRef struct {
	ID     uuid.UUID `json:"id" format:"uuid"`
	Kind   string    `json:"kind"`
	Name   string    `json:"name"`
	MIME   string    `json:"mime"`
	Size   int       `json:"size"`
	ByName string    `json:"by_name"`
	At     time.Time `json:"at"`
}

// ActView is one thing that can be done to the case now. Blocked says in Chinese why it cannot be done yet.
type ActView struct {
	Act     string `json:"act" doc:"last part of the endpoint's path: accept, first-opinion, confirm …"`
	Name    string `json:"name"`
	Step    string `json:"step,omitempty"`
	Blocked string `json:"blocked,omitempty"`
	// AgreeBlocked concerns acts with several outcomes: the others stay possible.
	AgreeBlocked string `json:"agree_blocked,omitempty" doc:"why agreeing would be refused now; refusing or returning stays possible"`
}
