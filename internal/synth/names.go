package synth

import "zhongfu/internal/idnum"

// Surnames in about the order of their frequency in Guangdong; draws favour the front.
var surnames = []rune("陈李黄张林王吴刘梁杨郑罗何周叶蔡邓许曾谢钟朱徐冯苏赖彭卢余潘胡廖张沈谭杜方马江温古邱丘范洪魏庄翁詹曹赵孙郭邹蓝练巫欧黎韦石姚戴关莫麦伍区甘容冼陆岑邝程汤简唐高宋萧傅龙孔丁游侯柯文白尹凌章宁官植阮骆邬谌仝郄逄亓")

var compoundSurnames = []string{"欧阳", "司徒", "上官", "诸葛", "司马", "尉迟"}

// Given names by generation: those born before 1966, before 1990, and later.
var given = [3][3][]string{
	{},
	{ // male
		{"建国", "国强", "志明", "文华", "德胜", "永福", "水生", "金水", "木林", "火生", "土养", "观生", "亚九", "伯强", "炳坤", "锦棠", "桂林", "国华", "福来", "长寿", "有才", "汉文", "日新", "镜波", "兆祥", "其昌", "坚", "贵", "胜", "强"},
		{"志强", "伟", "勇", "军", "海涛", "建华", "国栋", "文锋", "俊杰", "小平", "永健", "晓东", "伟明", "志伟", "家豪", "锦辉", "建业", "子健", "健", "斌", "涛", "伟雄", "少华", "振宇", "海波", "立新", "春雷", "国庆", "耀辉", "嘉伟"},
		{"梓轩", "浩然", "宇航", "子轩", "俊熙", "泽宇", "博文", "嘉乐", "一鸣", "天佑", "家乐", "子睿", "梓豪", "皓轩", "晨阳", "奕辰", "锦添", "煜城", "昊", "诺", "思远", "文博", "逸飞", "柏霖", "浚铭", "梓杰", "俊宇", "佳明", "子谦", "旭"},
	},
	{ // female
		{"秀英", "桂兰", "玉珍", "秀兰", "凤英", "丽珍", "惠芳", "彩霞", "金娣", "亚妹", "带娣", "招娣", "顺好", "观妹", "月娥", "玉莲", "翠英", "素贞", "银欢", "笑容", "雪梅", "瑞珍", "巧云", "少珍", "妙", "好", "英", "兰"},
		{"丽华", "敏", "静", "艳", "海燕", "小玲", "春梅", "秋菊", "美玲", "晓红", "燕婷", "丽娟", "雪芬", "惠珍", "桂花", "文静", "少芬", "婷婷", "玉婷", "慧敏", "佩仪", "婉仪", "嘉敏", "小燕", "志红", "芳", "霞", "娟", "莉", "琼"},
		{"梓涵", "欣怡", "诗琪", "雨桐", "可欣", "思颖", "佳怡", "子晴", "语嫣", "梦瑶", "依诺", "若曦", "紫琳", "芷晴", "晓彤", "心悦", "雅婷", "嘉欣", "美琪", "静怡", "玥", "婧", "颖", "沛玲", "咏琪", "乐瑶", "艺涵", "诗涵", "悦心", "星辰"},
	},
}

// Characters outside what old systems can store; every system that meets a name must survive them.
var rareGiven = []string{"𬭎", "㛃", "䶮", "𬍛", "𫖮", "𤧛", "喆", "堃", "頔", "𠅤", "文䶮", "㛃仪", "志𬭎", "𬱖", "𫘧"}

var uyghurGiven = [3][]string{
	{},
	{"阿不都热依木", "买买提", "艾尔肯", "吐尔逊", "库尔班", "艾山", "玉素甫", "迪力夏提"},
	{"阿依古丽", "热孜万古丽", "帕提古丽", "阿米娜", "古丽娜尔", "米热古丽", "早热木", "迪丽努尔"},
}

// ethnicity by GB/T 3304 and how many in a thousand of the people in most of the province.
var minorities = []struct {
	code string
	per  int
}{{"08", 9}, {"13", 5}, {"15", 3}, {"06", 3}, {"12", 1}, {"22", 1}, {"03", 1}, {"11", 1}, {"07", 1}, {"05", 1}, {"19", 1}, {"04", 1}}

// Counties where many belong to one minority: 连山壮族瑶族, 连南瑶族, 乳源瑶族自治县.
var minorityCounties = map[int32]string{441825: "08", 441826: "13", 440232: "13"}

func (b *builder) ethnicity() string {
	if code, ok := minorityCounties[b.place.div6]; ok && b.r.chance(55) {
		return code
	}
	k := b.r.n(1000)
	for _, m := range minorities {
		if k -= m.per; k < 0 {
			return m.code
		}
	}
	return "01"
}

func (b *builder) surname() string {
	if b.r.chance(0.4) {
		return pick(&b.r, compoundSurnames)
	}
	return string(surnames[b.r.skewed(len(surnames))])
}

// givenName suits the sex and the year of birth.
func (b *builder) givenName(sex, birthYear int) string {
	if b.r.chance(0.3) {
		return pick(&b.r, rareGiven)
	}
	era := 2
	switch {
	case birthYear < 1966:
		era = 0
	case birthYear < 1990:
		era = 1
	}
	return pick(&b.r, given[sex][era])
}

// name makes a full name; family is the surname to carry, "" for one of its own.
func (b *builder) name(m *Member, family string) string {
	if m.Ethnicity == "05" {
		return pick(&b.r, uyghurGiven[m.Sex]) + "·" + pick(&b.r, uyghurGiven[idnum.Male])
	}
	if family == "" {
		family = b.surname()
	}
	year, _, _ := m.Birth.Civil()
	return family + b.givenName(m.Sex, year)
}
