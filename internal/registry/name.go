package registry

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const maxName = 50

// dots are the characters people type for the dot in a name (阿依古丽·买买提); · U+00B7 is the one GB 18030 names use.
var dots = strings.NewReplacer("•", "·", "‧", "·", "・", "·", "･", "·", "∙", "·", "⋅", "·", "．", "·", "。", "·", "᛫", "·")

// cleanName normalises a name: one kind of dot, no blanks inside Chinese names, single blanks between Latin words. The
// second result is the fault with its way out, "" when there is none.
func cleanName(s string) (string, string) {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '　' || r == '\u00a0':
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(dots.Replace(s)), " ")
	han := strings.ContainsFunc(s, isHan)
	if han {
		s = strings.ReplaceAll(strings.ReplaceAll(s, " ", ""), ".", "·")
	}
	switch n := utf8.RuneCountInString(s); {
	case s == "":
		return "", "请填写姓名。"
	case !utf8.ValidString(s):
		return "", "姓名含有无法识别的字符，请重新输入。"
	case n < 2 && !han, n > maxName:
		return "", "姓名长度不对，应为1至50个字，请按身份证填写。"
	case strings.HasPrefix(s, "·"), strings.HasSuffix(s, "·"), strings.Contains(s, "··"):
		return "", "姓名中的间隔点“·”位置不对，请按身份证填写。"
	}
	for _, r := range s {
		switch {
		case isHan(r), r == '·':
		case unicode.Is(unicode.Co, r):
			return "", "姓名含有自造字，换一台电脑就无法显示；请用支持国标生僻字（GB 18030）的输入法重新输入。"
		case !han && (unicode.Is(unicode.Latin, r) || strings.ContainsRune(" -'.", r)):
		default:
			return "", "姓名只能由汉字和间隔点“·”组成（外文姓名由字母组成），请去掉数字和其他符号。"
		}
	}
	return s, ""
}

// isHan takes all Han characters, rare ones of the extensions included, and 〇.
func isHan(r rune) bool { return unicode.Is(unicode.Han, r) || r == '〇' }
