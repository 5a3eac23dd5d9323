package main

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// Readings in place names where the dictionary's first reading is another one.
var phrases = strings.NewReplacer(
	"番禺", "py", "大埔", "db", "单县", "sx", "单城", "sc", "乐陵", "ll", "东阿", "de", "重庆", "cq", "车站", "cz", "银行", "yh",
	"茌平", "cp", "莘县", "sx", "莘城", "sc", "莘亭", "st", "鄄城", "jc", "郯城", "tc", "费县", "fx", "长清", "cq", "厦", "x",
)

var readings = map[rune]byte{
	'会': 'h', '家': 'j', '石': 's', '大': 'd', '长': 'c', '朝': 'c', '莞': 'g', '重': 'c', '曾': 'z', '都': 'd', '六': 'l',
	'佛': 'f', '乐': 'l', '合': 'h', '广': 'g', '朱': 'z', '洞': 'd', '垌': 'd', '圳': 'z', '滘': 'j', '塱': 'l', '輋': 's', '𣒍': 's',
	'乡': 'x', '区': 'q', '车': 'c', '埠': 'b', '省': 's', '万': 'w', '黄': 'h', '宅': 'z', '贾': 'j', '泊': 'b', '陂': 'p', '埔': 'p',
}

// Readings that differ between provinces: a 圩 is a market in Guangdong (xu) and a dyke in Shandong (wei).
var local = map[string]map[rune]byte{
	"44": {'圩': 'x', '涌': 'c', '埗': 'b', '凼': 'd', '陂': 'b'},
	"37": {'圩': 'w', '涌': 'y', '疃': 't', '埝': 'n', '夼': 'k'},
}

// initials returns the first letters of a name's pinyin; digits and Latin letters stay, marks and characters without a
// known reading are left out.
func initials(province, name string) string {
	args := pinyin.NewArgs()
	args.Style = pinyin.FirstLetter
	var b strings.Builder
	for _, r := range phrases.Replace(name) {
		if c, ok := local[province][r]; ok {
			b.WriteByte(c)
			continue
		}
		if c, ok := readings[r]; ok {
			b.WriteByte(c)
			continue
		}
		if r < 128 {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				b.WriteRune(unicode.ToLower(r))
			}
			continue
		}
		if p := pinyin.SinglePinyin(r, args); len(p) > 0 && p[0] != "" && p[0][0] >= 'a' && p[0][0] <= 'z' {
			b.WriteByte(p[0][0])
		}
	}
	return b.String()
}
