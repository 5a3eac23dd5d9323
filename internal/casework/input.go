package casework

import (
	"github.com/google/uuid"

	"zhongfu/internal/calendar"
)

// Facts are values by key of the pack's fact catalogue. A key that is absent says nothing; a key with null says that
// the source was asked and does not know. Neither is zero.
type Facts map[string]any

// SubmitInput is an application as the window takes it. 一证一书: identity and one authorisation are enough, all else may
// stay open (GD-2019 六).
type SubmitInput struct {
	RequestKey uuid.UUID       `json:"request_key" format:"uuid" doc:"made by the form once; sent twice it is one case"`
	Item       string          `json:"item" minLength:"1" maxLength:"60" doc:"item of the policy pack, e.g. dibao"`
	Division   string          `json:"division" pattern:"^[0-9]{12}$" patternDescription:"12 位区划代码" doc:"village or community of the household register, which handles the case"`
	Urban      *bool           `json:"urban,omitempty" doc:"town (true) or country (false) household; absent = by the kind of community"`
	Address    string          `json:"address,omitempty" maxLength:"200"`
	Members    []SubmitMember  `json:"members" minItems:"1" maxItems:"50" doc:"the applicant first"`
	Facts      Facts           `json:"facts,omitempty" doc:"declared facts of the household by catalogue key"`
	Proxy      *SubmitProxy    `json:"proxy,omitempty" doc:"委托代办"`
	Relatives  []RelativeInput `json:"relatives,omitempty" maxItems:"20" doc:"近亲属备案"`
	Pledge     bool            `json:"pledge,omitempty" doc:"承诺书 signed, the declaration of near relatives included"`
	DraftID    *uuid.UUID      `json:"draft_id,omitempty" format:"uuid" doc:"draft that this came from; deleted with the submit"`
}

// SubmitMember is one person of the household as declared.
type SubmitMember struct {
	IDNumber          string               `json:"id_number" minLength:"15" maxLength:"18"`
	Name              string               `json:"name" minLength:"1" maxLength:"50"`
	Relation          string               `json:"relation" pattern:"^[0-9]{2}$" doc:"GB/T 4761, relation to the head of the household; 02 = head"`
	Role              string               `json:"role,omitempty" enum:"applicant,member,supporter" doc:"absent: the first is the applicant, the others members"`
	Phone             string               `json:"phone,omitempty" maxLength:"20"`
	Account           string               `json:"account,omitempty" maxLength:"30" doc:"bank account for payment"`
	BankName          string               `json:"bank_name,omitempty" maxLength:"60"`
	RegisterDivision  string               `json:"register_division,omitempty" pattern:"^([0-9]{12})?$"`
	ResidenceDivision string               `json:"residence_division,omitempty" pattern:"^([0-9]{12})?$"`
	Facts             Facts                `json:"facts,omitempty" doc:"declared facts of the member by catalogue key"`
	Authorisation     *MemberAuthorisation `json:"authorisation,omitempty"`
}

// MemberAuthorisation is the signed permission to query (核对授权书).
type MemberAuthorisation struct {
	SignedBy string        `json:"signed_by" minLength:"1" maxLength:"50" doc:"the member, or the guardian"`
	Guardian bool          `json:"guardian,omitempty"`
	SignedOn calendar.Date `json:"signed_on" format:"date"`
}

// SubmitProxy is who brings the application for the family.
type SubmitProxy struct {
	Name     string `json:"name" minLength:"1" maxLength:"50"`
	Relation string `json:"relation" minLength:"1" maxLength:"50" doc:"e.g. 村级协理员, 子女, 邻居"`
}

// RelativeInput discloses a near relative among staff and village cadres (民发〔2021〕57号 art 11).
type RelativeInput struct {
	Member    int    `json:"member" minimum:"0" doc:"index in members"`
	StaffName string `json:"staff_name" minLength:"1" maxLength:"50"`
	Office    string `json:"office" minLength:"1" maxLength:"100"`
	Relation  string `json:"relation" minLength:"1" maxLength:"50"`
}

// MemberFacts are facts of one member of a case; without a person they are the household's.
type MemberFacts struct {
	PersonID *uuid.UUID `json:"person_id,omitempty" format:"uuid" doc:"absent: the household"`
	Facts    Facts      `json:"facts"`
}

// AuthorisationInput adds an authorisation to a member of a case.
type AuthorisationInput struct {
	PersonID uuid.UUID `json:"person_id" format:"uuid"`
	MemberAuthorisation
}

