package report

import (
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/money"
	"zhongfu/internal/policy"
)

// Conclusions of a report.
const (
	Fits    = "fits"    // 未发现不符合条件
	Exceeds = "exceeds" // 发现超过限额的项目
	Open    = "open"    // 有待核实
	Listed  = "listed"  // 没有可对照的政策，只列查询结果
)

// Conclusions in Chinese.
var conclusionNames = map[string]string{Fits: "符合", Exceeds: "不符合", Open: "有待核实", Listed: "查询结果见明细"}

// ReportContent is what a report says. It is kept sealed as it was issued; fields may be added, never renamed.
type ReportContent struct {
	Number     string        `json:"number,omitempty"`
	Version    int           `json:"version,omitempty"`
	Kind       string        `json:"kind" enum:"case,batch,client"`
	Purpose    string        `json:"purpose"`
	Client     string        `json:"client" doc:"who had it checked"`
	Order      string        `json:"order" doc:"number of the order"`
	CaseNumber string        `json:"case_number,omitempty"`
	Item       string        `json:"item,omitempty"`
	ItemName   string        `json:"item_name,omitempty"`
	Place      string        `json:"place"`
	Office     string        `json:"office" doc:"whose seal"`
	Day        calendar.Date `json:"day" doc:"on which it was worked out"`
	Basis      calendar.Date `json:"basis" doc:"day of the declaration that is compared"`

	Name       string          `json:"name" doc:"applicant or head"`
	Members    []ReportMember  `json:"members"`
	Supporters int             `json:"supporters" doc:"legal supporters who were asked about; nothing of them stands here"`
	Lines      []ReportLine    `json:"lines"`
	Unknown    []ReportUnknown `json:"unknown"`
	Limits     []ReportLimit   `json:"limits"`
	Moved      []ReportMoved   `json:"moved"`
	Sources    []ReportSource  `json:"sources"`

	Outcome         string          `json:"outcome,omitempty" doc:"what the policy says with what was found"`
	OutcomeDeclared string          `json:"outcome_declared,omitempty" doc:"what it says with what was declared"`
	Missing         []string        `json:"missing,omitempty" doc:"evidence that would settle it"`
	Conclusion      string          `json:"conclusion" enum:"fits,exceeds,open,listed"`
	ConclusionName  string          `json:"conclusion_name"`
	Text            string          `json:"text" doc:"the conclusion in a sentence"`
	Remark          string          `json:"remark,omitempty" doc:"of the officer who issues it"`
	Tolerance       ReportTolerance `json:"tolerance"`
	MovedMonths     ReportTerm      `json:"moved_months"`
	Review          ReportReview    `json:"review"`

	Corrections []ReportCorrection `json:"corrections,omitempty"`
	Changes     []ReportChange     `json:"changes,omitempty" doc:"against the version before"`
}

// ReportMember is somebody of the household.
type ReportMember struct {
	PersonID      uuid.UUID `json:"person_id"`
	Name          string    `json:"name"`
	IDMasked      string    `json:"id_masked"`
	Authorisation string    `json:"authorisation" doc:"number; empty: none was in force"`
}

// What the comparison of one item comes to.
const (
	Same       = "same"
	Within     = "within"     // within the tolerance
	Higher     = "higher"     // found more than was declared
	Lower      = "lower"      // found less
	Different  = "different"  // not a number, and not the same
	Undeclared = "undeclared" // found something that was not declared
	Nothing    = "nothing"    // nothing declared, nothing found
	Untold     = "untold"     // the sources have answered, and their records can only prove, not rule out: what was declared stands
	NotKnown   = "unknown"
)

// ReportLine is one item of one person, or of the household.
type ReportLine struct {
	PersonID *uuid.UUID        `json:"person_id,omitempty" doc:"absent: the household"`
	Person   string            `json:"person,omitempty"`
	Fact     string            `json:"fact"`
	Label    string            `json:"label"`
	Section  string            `json:"section"`
	Type     policy.FactType   `json:"type"`
	Declared *ReportSide       `json:"declared,omitempty" doc:"absent: nothing was declared"`
	Found    ReportSide        `json:"found"`
	AtLeast  string            `json:"at_least,omitempty" doc:"what the answers that came add up to; for the eye, never the value"`
	Result   string            `json:"result" enum:"same,within,higher,lower,different,undeclared,nothing,untold,unknown"`
	From     []ReportFrom      `json:"from,omitempty"`
	Missing  []ReportLacking   `json:"missing,omitempty"`
	Fixed    *ReportCorrection `json:"fixed,omitempty" doc:"corrected after an objection; found keeps the source's value"`
}

