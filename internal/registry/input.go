package registry

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhongfu/internal/calendar"
	"zhongfu/internal/codes"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
)

// PersonInput is what is known about a person to be registered. Only ID number and name are required (一证一书,
// GD-2019 六); birth and sex come from the ID number and, where also typed, must agree with it.
type PersonInput struct {
	IDNumber string
	Name     string
	Birth    *calendar.Date // as typed; nil when not
	Sex      string         // as typed, GB/T 2261.1; "" when not
	Contact
	Facts
	Division int64 // village whose office keeps the file; 0 = Register. Households decide it for their members
}

// Contact is what is sealed besides the ID number. Empty means not known.
type Contact struct {
	Phone      string
	Account    string // bank account for benefits
	Address    string
	Disability string // number of the disability certificate; type and grade come from it
}

// Facts are a person's plain fields. Codes are those of package codes; empty means not known.
type Facts struct {
	AccountHolder   string
	BankName        string
	Register        int64 // 户籍地; 0 = where the file is kept
	Residence       int64 // 居住地; 0 = Register
	Ethnicity       string
	Marital         string
	Health          string
	Education       string
	Schooling       string
	WorkAbility     string
	SeriousIllness  string // name of the listed serious illness (重特大疾病), free text
	DisabilityType  int    // 0 = none or from the certificate
	DisabilityGrade int
}

// checked is a PersonInput found right and normalised.
type checked struct {
	in         PersonInput
	resident   idnum.Resident
	disability idnum.Disability
}

// check validates in; prefix stands before field names ("members[1].").
func (s *Service) check(prefix string, in PersonInput, c *errs.Collector) checked {
	out := checked{in: in}
	today := s.today()
	r, err := idnum.ParseResidentOn(prefix+"id_number", in.IDNumber, today)
	if err != nil {
		collect(c, err)
	} else {
		out.resident = r
		compareTyped(prefix, in, r, c)
	}
	name, fault := cleanName(in.Name)
	if fault != "" {
		c.Add(prefix+"name", "%s", fault)
	}
	out.in.Name = name
	out.in.Contact, out.disability = s.checkContact(prefix, in.Contact, out.resident.Number, c)
	out.in.Facts = checkFacts(prefix, in.Facts, c)
	if d := out.disability; d.Number != "" {
		if in.DisabilityType != 0 && in.DisabilityType != d.Type || in.DisabilityGrade != 0 && in.DisabilityGrade != d.Grade {
			c.Add(prefix+"disability_type", "所填残疾类别或等级与残疾人证号不一致（证号为%s%s），请对照残疾人证核对。",
				idnum.DisabilityTypeName(d.Type), idnum.DisabilityGradeName(d.Grade))
		}
		out.in.DisabilityType, out.in.DisabilityGrade = d.Type, d.Grade
	}
	return out
}

func compareTyped(prefix string, in PersonInput, r idnum.Resident, c *errs.Collector) {
	if in.Birth != nil && *in.Birth != r.Birth {
		c.Add(prefix+"birth", "所填出生日期%s与身份证号中的出生日期%s不一致，请对照身份证核对两处。", in.Birth.Chinese(), r.Birth.Chinese())
	}
	if in.Sex != "" && in.Sex != strconv.Itoa(r.Sex) {
		c.Add(prefix+"sex", "所填性别与身份证号不一致（身份证号第17位表示%s性），请对照身份证核对两处。", codes.Sex.Label(strconv.Itoa(r.Sex)))
	}
}

// checkContact reads the sealed fields. id is the holder's ID number, "" when it is not known to be right.
func (s *Service) checkContact(prefix string, in Contact, id string, c *errs.Collector) (Contact, idnum.Disability) {
	var err error
	var d idnum.Disability
	if in.Phone != "" {
		if in.Phone, err = idnum.ParseMobile(prefix+"phone", in.Phone); err != nil {
			collect(c, err)
		}
	}
	if in.Account != "" {
		if in.Account, err = idnum.ParseAccount(prefix+"account", in.Account); err != nil {
			collect(c, err)
		}
	}
	if in.Address = strings.TrimSpace(in.Address); utf8.RuneCountInString(in.Address) > 200 {
		c.Add(prefix+"address", "地址太长，请控制在200字以内。")
	}
	if in.Disability != "" {
		if d, err = idnum.ParseDisabilityOn(prefix+"disability", in.Disability, s.today()); err != nil {
			collect(c, err)
		} else if id != "" && d.Resident.Number != id {
			c.Add(prefix+"disability", "残疾人证号的前18位与本人身份证号不一致，请对照残疾人证核对。")
		}
		in.Disability = d.Number
	}
	return in, d
}

func checkFacts(prefix string, f Facts, c *errs.Collector) Facts {
	for _, k := range []struct {
		field, code string
		table       *codes.Table
	}{
		{"ethnicity", f.Ethnicity, codes.Ethnicity}, {"marital", f.Marital, codes.Marital}, {"health", f.Health, codes.Health},
		{"education", f.Education, codes.Education}, {"schooling", f.Schooling, codes.Schooling}, {"work_ability", f.WorkAbility, codes.WorkAbility},
	} {
		if k.code != "" && !k.table.Valid(k.code) {
			c.Add(prefix+k.field, "%s代码“%s”不在%s代码表内，请从列表中选择。", k.table.Title, short(k.code), k.table.Standard)
		}
	}
	if f.DisabilityType < 0 || f.DisabilityType > 7 || f.DisabilityGrade < 0 || f.DisabilityGrade > 4 {
		c.Add(prefix+"disability_type", "残疾类别应为1至7、残疾等级应为1至4，请对照残疾人证填写。")
	} else if (f.DisabilityType == 0) != (f.DisabilityGrade == 0) {
		c.Add(prefix+"disability_grade", "残疾类别和残疾等级应同时填写。")
	}
	for _, t := range []struct {
		field, title string
		text         *string
		limit        int
	}{{"account_holder", "账户户名", &f.AccountHolder, maxName}, {"bank_name", "开户银行", &f.BankName, 100}, {"serious_illness", "病种", &f.SeriousIllness, 100}} {
		if *t.text = strings.TrimSpace(*t.text); utf8.RuneCountInString(*t.text) > t.limit {
			c.Add(prefix+t.field, "%s太长，请控制在%d字以内。", t.title, t.limit)
		}
	}
	if f.Register != 0 && !division.Valid(f.Register) {
		c.Add(prefix+"register_division", "户籍地区划代码无效，请从列表中选择。")
	}
	if f.Residence != 0 && !division.Valid(f.Residence) {
		c.Add(prefix+"residence_division", "居住地区划代码无效，请从列表中选择。")
	}
	return f
}

// collect adds the field faults of an *errs.Error.
func collect(c *errs.Collector, err error) {
	if e := errs.As(err); e != nil && len(e.Fields) > 0 {
		for _, f := range e.Fields {
			c.Add(f.Name, "%s", f.Message)
		}
		return
	}
	c.Add("", "%s", fmt.Sprint(err))
}

// short keeps a value that is quoted in a message from filling the screen.
func short(s string) string {
	if r := []rune(s); len(r) > 10 {
		return string(r[:10]) + "…"
	}
	return s
}