// AcceptInput accepts an application (受理).
type AcceptInput struct {
	Version        int                  `json:"version" minimum:"1"`
	Pledge         bool                 `json:"pledge,omitempty" doc:"the pledge with the declaration of near relatives is signed now"`
	Relatives      []RelativeInput      `json:"relatives,omitempty" maxItems:"20" doc:"near relatives named now; member is the index on the case page"`
	Authorisations []AuthorisationInput `json:"authorisations,omitempty" maxItems:"50" doc:"signed now at the window"`
	Comment        string               `json:"comment,omitempty" maxLength:"500"`
}

// SupplementInput tells once what is missing (一次性告知, 57号 art 10).
type SupplementInput struct {
	Version   int      `json:"version" minimum:"1"`
	Materials []string `json:"materials,omitempty" maxItems:"30" doc:"material ids of the item that are missing"`
	Text      string   `json:"text" minLength:"2" maxLength:"1000" doc:"all that is missing, in words the family understands"`
}

// SupplementedInput takes in what the family brought.
type SupplementedInput struct {
	Version        int                  `json:"version" minimum:"1"`
	Facts          []MemberFacts        `json:"facts,omitempty" maxItems:"60"`
	Authorisations []AuthorisationInput `json:"authorisations,omitempty" maxItems:"50"`
	Pledge         bool                 `json:"pledge,omitempty"`
	Relatives      []RelativeInput      `json:"relatives,omitempty" maxItems:"20"`
	Comment        string               `json:"comment,omitempty" maxLength:"500"`
}

// SourceAnswer is what one source said about one member, or that it did not answer.
type SourceAnswer struct {
	PersonID  *uuid.UUID    `json:"person_id,omitempty" format:"uuid" doc:"absent: the household"`
	Source    string        `json:"source" minLength:"1" maxLength:"60" doc:"公安, 税务, 银行 …"`
	QueriedOn calendar.Date `json:"queried_on" format:"date"`
	Answered  bool          `json:"answered" doc:"false: the facts named stay unknown, whatever value is sent"`
	Facts     Facts         `json:"facts" doc:"by catalogue key; null = the source does not know"`
	Note      string        `json:"note,omitempty" maxLength:"300"`
}

// VerificationInput is the report of the means verification, typed in by the verification officer (57号 art 17).
type VerificationInput struct {
	Version      int            `json:"version" minimum:"1"`
	ReportNumber string         `json:"report_number" minLength:"1" maxLength:"60"`
	Conclusion   string         `json:"conclusion" minLength:"2" maxLength:"2000"`
	Answers      []SourceAnswer `json:"answers" minItems:"1" maxItems:"200"`
}

// Surveyor is one who visited.
type Surveyor struct {
	Name    string     `json:"name" minLength:"2" maxLength:"30"`
	Office  string     `json:"office" minLength:"1" maxLength:"100"`
	StaffID *uuid.UUID `json:"staff_id,omitempty" format:"uuid"`
}

// SurveyInput is the home survey: two different surveyors, both sides sign (57号 art 16).
type SurveyInput struct {
	Version      int           `json:"version" minimum:"1"`
	VisitedOn    calendar.Date `json:"visited_on" format:"date"`
	Surveyors    []Surveyor    `json:"surveyors" minItems:"1" maxItems:"6"`
	FamilySigner string        `json:"family_signer,omitempty" maxLength:"50" doc:"who of the family signed"`
	FamilySigned bool          `json:"family_signed"`
	Situation    string        `json:"situation" minLength:"2" maxLength:"4000" doc:"housing, health, work, how the family lives"`
	Facts        []MemberFacts `json:"facts,omitempty" maxItems:"60"`
}

// AdoptedFact is the clerk's choice where the sources differ (采信).
type AdoptedFact struct {
	PersonID *uuid.UUID `json:"person_id,omitempty" format:"uuid"`
	Key      string     `json:"key" minLength:"1" maxLength:"60"`
	Kind     string     `json:"kind" enum:"declared,verified,surveyed" doc:"the source that is believed"`
	Note     string     `json:"note,omitempty" maxLength:"300" doc:"why"`
}

// FirstOpinionInput is the township's opinion (初审意见, 57号 art 18).
type FirstOpinionInput struct {
	Version int           `json:"version" minimum:"1"`
	Outcome string        `json:"outcome" enum:"agree,refuse,resurvey" doc:"agree only where the policy says eligible; resurvey: a new home survey first"`
	Reason  string        `json:"reason,omitempty" maxLength:"2000" doc:"needed for refuse and resurvey"`
	Adopted []AdoptedFact `json:"adopted,omitempty" maxItems:"300" doc:"one for every fact whose sources differ; others follow verified, surveyed, declared"`
}

