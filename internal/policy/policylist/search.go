package policylist

import (
	"strings"

	"zhongfu/internal/policy"
)

// saidAs are what people type and the words by which the documents call it, the nearest first: searching for 看病 finds 门诊医疗救助.
var saidAs = map[string][]string{
	"看病": {"医疗救助", "门诊", "住院", "疾病", "医保"}, "生病": {"医疗救助", "门诊", "住院", "疾病", "医保"}, "大病": {"医疗救助", "住院", "重病", "疾病"},
	"医药费": {"医疗救助", "门诊", "住院"}, "医疗费": {"医疗救助", "门诊", "住院"}, "住院费": {"住院"},
	"上学": {"义务教育", "教育", "上小学", "上大学"}, "读书": {"义务教育", "教育", "上小学", "上大学"}, "学费": {"教育资助", "义务教育", "免学费"}, "大学": {"高等教育"}, "高中": {"高中"},
	"幼儿园": {"学前教育"}, "小学": {"义务教育"}, "初中": {"义务教育"}, "助学金": {"教育资助", "助学金"},
	"孩子": {"儿童", "孤儿", "孩子"}, "小孩": {"儿童", "孤儿", "孩子"}, "未成年人": {"儿童", "孤儿", "孩子"}, "困境儿童": {"儿童", "孤儿"}, "没人管的孩子": {"事实无人抚养儿童", "孤儿"},
	"老人": {"特困", "老人"}, "老年人": {"特困", "老人"}, "养老": {"特困", "老人"}, "五保": {"特困"}, "五保户": {"特困"}, "孤寡老人": {"特困"},
	"房子": {"住房救助", "危房", "住房", "房"}, "租房": {"住房救助", "租赁"}, "公租房": {"住房救助"}, "盖房": {"危房", "重建"}, "修房": {"危房", "重建"},
	"丧葬": {"殡葬"}, "火化": {"殡葬", "火化"}, "安葬": {"殡葬"}, "去世": {"殡葬", "去世"},
	"失业": {"就业援助", "就业", "没有工作"}, "找工作": {"就业援助", "就业"}, "下岗": {"就业援助", "就业"}, "没工作": {"就业援助", "就业", "没有工作"},
	"地震": {"受灾"}, "洪水": {"受灾"}, "台风": {"受灾"}, "火灾": {"急难型", "受灾", "火灾"}, "救灾": {"受灾"}, "灾害": {"受灾"},
	"打官司": {"法律援助", "司法救助"}, "律师": {"法律援助"}, "讨饭": {"流浪"}, "乞讨": {"流浪"}, "救助站": {"流浪"},
	"残疾": {"残疾人"}, "残疾证": {"残疾人"}, "残补": {"残疾人"}, "两项补贴": {"残疾人"}, "低保户": {"最低生活保障"}, "低保": {"最低生活保障", "低保"}, "低保边缘": {"最低生活保障边缘"},
	"水电": {"电费"}, "电": {"电费"}, "物价": {"物价", "价格临时补贴"}, "涨价": {"物价", "价格临时补贴"}, "急难": {"急难"}, "车祸": {"急难型"}, "返贫": {"返贫"}, "癌症": {"癌", "医疗救助"},
}

// Ranks of a word, the best first: as it was typed in the name, in the document's words in the name, all its signs in order in
// the name, then in the summary, then anywhere.
const (
	inName = iota
	inNameOtherwise
	inSummary = 10
	inSummaryOtherwise
	anywhere = 20
)

// matches ranks an item by where the words of a query are found. Every word must be found; the worst decides.
func matches(it *policy.Item, text string) (int, bool) {
	name, summary := fold(it.Name), fold(it.Summary)
	rest := fold(strings.Join([]string{it.Department, kindNames[it.Kind], policy.Themes[it.Theme], it.ID}, " "))
	for _, c := range itemCitations(it) {
		rest += fold(" " + c.Name + " " + c.Clause.String() + " " + c.Clause.ID)
	}
	worst := 0
	for _, word := range strings.Fields(fold(text)) {
		rank, ok := rankOfWord(word, name, summary, rest)
		if !ok {
			return 0, false
		}
		worst = max(worst, rank)
	}
	return worst, true
}

func rankOfWord(word, name, summary, rest string) (int, bool) {
	if strings.Contains(name, word) {
		return inName, true
	}
	others := saidAs[word]
	for i, w := range others {
		if strings.Contains(name, w) {
			return min(inNameOtherwise+i, inSummary-1), true
		}
	}
	switch {
	case scattered(name, word):
		return inNameOtherwise, true
	case strings.Contains(summary, word):
		return inSummary, true
	}
	for i, w := range others {
		if strings.Contains(summary, w) {
			return min(inSummaryOtherwise+i, anywhere-1), true
		}
	}
	return anywhere, strings.Contains(rest, word)
}

// scattered tells whether all signs of a longer word stand in the name in its order: 残疾人补贴 in 困难残疾人生活补贴.
func scattered(name, word string) bool {
	signs := []rune(word)
	if len(signs) < 4 {
		return false
	}
	for _, r := range name {
		if len(signs) > 0 && r == signs[0] {
			signs = signs[1:]
		}
	}
	return len(signs) == 0
}

var folding = strings.NewReplacer("（", "(", "）", ")", "〔", "(", "〕", ")", "[", "(", "]", ")", "　", " ", "，", " ", "、", " ")

// fold makes brackets and letters of either width and case the same.
func fold(s string) string { return strings.ToLower(folding.Replace(s)) }
