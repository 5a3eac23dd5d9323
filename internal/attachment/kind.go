package attachment

import "slices"

// Kind says what an attachment proves.
type Kind struct{ ID, Label string }

// Kinds lists every kind in the order screens offer them.
var Kinds = []Kind{
	{"id_card", "身份证"}, {"household_register", "户口簿"}, {"authorisation", "核对授权书"}, {"pledge", "承诺书"},
	{"income_proof", "收入证明"}, {"asset_proof", "财产证明"}, {"medical", "疾病和医疗费用材料"}, {"disability", "残疾人证"},
	{"schooling", "在学证明"}, {"bank_account", "银行卡或存折"}, {"survey_form", "入户调查表"}, {"survey_photo", "入户照片"},
	{"notice_photo", "公示照片"}, {"appraisal_record", "民主评议记录"}, {"verification", "核对材料"}, {"other", "其他材料"},
}

// KindLabel is the kind's name on screens, "" for an unknown kind.
func KindLabel(id string) string {
	i := slices.IndexFunc(Kinds, func(k Kind) bool { return k.ID == id })
	if i < 0 {
		return ""
	}
	return Kinds[i].Label
}
