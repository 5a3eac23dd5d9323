package registry

import (
	"strconv"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/idnum"
	"zhongfu/internal/registry/registrydb"
	"zhongfu/internal/seal"
)

// The columns that values are sealed for, as package seal binds them.
const (
	fieldID         = "person.id"
	fieldPhone      = "person.phone"
	fieldAccount    = "person.account"
	fieldAddress    = "person.address"
	fieldDisability = "person.disability"
)

// PersonDetail is a person as screens show it: personal data masked.
type PersonDetail struct {
	ID              uuid.UUID      `json:"id"`
	Number          string         `json:"number" doc:"人员编号, R and 10 digits"`
	Version         int            `json:"version" doc:"to be sent back with a change"`
	Name            string         `json:"name"`
	Sex             string         `json:"sex" doc:"GB/T 2261.1"`
	Birth           calendar.Date  `json:"birth"`
	Age             int            `json:"age"`
	DeathDate       *calendar.Date `json:"death_date,omitempty"`
	IDMask          string         `json:"id_mask"`
	PhoneMask       string         `json:"phone_mask"`
	AccountMask     string         `json:"account_mask"`
	AccountHolder   string         `json:"account_holder"`
	BankName        string         `json:"bank_name"`
	AddressMask     string         `json:"address_mask"`
	Place           Place          `json:"place" doc:"where the file is kept"`
	Register        Place          `json:"register" doc:"户籍地"`
	Residence       Place          `json:"residence" doc:"居住地"`
	Ethnicity       string         `json:"ethnicity"`
	Marital         string         `json:"marital"`
	Health          string         `json:"health"`
	Education       string         `json:"education"`
	Schooling       string         `json:"schooling"`
	WorkAbility     string         `json:"work_ability"`
	SeriousIllness  string         `json:"serious_illness"`
	DisabilityMask  string         `json:"disability_mask" doc:"number of the disability certificate"`
	DisabilityType  int            `json:"disability_type" doc:"0 = none"`
	DisabilityGrade int            `json:"disability_grade" doc:"0 = none"`
}

// PersonRef names a person to other packages.
type PersonRef struct {
	ID       uuid.UUID
	Number   string
	Name     string
	Sex      int
	Birth    calendar.Date
	Division int64
	Created  bool // registered by this call
}

func refOf(p registrydb.Person) PersonRef {
	return PersonRef{ID: p.ID, Number: PersonNumber(p.Number), Name: p.Name, Sex: int(p.Sex), Birth: p.Birth, Division: p.Division}
}

func (s *Service) detail(p registrydb.Person) (PersonDetail, error) {
	o := opener{keys: s.keys}
	d := PersonDetail{
		ID: p.ID, Number: PersonNumber(p.Number), Version: int(p.Version), Name: p.Name, Sex: strconv.Itoa(int(p.Sex)),
		Birth: p.Birth, Age: ageOf(p.Birth, p.DeathDate, s.today()), DeathDate: p.DeathDate,
		IDMask: idnum.MaskResident(o.open(fieldID, p.IDSealed)), PhoneMask: idnum.MaskPhone(o.open(fieldPhone, p.PhoneSealed)),
		AccountMask: idnum.MaskAccount(o.open(fieldAccount, p.AccountSealed)), AccountHolder: p.AccountHolder, BankName: p.BankName,
		AddressMask: maskAddress(o.open(fieldAddress, p.AddressSealed)),
		Place:       s.place(p.Division), Register: s.place(p.RegisterDivision), Residence: s.place(p.ResidenceDivision),
		Ethnicity: p.Ethnicity, Marital: p.Marital, Health: p.Health, Education: p.Education, Schooling: p.Schooling,
		WorkAbility: p.WorkAbility, SeriousIllness: p.SeriousIllness,
		DisabilityMask: idnum.MaskDisability(o.open(fieldDisability, p.DisabilitySealed)),
		DisabilityType: small(p.DisabilityType), DisabilityGrade: small(p.DisabilityGrade),
	}
	return d, o.err
}

// ageOf is the age today, or at death.
func ageOf(birth calendar.Date, death *calendar.Date, today calendar.Date) int {
	if death != nil {
		return birth.Age(*death)
	}
	return birth.Age(today)
}

// opener opens several sealed values and keeps the first error.
type opener struct {
	keys *seal.Keyring
	err  error
}

func (o *opener) open(field string, sealed []byte) string {
	text, err := o.keys.Open(field, sealed)
	if err != nil && o.err == nil {
		o.err = err
	}
	return text
}

// maskAddress shows the first third of an address, at most six characters: enough to tell two apart, too little to find
// the door.
func maskAddress(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return ""
	}
	return string(r[:min(6, len(r)/3)]) + "******"
}

func small(n *int16) int {
	if n == nil {
		return 0
	}
	return int(*n)
}

func pointer16(n int) *int16 {
	if n == 0 {
		return nil
	}
	v := int16(n)
	return &v
}
