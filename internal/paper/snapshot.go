package paper

import (
	"zhongfu/internal/calendar"
	"zhongfu/internal/money"
)

// Snapshot is the data of one paper as it was issued. It is kept sealed; a paper is always printed from it. Fields may be
// added, never renamed: old papers must open for as long as the law keeps them.
type Snapshot struct {
	Kind       string        `json:"kind"`
	Title      string        `json:"title"`
	Number     string        `json:"number"`
	Round      int           `json:"round"`
	IssuedOn   calendar.Date `json:"issued_on"`
	CaseNumber string        `json:"case_number"`
	ItemName   string        `json:"item_name"`
	Place      string        `json:"place"`   // full name of the village
	Village    string        `json:"village"` // its own name
	Urban      bool          `json:"urban"`
	Proxy      string        `json:"proxy,omitempty"`

	Office Office `json:"office"` // whose seal
	Town   Office `json:"town"`
	County Office `json:"county"`

	Applicant Person   `json:"applicant"`
	Members   []Person `json:"members"`
	Support   []Person `json:"support,omitempty"`
	Bank      string   `json:"bank,omitempty"`
	Account   string   `json:"account,omitempty"`

	SubmittedOn calendar.Date  `json:"submitted_on"`
	AcceptedOn  *calendar.Date `json:"accepted_on,omitempty"`
	Due         *calendar.Date `json:"due,omitempty"`

	Authorisations   []Signature `json:"authorisations,omitempty"`
	RelativeDeclared bool        `json:"relative_declared"`
	Relatives        []Relative  `json:"relatives,omitempty"`
	Facts            []FactGroup `json:"facts,omitempty"`
	Supplement       *Supplement `json:"supplement,omitempty"`
	Survey           *Survey     `json:"survey,omitempty"`
	Verification     *Report     `json:"verification,omitempty"`
	Notice           *Notice     `json:"notice,omitempty"`
	Appraisal        *Appraisal  `json:"appraisal,omitempty"`
	Decision         *Decision   `json:"decision,omitempty"`
	Grounds          []Ground    `json:"grounds,omitempty"`
	Figures          []Figure    `json:"figures,omitempty"`
	Marks            []Mark      `json:"marks,omitempty"`
	Remedies         *Remedies   `json:"remedies,omitempty"`
	Unpublished      bool        `json:"unpublished,omitempty"` // the procedure has no public notice: a child's case

	// How it is shown, not part of what was issued.
	Preview bool `json:"-"`
	Blank   bool `json:"-"`
}

// Office is an office with whom to call.
type Office struct {
	Name    string `json:"name"`
	Phone   string `json:"phone,omitempty"`
	Address string `json:"address,omitempty"`
}

// Person is a member as papers name them.
type Person struct {
	Name     string        `json:"name"`
	Relation string        `json:"relation,omitempty"`
	Sex      string        `json:"sex,omitempty"`
	Birth    calendar.Date `json:"birth"`
	ID       string        `json:"id,omitempty"`
	Phone    string        `json:"phone,omitempty"`
	Address  string        `json:"address,omitempty"`
	Counted  bool          `json:"counted"` // enjoys what was decided
}

// Signature is one member's authorisation to query.
type Signature struct {
	Name     string        `json:"name"`
	ID       string        `json:"id,omitempty"`
	Number   string        `json:"number"`
	SignedBy string        `json:"signed_by"`
	Guardian bool          `json:"guardian"`
	SignedOn calendar.Date `json:"signed_on"`
}

// Relative is a near relative among staff and cadres (近亲属).
type Relative struct {
	Member   string `json:"member"`
	Staff    string `json:"staff"`
	Office   string `json:"office"`
	Relation string `json:"relation"`
}

// FactGroup is the facts of one member, or of the household (Member empty).
type FactGroup struct {
	Member string     `json:"member,omitempty"`
	Lines  []FactLine `json:"lines"`
}

