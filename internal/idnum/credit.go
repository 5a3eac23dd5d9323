package idnum

import (
	"strings"

	"zhongfu/internal/errs"
)

// creditAlphabet leaves out I, O, S, V and Z, which are mistaken for digits and other letters.
const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// ParseCreditCode reads a unified social credit code (GB 32100-2015) and returns its 18 characters.
func ParseCreditCode(field, s string) (string, error) {
	n := normal(s)
	switch {
	case n == "":
		return "", errs.Bad(field, "请填写统一社会信用代码。")
	case len(n) != 18:
		return "", errs.Bad(field, "统一社会信用代码应为18位，请对照营业执照或登记证书核对。")
	case strings.Trim(n, creditAlphabet) != "" || !digits(n[2:8]):
		return "", errs.Bad(field, "统一社会信用代码含有不应出现的字符（不使用字母I、O、S、V、Z，第3至8位为数字），请对照证书核对。")
	case creditCheck(n[:17]) != n[17]:
		return "", errs.Bad(field, "统一社会信用代码最后一位校验码不符，请对照证书核对。")
	}
	return n, nil
}

// creditCheck is the MOD 31 character with weights 3^i mod 31 of 17 characters.
func creditCheck(n string) byte {
	sum, weight := 0, 1
	for i := range 17 {
		sum += strings.IndexByte(creditAlphabet, n[i]) * weight
		weight = weight * 3 % 31
	}
	return creditAlphabet[(31-sum%31)%31]
}
