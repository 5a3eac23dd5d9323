package api

import (
	"context"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry"
)

// PersonFactsBody is the part of a person's form that is not sealed.
type PersonFactsBody struct {
	AccountHolder     string `json:"account_holder,omitempty" maxLength:"50"`
	BankName          string `json:"bank_name,omitempty" maxLength:"100"`
	RegisterDivision  string `json:"register_division,omitempty" pattern:"^([0-9]{12})?$" doc:"户籍地; absent: where the file is kept"`
	ResidenceDivision string `json:"residence_division,omitempty" pattern:"^([0-9]{12})?$" doc:"居住地; absent: 户籍地"`
	Ethnicity         string `json:"ethnicity,omitempty" doc:"GB/T 3304"`
	Marital           string `json:"marital,omitempty" doc:"GB/T 2261.2"`
	Health            string `json:"health,omitempty" doc:"GB/T 2261.3"`
	Education         string `json:"education,omitempty" doc:"GB/T 4658"`
	Schooling         string `json:"schooling,omitempty" doc:"table schooling of /api/codes"`
	WorkAbility       string `json:"work_ability,omitempty" doc:"table work_ability of /api/codes"`
	SeriousIllness    string `json:"serious_illness,omitempty" maxLength:"100" doc:"listed serious illness (重特大疾病)"`
	DisabilityType    int    `json:"disability_type,omitempty" minimum:"0" maximum:"7"`
	DisabilityGrade   int    `json:"disability_grade,omitempty" minimum:"0" maximum:"4"`
}

// PersonBody registers a person.
type PersonBody struct {
	IDNumber   string         `json:"id_number" maxLength:"40"`
	Name       string         `json:"name" maxLength:"100"`
	Birth      *calendar.Date `json:"birth,omitempty" format:"date" doc:"as typed; compared with the ID number"`
	Sex        string         `json:"sex,omitempty" doc:"as typed, GB/T 2261.1; compared with the ID number"`
	Phone      string         `json:"phone,omitempty" maxLength:"40"`
	Account    string         `json:"account,omitempty" maxLength:"60" doc:"bank account for benefits"`
	Address    string         `json:"address,omitempty" maxLength:"200"`
	Disability string         `json:"disability,omitempty" maxLength:"40" doc:"number of the disability certificate"`
	Division   string         `json:"division,omitempty" pattern:"^([0-9]{12})?$" doc:"village whose office keeps the file; absent: register_division, or the household's"`
	PersonFactsBody
}

// PersonChangeBody replaces the plain fields; a sealed one that is absent stays as it is, an empty one is cleared.
type PersonChangeBody struct {
	Version    int     `json:"version" minimum:"1" doc:"as read"`
	Name       string  `json:"name" maxLength:"100"`
	IDNumber   *string `json:"id_number,omitempty" maxLength:"40" doc:"to correct a wrong number"`
	Phone      *string `json:"phone,omitempty" maxLength:"40"`
	Account    *string `json:"account,omitempty" maxLength:"60"`
	Address    *string `json:"address,omitempty" maxLength:"200"`
	Disability *string `json:"disability,omitempty" maxLength:"40"`
	PersonFactsBody
}

// RevealBody asks for one sealed field in clear.
type RevealBody struct {
	Field   string `json:"field" enum:"id_number,phone,account,address,disability"`
	Purpose string `json:"purpose" minLength:"4" maxLength:"200" doc:"what for; stays in the audit trail"`
}

// RevealedValue is a sealed field in clear.
type RevealedValue struct {
	Value string `json:"value" doc:"empty when the field is not filled in"`
}

// DeathBody records a death.
type DeathBody struct {
	Version int           `json:"version" minimum:"1" doc:"of the person as read"`
	Date    calendar.Date `json:"death_date" format:"date"`
	Source  string        `json:"source" minLength:"2" maxLength:"100" doc:"where it is known from"`
}

// IDNumberBody is an ID number to be read.
type IDNumberBody struct {
	IDNumber string `json:"id_number" maxLength:"40"`
}

type personAct[B any] struct {
	ID   uuid.UUID `path:"id" format:"uuid" doc:"id of the person"`
	Body B
}

