package policylist

import (
	"fmt"
	"strconv"
	"strings"

	"zhongfu/internal/policy"
)

// Kinds of items in the order of the social assistance system (GD-2019 （一）, GD-2024 一), with their names.
var kindOrder = []string{"basic", "special", "emergency", "service", "charity", "other"}

var kindNames = map[string]string{"basic": "基本生活救助", "special": "专项救助", "emergency": "急难救助", "service": "服务类救助", "charity": "慈善帮扶", "other": "其他帮扶"}

var themeOrder = []string{"living", "medical", "education", "housing", "employment", "disaster", "emergency", "legal", "disability", "children", "other"}

var whereNames = map[string]string{
	"register_town": "户籍所在地的镇（街道）窗口", "any_town_in_province": "全省任一镇（街道）窗口", "any_town": "就近的镇（街道）窗口",
	"any_legal_aid_office": "就近的法律援助机构", "case_authority": "正在办理案件的机关", "funeral_home": "办理丧事的殡仪馆",
}

var intakeNames = map[string]string{
	"casework": "到镇（街道）窗口提交申请", "desk": "到镇（街道）窗口提出，由窗口转给负责部门办理", "automatic": "不用申请，符合条件的由部门直接办理",
}

var checkNames = map[string]string{"check": "信息核对", "visit": "入户走访"}

var roundingNames = map[string]string{
	"fen": "算到分", "jiao_up": "见分进角", "jiao_half_up": "四舍五入到角", "yuan_up": "见角进元", "yuan_half_up": "四舍五入到元", "yuan_down": "只取整元",
}

var amountUnits = map[string]string{
	"fen": "元", "fen_per_month": "元/月", "fen_per_year": "元/年", "fen_once": "元（一次性）", "kwh_per_month": "度/月", "days": "天", "months": "个月", "persons": "人",
	"points": "分", "ratio": "倍",
}

// unknown is what stands where a pack says that no value was found for a place.
const unknown = "未知"

// valueText writes a parameter's value as people read it.
func valueText(unit string, v any) string {
	switch t := v.(type) {
	case bool:
		if t {
			return "是"
		}
		return "否"
	case int64:
		s := strconv.FormatInt(t, 10)
		switch {
		case strings.HasPrefix(unit, "fen"):
			s = yuan(t)
		case unit == "ratio":
			s = decimal(t)
		}
		if u := amountUnits[unit]; u != "" {
			return s + " " + u
		}
		return s
	}
	return unknown
}

// decimal writes ten-thousandths without idle noughts: 15000 → 1.5.
func decimal(n int64) string {
	return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%d.%04d", n/policy.One, n%policy.One), "0"), ".")
}

// yuan writes fen with thousands, the cents only where there are some: 128200 → 1,282.
func yuan(fen int64) string {
	sign := ""
	if fen < 0 {
		sign, fen = "-", -fen
	}
	s := strconv.FormatInt(fen/100, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	if fen%100 != 0 {
		s += fmt.Sprintf(".%02d", fen%100)
	}
	return sign + s
}
