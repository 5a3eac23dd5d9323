package idnum

import (
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
)

// Disability is what a disability certificate number says.
type Disability struct {
	Number   string   // 20 characters, or 22 when re-issued (B1 to B9 at the end)
	Resident Resident // the holder
	Type     int      // 1 visual … 7 multiple; DisabilityTypeName
	Grade    int      // 1 (gravest) to 4
	Reissue  int      // how often it was issued anew after a loss; 0 for the first
}

var disabilityTypes = [8]string{"", "视力", "听力", "言语", "肢体", "智力", "精神", "多重"}
var disabilityGrades = [5]string{"", "一级", "二级", "三级", "四级"}

// DisabilityTypeName returns 视力, 听力, 言语, 肢体, 智力, 精神 or 多重 for 1 to 7 (GB/T 26341), "" for others.
func DisabilityTypeName(t int) string {
	if t < 0 || t >= len(disabilityTypes) {
		return ""
	}
	return disabilityTypes[t]
}

// DisabilityGradeName returns 一级 to 四级 for 1 to 4, "" for others.
func DisabilityGradeName(g int) string {
	if g < 0 || g >= len(disabilityGrades) {
		return ""
	}
	return disabilityGrades[g]
}

// ParseDisability reads a disability certificate number: the holder's resident number, one digit for the type, one
// for the grade, and B with a digit where the certificate was issued anew.
func ParseDisability(field, s string) (Disability, error) {
	return ParseDisabilityOn(field, s, clock.Today(clock.System{}))
}

// ParseDisabilityOn is ParseDisability as of a given day.
func ParseDisabilityOn(field, s string, today calendar.Date) (Disability, error) {
	n := normal(s)
	switch {
	case n == "":
		return Disability{}, errs.Bad(field, "请填写残疾人证号。")
	case scientific(n):
		return Disability{}, errs.Bad(field, "残疾人证号被表格软件改成了科学计数法，末尾数字已丢失；请把该列设为文本格式后对照证件重新填写。")
	case len(n) != 20 && len(n) != 22:
		return Disability{}, errs.Bad(field, "残疾人证号应为20位（补发的证件为22位），请对照残疾人证核对。")
	}
	r, fault := readResident(n[:18], today)
	if fault != "" {
		return Disability{}, errs.Bad(field, "残疾人证号的前18位应与本人公民身份号码一致，请对照残疾人证核对。")
	}
	d := Disability{Number: n, Resident: r, Type: int(n[18]) - '0', Grade: int(n[19]) - '0'}
	if d.Type < 1 || d.Type > 7 {
		return Disability{}, errs.Bad(field, "残疾人证号第19位应为残疾类别1至7，请对照残疾人证核对。")
	}
	if d.Grade < 1 || d.Grade > 4 {
		return Disability{}, errs.Bad(field, "残疾人证号第20位应为残疾等级1至4，请对照残疾人证核对。")
	}
	if len(n) == 22 {
		if n[20] != 'B' || n[21] < '1' || n[21] > '9' {
			return Disability{}, errs.Bad(field, "补发的残疾人证号末两位应为B加数字，例如B1，请对照残疾人证核对。")
		}
		d.Reissue = int(n[21] - '0')
	}
	return d, nil
}
