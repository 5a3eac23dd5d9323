package selfcheck

import (
	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// Answers are what a household has said so far. The client holds them and sends them with every request.
type Answers struct {
	Division  string         `json:"division" pattern:"^[0-9]{12}$" patternDescription:"12 位区划代码" doc:"where the family lives, a village or a town"`
	Themes    []string       `json:"themes,omitempty" maxItems:"20" doc:"what help is wanted about; empty: everything"`
	Household map[string]any `json:"household,omitempty" doc:"facts by catalogue key; null = does not know or does not want to say"`
	Members   []Person       `json:"members" minItems:"1" maxItems:"12" doc:"whoever asks first"`
}

// Person is one of the family, without name or number.
type Person struct {
	Relation string         `json:"relation" maxLength:"4" doc:"GB/T 4761 to whoever asks; 02 = whoever asks"`
	Age      int            `json:"age" minimum:"0" maximum:"120"`
	Sex      string         `json:"sex,omitempty" enum:"1,2," doc:"1 male, 2 female; absent: not said"`
	Facts    map[string]any `json:"facts,omitempty" doc:"facts by catalogue key; null = does not know"`
}

// Start is what the first screens need.
type Start struct {
	Place     string   `json:"place" doc:"full name"`
	Pack      string   `json:"pack"`
	Relations []Choice `json:"relations"`
	Themes    []Theme  `json:"themes"`
}

// Choice is a code with its name.
type Choice struct {
	Code  string `json:"code"`
	Label string `json:"label"`
}

// Theme is something help can be about.
type Theme struct {
	Choice
	Items []string `json:"items" doc:"names of the items"`
}

// Reply is the next screen and what the answers so far come to.
type Reply struct {
	Screen  *Screen       `json:"screen,omitempty" doc:"absent: nothing that could be asked matters any more"`
	Left    int           `json:"left" doc:"screens that may still come, at most"`
	Results []Finding     `json:"results"`
	Place   string        `json:"place"`
	Window  string        `json:"window" doc:"where to go"`
	Date    calendar.Date `json:"date" format:"date"`
	Pack    string        `json:"pack"`
	Sample  bool          `json:"sample" doc:"some result rests on an example value"`
}

// Screen is what is asked together.
type Screen struct {
	Topic     string     `json:"topic"`
	Questions []Question `json:"questions"`
}

// Question is one fact in plain words, of the household or of several people.
type Question struct {
	Fact    string          `json:"fact"`
	Of      string          `json:"of" enum:"household,member"`
	Text    string          `json:"text"`
	Help    string          `json:"help,omitempty"`
	Type    policy.FactType `json:"type"`
	Unit    string          `json:"unit,omitempty"`
	Options []Choice        `json:"options,omitempty"`
	Min     int64           `json:"min"`
	Max     int64           `json:"max"`
	People  []Who           `json:"people,omitempty" doc:"whom it is asked about"`
}

// Who is a member as the screen calls them.
type Who struct {
	Index int    `json:"index" doc:"in members"`
	Label string `json:"label"`
}

// Finding is one item for the household or for some of its members.
type Finding struct {
	Item       string   `json:"item"`
	Name       string   `json:"name"`
	Summary    string   `json:"summary"`
	Theme      string   `json:"theme"`
	Kind       string   `json:"kind"`
	Department string   `json:"department"`
	Standing   string   `json:"standing" enum:"eligible,open,held,refused"`
	For        string   `json:"for,omitempty" doc:"whom it is about; empty: the whole family"`
	AmountFen  *int64   `json:"amount_fen,omitempty"`
	Unit       string   `json:"unit,omitempty"`
	Reasons    []Reason `json:"reasons" doc:"why it is so"`
	Unknown    []string `json:"unknown" doc:"what would settle it"`
	Materials  []Bring  `json:"materials"`
	Who        string   `json:"who,omitempty" doc:"who may apply"`
	How        string   `json:"how" doc:"how help begins"`
	Intake     string   `json:"intake" enum:"casework,desk,automatic,"`
	Clause     string   `json:"clause"`
	Notes      []string `json:"notes" doc:"what may not meet, what it follows from"`
	Sample     bool     `json:"sample"`
}

// Reason is one sentence with its clause.
type Reason struct {
	Text   string `json:"text"`
	Clause string `json:"clause"`
}

// Bring is a paper to bring.
type Bring struct {
	Name     string `json:"name"`
	Required bool   `json:"required"`
	When     string `json:"when,omitempty"`
}
