package codes

// Head is the relation code of the head of a household (户主).
const Head = "02"

// Relation is the relation to the head of the household, GB/T 4761. A heading (配偶, 子, 女 …) may be used by itself
// where the finer code is not known.
var Relation = table("relation", "与户主关系", "GB/T 4761", `
01 本人
02 户主
10 配偶 *
11 夫
12 妻
20 子 *
21 独生子
22 长子
23 次子
24 三子
25 四子
26 五子
27 养子或继子
28 女婿
29 其他儿子
30 女 *
31 独生女
32 长女
33 二女
34 三女
35 四女
36 五女
37 养女或继女
38 儿媳
39 其他女儿
40 孙子女或外孙子女 *
41 孙子
42 孙女
43 外孙子
44 外孙女
45 孙媳妇或外孙媳妇
46 孙女婿或外孙女婿
47 曾孙子或曾外孙子
48 曾孙女或曾外孙女
49 其他孙子女或外孙子女
50 父母 *
51 父亲
52 母亲
53 公公
54 婆婆
55 岳父
56 岳母
57 继父或养父
58 继母或养母
59 其他父母关系
60 祖父母或外祖父母 *
61 祖父
62 祖母
63 外祖父
64 外祖母
65 配偶的祖父母或外祖父母
66 曾祖父
67 曾祖母
68 配偶的曾祖父母或外曾祖父母
69 其他祖父母或外祖父母关系
70 兄弟姐妹 *
71 兄
72 嫂
73 弟
74 弟媳
75 姐姐
76 姐夫
77 妹妹
78 妹夫
79 其他兄弟姐妹
80 其他关系 *
81 伯父
82 伯母
83 叔父
84 婶母
85 舅父
86 舅母
87 姨父
88 姨母
89 姑父
90 姑母
91 堂兄弟或堂姐妹
92 表兄弟或表姐妹
93 侄子
94 侄女
95 外甥
96 外甥女
97 其他亲属
99 非亲属
`)

// relationSex says which relations only one sex can have.
var relationSex = func() map[string]string {
	m := map[string]string{}
	for sex, list := range map[string][]string{
		"1": {"11", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "41", "43", "46", "51", "53", "55", "57", "61", "63", "66",
			"71", "73", "76", "78", "81", "83", "85", "87", "89", "93", "95"},
		"2": {"12", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39", "42", "44", "45", "52", "54", "56", "58", "62", "64", "67",
			"72", "74", "75", "77", "82", "84", "86", "88", "90", "94", "96"},
	} {
		for _, code := range list {
			m[code] = sex
		}
	}
	return m
}()

// RelationSex returns the sex (GB/T 2261.1) that a relation implies, "" when both can have it.
func RelationSex(code string) string { return relationSex[code] }

// IsSpouse tells whether the relation is that of a spouse.
func IsSpouse(code string) bool { return code == "10" || code == "11" || code == "12" }

// broad is the policy's choice of relations for the finer codes that differ from their heading's own digit.
var broad = map[string]string{
	"28": "28", "38": "38", "50": "51", "52": "52", "53": "55", "54": "55", "55": "55", "56": "55", "57": "51", "58": "52",
	"71": "71", "73": "71", "75": "77", "77": "77", "99": "99", "01": "01", "02": "02", "10": "10", "11": "11", "12": "12",
}

// BroadRelation returns the code that policy rules use for a relation: every son is 20, every daughter 30, grandchildren
// 41, grandparents 61, parents 51 and 52, the spouse's parents 55, brothers 71, sisters 77, other relatives 97. Unknown
// codes come back as "".
func BroadRelation(code string) string {
	if !Relation.Valid(code) {
		return ""
	}
	if b, ok := broad[code]; ok {
		return b
	}
	switch code[0] {
	case '2':
		return "20"
	case '3':
		return "30"
	case '4':
		return "41"
	case '5':
		return "51"
	case '6':
		return "61"
	}
	return "97"
}
