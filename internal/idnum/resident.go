package idnum

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
)

// Sex codes of GB/T 2261.1 that a resident number can carry.
const (
	Male   = 1
	Female = 2
)

// Resident is what a resident identity number says about its holder.
type Resident struct {
	Number   string        // 18 characters, X in upper case
	Division int64         // first registration: the county's 12-digit code; the county may no longer exist
	Birth    calendar.Date // day of birth
	Sex      int           // GB/T 2261.1: Male or Female
}

// ParseResident reads an 18-character resident identity number (GB 11643-1999). The error is an *errs.Error on field
// that tells the person what to correct.
func ParseResident(field, s string) (Resident, error) {
	return ParseResidentOn(field, s, clock.Today(clock.System{}))
}

// ParseResidentOn is ParseResident as of a given day: a birth after it is refused.
func ParseResidentOn(field, s string, today calendar.Date) (Resident, error) {
	n := normal(s)
	r, fault := readResident(n, today)
	if fault != "" {
		return Resident{}, errs.Bad(field, "%s", fault)
	}
	return r, nil
}

// ValidResident tells whether s, as it stands, is a resident identity number; for streams that count bad rows.
func ValidResident(s string, today calendar.Date) bool {
	_, fault := readResident(s, today)
	return fault == ""
}

func readResident(n string, today calendar.Date) (Resident, string) {
	switch {
	case n == "":
		return Resident{}, "请填写公民身份号码。"
	case scientific(n):
		return Resident{}, "身份号码被表格软件改成了科学计数法，末尾数字已丢失；请把该列设为文本格式后对照身份证重新填写。"
	case len(n) == 15 && digits(n):
		return Resident{}, "15位的旧号码已停止使用，请填写18位公民身份号码；不清楚的，可持户口簿到派出所查询。"
	case utf8.RuneCountInString(n) != 18:
		return Resident{}, fmt.Sprintf("公民身份号码应为18位，现在是%d位，请对照身份证核对。", utf8.RuneCountInString(n))
	case len(n) != 18 || !digits(n[:17]) || !(n[17] == 'X' || digits(n[17:])):
		return Resident{}, "公民身份号码只能由数字组成，仅最后一位可以是X，请对照身份证核对。"
	case !province(n[:2]):
		return Resident{}, "公民身份号码开头的省级代码不存在，请对照身份证核对。"
	}
	year, month, day := number(n[6:10]), number(n[10:12]), number(n[12:14])
	birth := calendar.NewDate(year, time.Month(month), day)
	if y, m, d := birth.Civil(); y != year || int(m) != month || d != day || year < 1900 {
		return Resident{}, "公民身份号码第7至14位不是有效的出生日期，请对照身份证核对。"
	}
	if birth > today {
		return Resident{}, "公民身份号码中的出生日期晚于今天，请对照身份证核对。"
	}
	if checkDigit(n[:17]) != n[17] {
		return Resident{}, "最后一位校验码不符，请对照身份证核对。"
	}
	sex := Female
	if n[16]%2 == 1 {
		sex = Male
	}
	return Resident{Number: n, Division: int64(number(n[:6])) * 1e6, Birth: birth, Sex: sex}, ""
}

// Province codes of GB/T 2260, with 83 for residence permits of Taiwan residents (81 and 82: Hong Kong and Macao).
const provinces = " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 "

func province(two string) bool { return strings.Contains(provinces, two) }

var residentWeights = [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}

// checkDigit is the ISO 7064 MOD 11-2 character of 17 digits.
func checkDigit[T string | []byte](n T) byte {
	sum := 0
	for i, w := range residentWeights {
		sum += int(n[i]-'0') * w
	}
	return "10X98765432"[sum%11]
}

// MakeResident makes a valid number for synthetic data: div6 is a county's six digits, seq (0 to 499) tells apart
// people of one county, birth and sex. It panics on arguments no number can hold.
func MakeResident(div6 int, birth calendar.Date, seq, sex int) string {
	y, m, d := birth.Civil()
	if div6 < 110000 || div6 > 999999 || y < 1900 || y > 9999 || seq < 0 || seq > 499 || (sex != Male && sex != Female) {
		panic(fmt.Sprintf("idnum: no resident number for division %d, birth %s, seq %d, sex %d", div6, birth, seq, sex))
	}
	order := seq * 2
	if sex == Male {
		order++
	}
	var b [18]byte
	put := func(at, width, v int) {
		for i := at + width - 1; i >= at; i-- {
			b[i] = byte('0' + v%10)
			v /= 10
		}
	}
	put(0, 6, div6)
	put(6, 4, y)
	put(10, 2, int(m))
	put(12, 2, d)
	put(14, 3, order)
	b[17] = checkDigit(b[:17])
	return string(b[:])
}