// ReportSide is one value; Value is nil while unknown.
type ReportSide struct {
	Known bool          `json:"known"`
	Value any           `json:"value,omitempty" doc:"as case files store it: fen, count, true, code"`
	Text  string        `json:"text"`
	AsOf  calendar.Date `json:"as_of,omitzero" doc:"of the oldest data it stands on"`
}

// ReportFrom is one answer's part in a value.
type ReportFrom struct {
	Person string        `json:"person"`
	Source string        `json:"source"`
	Class  string        `json:"class"`
	AsOf   calendar.Date `json:"as_of"`
}

// ReportLacking is an answer that is wanting.
type ReportLacking struct {
	Person string `json:"person"`
	Source string `json:"source"`
	Class  string `json:"class"`
	Reason string `json:"reason"`
}

// ReportUnknown names a source that left something unknown.
type ReportUnknown struct {
	Source  string   `json:"source"`
	Reason  string   `json:"reason"`
	Classes []string `json:"classes"`
	People  []string `json:"people"`
	Items   []string `json:"items" doc:"what stays unknown through it"`
}

// ReportLimit is a rule that fails with what was found.
type ReportLimit struct {
	Rule    string        `json:"rule"`
	Name    string        `json:"name"`
	Reason  string        `json:"reason"`
	Clause  policy.Clause `json:"clause"`
	ByFound bool          `json:"by_found" doc:"it does not fail with what was declared"`
}

// ReportMoved is property given away shortly before applying.
type ReportMoved struct {
	Person string        `json:"person"`
	Source string        `json:"source"`
	Class  string        `json:"class"`
	On     calendar.Date `json:"on"`
	What   string        `json:"what"`
	Amount *money.Fen    `json:"amount,omitempty" doc:"fen; absent where the source does not say"`
}

// ReportSource is when a source was asked and what came.
type ReportSource struct {
	Source     string         `json:"source"`
	Department string         `json:"department"`
	Classes    []string       `json:"classes"`
	AskedFrom  *calendar.Date `json:"asked_from" doc:"first day on which it was asked; none where nothing left"`
	AskedLast  *calendar.Date `json:"asked_last"`
	Answered   int            `json:"answered"`
	Reused     int            `json:"reused" doc:"of them answered before and still fresh"`
	Silent     int            `json:"silent"`
	Oldest     calendar.Date  `json:"oldest,omitzero" doc:"day of the oldest data"`
}

// ReportTolerance is how far declared and found may lie apart without counting as a difference.
type ReportTolerance struct {
	Fen     int64 `json:"fen"`
	Percent int64 `json:"percent" doc:"of what was declared; the greater of the two holds"`
	Sample  bool  `json:"sample"`
}

// ReportTerm is a number of the pack.
type ReportTerm struct {
	N      int  `json:"n"`
	Sample bool `json:"sample"`
}

// ReportReview is the way to object (57号 art 18).
type ReportReview struct {
	Office string        `json:"office"`
	Phone  string        `json:"phone,omitempty"`
	Days   int           `json:"days" doc:"working days from the report"`
	Until  calendar.Date `json:"until"`
	Sample bool          `json:"sample"`
}

// ReportCorrection is a value that the town found another than the source says.
type ReportCorrection struct {
	PersonID *uuid.UUID `json:"person_id,omitempty"`
	Person   string     `json:"person,omitempty"`
	Fact     string     `json:"fact"`
	Label    string     `json:"label"`
	Source   string     `json:"source" doc:"what the sources say, as text"`
	Value    any        `json:"value"`
	Text     string     `json:"text" doc:"what holds"`
	Why      string     `json:"why"`
	Proofs   int        `json:"proofs"`
	ByName   string     `json:"by_name"`
	At       time.Time  `json:"at"`
}

// ReportChange is a line that is another than in the version before.
type ReportChange struct {
	Person string `json:"person,omitempty"`
	Label  string `json:"label"`
	Before string `json:"before"`
	After  string `json:"after"`
	Why    string `json:"why"`
}

// Fen is the fixed tolerance in yuan, for the print page.
func (c *ReportContent) Fen() float64 { return float64(c.Tolerance.Fen) / 100 }