// FactLine is one fact; an empty text means that nothing was said, 未知 that the source did not know.
type FactLine struct {
	Section  string `json:"section"`
	Label    string `json:"label"`
	Declared string `json:"declared,omitempty"`
	Verified string `json:"verified,omitempty"`
	Surveyed string `json:"surveyed,omitempty"`
	Source   string `json:"source,omitempty"`
}

// Supplement is what is missing, told once.
type Supplement struct {
	Materials []string `json:"materials,omitempty"`
	Text      string   `json:"text"`
}

// Survey is the home visit.
type Survey struct {
	VisitedOn string     `json:"visited_on"`
	Surveyors []Surveyor `json:"surveyors"`
	Signer    string     `json:"signer"`
	Situation string     `json:"situation"`
}

// Surveyor is one who visited.
type Surveyor struct {
	Name   string `json:"name"`
	Office string `json:"office"`
}

// Report is the result of the means verification.
type Report struct {
	Number     string `json:"number"`
	Conclusion string `json:"conclusion"`
}

// Notice is what hangs in the village.
type Notice struct {
	Name        string        `json:"name"`
	MemberCount int           `json:"member_count"`
	Amount      money.Fen     `json:"amount_fen"`
	PostedOn    calendar.Date `json:"posted_on"`
	LastDay     calendar.Date `json:"last_day"`
}

// Appraisal is a democratic appraisal.
type Appraisal struct {
	HeldOn       string `json:"held_on"`
	Chair        string `json:"chair"`
	Recorder     string `json:"recorder"`
	Participants int    `json:"participants"`
	For          int    `json:"for"`
	Against      int    `json:"against"`
	Abstained    int    `json:"abstained"`
	Record       string `json:"record"`
}

// Decision is what was decided.
type Decision struct {
	Outcome    string        `json:"outcome"` // confirmed or refused
	Amount     money.Fen     `json:"amount_fen"`
	Reason     string        `json:"reason,omitempty"`
	DecidedOn  calendar.Date `json:"decided_on"`
	FirstMonth calendar.Date `json:"first_month"`
}

// Ground is one rule that the decision stands on, with its clause.
type Ground struct {
	Name   string `json:"name"`
	Passed bool   `json:"passed"`
	Text   string `json:"text"`
	Clause string `json:"clause"`
}

// Figure is one figure of the calculation.
type Figure struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// Mark is a parameter without an official value of its own: 示例值 or 省定底线.
type Mark struct {
	Label string `json:"label"`
	Mark  string `json:"mark"`
}

// Remedies are the terms within which a decision can be fought. They are parameters: where no source has been found they
// are marked as samples.
type Remedies struct {
	ReviewDays int  `json:"review_days"` // 行政复议
	SuitMonths int  `json:"suit_months"` // 行政诉讼
	Sample     bool `json:"sample"`
}

// FirstMonthText is 2026年12月.
func (d *Decision) FirstMonthText() string {
	y, m, _ := d.FirstMonth.Civil()
	return chineseMonth(y, int(m))
}

// Counted returns the members who enjoy what was decided.
func (s *Snapshot) Counted() []Person {
	var out []Person
	for _, m := range s.Members {
		if m.Counted {
			out = append(out, m)
		}
	}
	return out
}

// Failed returns the grounds that were not met.
func (s *Snapshot) Failed() []Ground {
	var out []Ground
	for _, g := range s.Grounds {
		if !g.Passed {
			out = append(out, g)
		}
	}
	return out
}

// Letter tells whether the paper tells a family of a decision.
func (s *Snapshot) Letter() bool {
	return s.Kind == ConfirmationLetter || s.Kind == RefusalLetter
}

// trim drops from a public notice what it does not show: what is not kept cannot leak.
func (s *Snapshot) trim() {
	if s.Kind != PublicNotice {
		return
	}
	*s = Snapshot{Kind: s.Kind, Title: s.Title, Number: s.Number, Round: s.Round, IssuedOn: s.IssuedOn, ItemName: s.ItemName, Village: s.Village,
		Office: s.Office, Town: s.Town, County: s.County, Notice: s.Notice, Preview: s.Preview}
}
