package exchange

import "time"

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
	Classes    []Class
}

// Basis is the clause that lets the source be asked.
type Basis struct {
	Document string // id of sources.yaml of the packs: GD2019
	Clause   string // 五
	Note     string
}

// Transport is how messages travel. Addresses may be replaced by the installation (Endpoints).
type Transport struct {
	Kind   Kind
	URL    string // http, callback: base address; messages go to URL + "/query"
	Format string // file: csv or xlsx
	Folder string // file: name below the drop folder
	TLS    bool   // mutual TLS is required
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
	Sensitivity string // public, sensitive, secret (MZ/T 073-2024)
	FreshDays   int    // an answer this old is not asked again
	LookBack    int    // months of history asked for; 0 = the present state
	Fields      []Field
	Facts       []Mapping
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
}

// Option is one value of a code field.
type Option struct{ Code, Label string }

// Mapping turns a person's records of a class into one fact of the policy catalogue.
type Mapping struct {
	Of      string // member or household
	Fact    string // key of the fact
	CEL     string // over records, person, day: the value, or null where the records do not tell
	Combine string // household: sum, max, any: over the members asked
}