func registerPeople(r *Router, svc *registry.Service) {
	Handle(r, Endpoint{Method: "POST", Path: "/api/people", ID: "create-person", Summary: "Register a person", Tag: "registry", Action: "person.write", Status: 201, Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *struct{ Body PersonBody }) (registry.PersonDetail, error) {
			p, err := in.Body.input("")
			if err != nil {
				return registry.PersonDetail{}, err
			}
			return svc.CreatePerson(ctx, actor, p)
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/people/{id}", ID: "get-person", Summary: "A person, masked", Tag: "registry", Action: "person.read"},
		func(ctx context.Context, actor access.Actor, in *personPath) (registry.PersonDetail, error) {
			return svc.Person(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: "PUT", Path: "/api/people/{id}", ID: "update-person", Summary: "Change a person's file", Tag: "registry", Action: "person.write"},
		func(ctx context.Context, actor access.Actor, in *personAct[PersonChangeBody]) (registry.PersonDetail, error) {
			facts, err := in.Body.facts("")
			if err != nil {
				return registry.PersonDetail{}, err
			}
			b := in.Body
			return svc.UpdatePerson(ctx, actor, in.ID, registry.PersonChange{Version: b.Version, Name: b.Name, IDNumber: b.IDNumber, Phone: b.Phone,
				Account: b.Account, Address: b.Address, Disability: b.Disability, Facts: facts})
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/people/{id}/file", ID: "get-person-file", Summary: "Everything about a person (一人一档案)", Tag: "registry", Action: "person.read"},
		func(ctx context.Context, actor access.Actor, in *personPath) (registry.PersonFile, error) {
			return svc.File(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: "POST", Path: "/api/people/{id}/reveal", ID: "reveal-person-field", Summary: "One sealed field in clear, for a stated purpose", Tag: "registry", Action: "person.reveal"},
		func(ctx context.Context, actor access.Actor, in *personAct[RevealBody]) (RevealedValue, error) {
			v, err := svc.Reveal(ctx, actor, in.ID, registry.Field(in.Body.Field), in.Body.Purpose)
			return RevealedValue{v}, err
		})
	Handle(r, Endpoint{Method: "POST", Path: "/api/people/{id}/death", ID: "record-death", Summary: "Record a death", Tag: "registry", Action: "person.write", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *personAct[DeathBody]) (registry.PersonDetail, error) {
			return svc.RecordDeath(ctx, actor, in.ID, registry.Death{Version: in.Body.Version, Date: in.Body.Date, Source: in.Body.Source})
		})
	Handle(r, Endpoint{Method: "POST", Path: "/api/people/parse-id", ID: "parse-id-number", Summary: "What an ID number says; looks nobody up", Tag: "registry", Action: "registry.search"},
		func(_ context.Context, actor access.Actor, in *struct{ Body IDNumberBody }) (registry.IDReading, error) {
			return svc.ParseID(actor, in.Body.IDNumber)
		})
}

// input turns the form into the service's input; prefix stands before field names in faults.
func (b PersonBody) input(prefix string) (registry.PersonInput, error) {
	facts, err := b.facts(prefix)
	if err != nil {
		return registry.PersonInput{}, err
	}
	at, err := optionalDivision(prefix+"division", b.Division)
	return registry.PersonInput{IDNumber: b.IDNumber, Name: b.Name, Birth: b.Birth, Sex: b.Sex, Division: at, Facts: facts,
		Contact: registry.Contact{Phone: b.Phone, Account: b.Account, Address: b.Address, Disability: b.Disability}}, err
}

func (b PersonFactsBody) facts(prefix string) (registry.Facts, error) {
	var c errs.Collector
	read := func(field, code string) int64 {
		at, err := optionalDivision(prefix+field, code)
		if err != nil {
			c.Add(prefix+field, "%s", errs.As(err).Message)
		}
		return at
	}
	f := registry.Facts{AccountHolder: b.AccountHolder, BankName: b.BankName, Register: read("register_division", b.RegisterDivision),
		Residence: read("residence_division", b.ResidenceDivision), Ethnicity: b.Ethnicity, Marital: b.Marital, Health: b.Health,
		Education: b.Education, Schooling: b.Schooling, WorkAbility: b.WorkAbility, SeriousIllness: b.SeriousIllness,
		DisabilityType: b.DisabilityType, DisabilityGrade: b.DisabilityGrade}
	return f, c.Err()
}