// PostNoticeInput says that the notice hangs (57号 art 19).
type PostNoticeInput struct {
	Version int    `json:"version" minimum:"1"`
	Place   string `json:"place" minLength:"2" maxLength:"200" doc:"the board where the paper hangs"`
}

// ObjectionInput is an objection brought to the window, by letter or telephone.
type ObjectionInput struct {
	Name    string `json:"name,omitempty" maxLength:"50" doc:"empty = anonymous"`
	Contact string `json:"contact,omitempty" maxLength:"100"`
	Text    string `json:"text" minLength:"5" maxLength:"2000"`
	Channel string `json:"channel" enum:"window,letter,telephone"`
}

// HandleObjectionInput answers an objection.
type HandleObjectionInput struct {
	Version int    `json:"version" minimum:"1"`
	Outcome string `json:"outcome" enum:"appraisal,resurvey,unfounded"`
	Answer  string `json:"answer" minLength:"2" maxLength:"2000" doc:"what was found and what is done"`
}

// AppraisalInput is the record of a democratic appraisal (民主评议).
type AppraisalInput struct {
	Version      int           `json:"version" minimum:"1"`
	HeldOn       calendar.Date `json:"held_on" format:"date"`
	Chair        string        `json:"chair" minLength:"2" maxLength:"30"`
	Recorder     string        `json:"recorder" minLength:"2" maxLength:"30"`
	Participants int           `json:"participants" minimum:"1" maximum:"500"`
	For          int           `json:"for" minimum:"0"`
	Against      int           `json:"against" minimum:"0"`
	Abstained    int           `json:"abstained" minimum:"0"`
	Conclusion   string        `json:"conclusion" enum:"upheld,resurvey" doc:"upheld: the first opinion stands; resurvey: it does not, a new home survey follows"`
	Record       string        `json:"record" minLength:"2" maxLength:"4000"`
}

// CountyVisitInput is the county's own home visit (57号 art 20).
type CountyVisitInput struct {
	Version   int           `json:"version" minimum:"1"`
	VisitedOn calendar.Date `json:"visited_on" format:"date"`
	Visitors  []Surveyor    `json:"visitors" minItems:"1" maxItems:"6"`
	Findings  string        `json:"findings" minLength:"2" maxLength:"4000"`
	Facts     []MemberFacts `json:"facts,omitempty" maxItems:"60"`
}

// ReviewInput is the county reviewer's opinion (审核意见).
type ReviewInput struct {
	Version int    `json:"version" minimum:"1"`
	Outcome string `json:"outcome" enum:"agree,refuse,return" doc:"return: back to the township for a new survey"`
	Opinion string `json:"opinion" minLength:"2" maxLength:"2000"`
}

// ConfirmInput is the decision (确认 / 不予确认, 57号 art 20-21).
type ConfirmInput struct {
	Version   int    `json:"version" minimum:"1"`
	Outcome   string `json:"outcome" enum:"confirm,refuse,return" doc:"return: back to the step before the decision"`
	AmountFen *int64 `json:"amount_fen,omitempty" minimum:"0" doc:"confirm: the monthly amount the person saw; another figure now is refused"`
	Reason    string `json:"reason,omitempty" maxLength:"2000" doc:"refuse: facts, clause and reason; return: why; needed there"`
}

// LetterInput records that the letter reached the family (57号 art 21).
type LetterInput struct {
	Version     int           `json:"version" minimum:"1"`
	DeliveredOn calendar.Date `json:"delivered_on" format:"date"`
	Method      string        `json:"method" enum:"in_person,post,online,left_at_home"`
	Receiver    string        `json:"receiver" minLength:"2" maxLength:"50"`
}

// ReasonInput is for withdraw and extend.
type ReasonInput struct {
	Version int    `json:"version" minimum:"1"`
	Reason  string `json:"reason" minLength:"2" maxLength:"1000"`
}

// TerminateInput ends the procedure where the family does not cooperate (57号 art 29) or has not supplemented in time.
type TerminateInput struct {
	Version    int            `json:"version" minimum:"1"`
	Reason     string         `json:"reason" minLength:"2" maxLength:"1000"`
	NotifiedOn *calendar.Date `json:"notified_on,omitempty" format:"date" doc:"day of the written reminder; needed for non-cooperation"`
}

// DraftInput saves a draft. Content is the form's own state.
type DraftInput struct {
	Kind     string         `json:"kind" enum:"application"`
	Title    string         `json:"title" maxLength:"100"`
	Division string         `json:"division,omitempty" pattern:"^([0-9]{12})?$" doc:"place of the draft; absent: the actor's own"`
	Version  int            `json:"version" minimum:"0" doc:"0 for a new draft, otherwise what was loaded"`
	Content  map[string]any `json:"content"`
}
