package exchange

import (
	"time"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// Kind is the way to a source.
type Kind string

// The transports. Each is real: none of them is played by another.
const (
	HTTP     Kind = "http"     // question and answer in one exchange
	Callback Kind = "callback" // the answer comes later, to our own address
	File     Kind = "file"     // CSV or Excel in a drop folder, with control file and digest
	Desk     Kind = "desk"     // people of the department answer on a screen or in a filled sheet
)

// Source is one department's system, or its desk, as the catalogue describes it.
type Source struct {
	ID         string // stable, lower case: "public_security"
	Name       string // 公安
	Department string // who owns the data: 广东省公安厅
	Basis      []Basis
	Transport  Transport
	Service    Service
	CostFen    int64 // of one question; 0 = free
	CostSample bool  // the cost has no legal source: screens mark it 示例值
	Disabled   bool  // switched off by the installation: not asked, its facts stay unknown
	Classes    []Class
	At         policy.Pos // where the catalogue says it
}

// Configured tells whether the installation has said where the source is. A desk needs no place.
func (s *Source) Configured() bool {
	switch s.Transport.Kind {
	case HTTP, Callback:
		return s.Transport.URL != ""
	case File:
		return s.Transport.Folder != ""
	}
	return true
}

// Basis is the clause that lets the source be asked.
type Basis struct {
	Document string // id of sources.yaml of the packs: GD2019
	Clause   string // （五）
	Note     string
	Number   string // 粤民发〔2019〕118号
	Anchor   string // of the clause in the public policy library: c2-5
}

// Transport is how messages travel. Addresses may be replaced by the installation (Endpoints).
type Transport struct {
	Kind   Kind
	URL    string // http, callback: base address; messages go to URL + "/query"
	Format string // file: csv or xlsx
	Folder string // file: name below the drop folder
	TLS    bool   // mutual TLS is required
	// Files of the installation: the authority that signed the source's certificate (empty: those of the system), and the
	// installation's own certificate and key where TLS is mutual.
	CAFile, CertificateFile, KeyFile string
}

// Service is what the source promises and what we keep to.
type Service struct {
	Hours        Hours         // when it may be asked
	AnswerWithin time.Duration // http: timeout of one exchange; callback, file: until the answer counts as missing
	AnswerDays   int           // desk, file: working days instead of AnswerWithin; 0 = none
	Concurrency  int           // messages on their way at one time
	PerSecond    float64       // messages sent a second, 0 = no limit
	Batch        int           // questions in one message at most
	Attempts     int           // how often one question may be asked in all
	Backoff      time.Duration // before the second attempt; doubles each time, with jitter
	BackoffMax   time.Duration
	BreakerAfter int           // failures in a row that open the circuit breaker
	BreakerFor   time.Duration // how long it stays open before one message tries again
	Sample       bool          // the numbers have no legal source: screens mark them 示例值
}

// Hours is the daily window in which a source answers, China time. The zero value is always.
type Hours struct {
	From, To    int // minutes of the day; To 0 = end of the day
	WorkingDays bool
}

// Class is one kind of data of a source, the unit that an authorisation names.
type Class struct {
	ID          string // unique in the catalogue: "vehicle"
	Name        string // 机动车登记
	Owner       string // who keeps the data within or for the department: 不动产登记机构
	Sensitivity string // public, sensitive, secret (MZ/T 073-2024)
	Basis       []Basis
	Sample      bool // no document says that the department tells so much: what it tells has to be agreed first
	FreshDays   int  // an answer this old is not asked again
	StaleDays   int  // data older than this tell nothing about today
	FreshSample bool // the two have no legal source: screens mark them 示例值
	LookBack    int  // months of history asked for; 0 = the present state
	LookSample  bool // the months have no legal source
	// OnlyFor is CEL over person and day: the class is asked about those only. Empty: about everybody.
	OnlyFor string
	Fields  []Field
	Facts   []Mapping
	// MovedAway finds property that the person gave away; nil where the class says nothing about it.
	MovedAway *MovedAway
	At        policy.Pos
}

// MovedAway says which records of a class tell of property that was given away, and when.
type MovedAway struct {
	Date  string            // the date field that says when
	Where map[string]string // fields that must have these values; empty: every record
	Names []string          // the fields that name what was given away, in the order shown
	// Amount is the money field that says how much it was; empty: the class does not say. Records under AtLeast fen are everyday
	// life and tell of nothing given away; 0: every record counts.
	Amount        string
	AtLeast       int64
	AtLeastSample bool // the amount has no legal source
	At            policy.Pos
}

// Field returns the field with the key, or nil.
func (c *Class) Field(key string) *Field {
	for i := range c.Fields {
		if c.Fields[i].Key == key {
			return &c.Fields[i]
		}
	}
	return nil
}

// Stale tells whether data of the day asOf are too old to say anything on today; data of a day to come are too.
func (c *Class) Stale(asOf, today calendar.Date) bool {
	return asOf > today || c.StaleDays > 0 && int(today-asOf) > c.StaleDays
}

// From is the first day of the history asked for on a day, or the zero date where the class asks for the present state.
func (c *Class) From(today calendar.Date) calendar.Date {
	if c.LookBack == 0 {
		return 0
	}
	return today.AddMonths(-c.LookBack)
}

// FieldType is how a field is written in messages.
type FieldType string

// The field types: text is free, code is one of Options, money is yuan with up to two decimals in a string, count a whole
// number, date yyyy-mm-dd, flag true or false.
const (
	TextField  FieldType = "text"
	CodeField  FieldType = "code"
	MoneyField FieldType = "money"
	CountField FieldType = "count"
	DateField  FieldType = "date"
	FlagField  FieldType = "flag"
)

// Field is one column of a class's records.
type Field struct {
	Key         string
	Name        string
	Type        FieldType
	Required    bool
	Options     []Option
	Sensitivity string
	At          policy.Pos
}

// Label returns what a code means, or the code itself.
func (f *Field) Label(code string) string {
	for _, o := range f.Options {
		if o.Code == code {
			return o.Label
		}
	}
	return code
}

// Option is one value of a code field.
type Option struct{ Code, Label string }

// Mapping turns a person's records of a class into one fact of the policy catalogue.
type Mapping struct {
	Of      string // member or household
	Fact    string // key of the fact
	CEL     string // over records, person, day: the value, or unknown() where the records do not tell
	Combine string // how several answers make one value: Sum, Max, Any, Distinct; empty where there is only one
	At      policy.Pos
}

// How the answers of several members and classes make one value.
const (
	Sum      = "sum"      // unknown as soon as one is missing
	Max      = "max"      // unknown as soon as one is missing
	Any      = "any"      // true as soon as one is true; false only when all are
	Distinct = "distinct" // the CEL lists keys; the value is how many different ones there are: what two own together counts once
)
