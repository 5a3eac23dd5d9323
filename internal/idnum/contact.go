package idnum

import (
	"strings"

	"zhongfu/internal/errs"
)

// ParseMobile reads a mainland mobile phone number, with or without +86, blanks and hyphens, and returns 11 digits.
func ParseMobile(field, s string) (string, error) {
	n := strings.ReplaceAll(normal(s), "-", "")
	n = strings.TrimPrefix(n, "+")
	if len(n) > 11 {
		n = strings.TrimPrefix(strings.TrimPrefix(n, "00"), "86")
	}
	switch {
	case n == "":
		return "", errs.Bad(field, "请填写手机号码。")
	case len(n) != 11 || !digits(n):
		return "", errs.Bad(field, "手机号码应为11位数字，请核对。")
	case n[0] != '1' || n[1] < '3':
		return "", errs.Bad(field, "手机号码应以13至19开头，请核对。")
	}
	return n, nil
}

// ParseAccount reads a bank account: a card that begins with 62 and has 16 to 19 digits must pass the Luhn check; the
// other accounts (passbooks of rural credit unions and the like) have 8 to 30 digits and no common check.
func ParseAccount(field, s string) (string, error) {
	n := strings.ReplaceAll(normal(s), "-", "")
	switch {
	case n == "":
		return "", errs.Bad(field, "请填写银行账号。")
	case scientific(n):
		return "", errs.Bad(field, "银行账号被表格软件改成了科学计数法，末尾数字已丢失；请把该列设为文本格式后对照银行卡或存折重新填写。")
	case !digits(n):
		return "", errs.Bad(field, "银行账号只能由数字组成，请对照银行卡或存折核对。")
	case len(n) < 8 || len(n) > 30:
		return "", errs.Bad(field, "银行账号的位数不对，应为8至30位，请对照银行卡或存折核对。")
	case strings.HasPrefix(n, "62") && len(n) >= 16 && len(n) <= 19 && luhn(n) != 0:
		return "", errs.Bad(field, "银行卡号校验不符，可能有一位抄错，请对照银行卡核对。")
	}
	return n, nil
}

// luhn is the Luhn sum of a number modulo 10; 0 for a valid card.
func luhn[T string | []byte](n T) int {
	sum := 0
	for i := range len(n) {
		d := int(n[len(n)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum % 10
}

// MakeCard completes the digits of a card number with its Luhn check digit; for synthetic data only.
func MakeCard(withoutCheck string) string {
	b := make([]byte, len(withoutCheck)+1)
	copy(b, withoutCheck)
	b[len(b)-1] = '0'
	if rest := luhn(b); rest > 0 {
		b[len(b)-1] = byte('0' + 10 - rest)
	}
	return string(b)
}
