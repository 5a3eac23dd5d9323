package paper

import (
	"slices"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

// Kind is one kind of paper.
type Kind struct {
	ID     string
	Name   string       // title on the paper
	Mark   string       // the character of its number: 受, 补, 确 …
	Office access.Level // whose number and seal it carries
	Step   string       // step of the procedure whose rounds it follows; "" for a paper issued once
	Blank  bool         // there is an empty form for the field
	Signed bool         // the family signs it: it is printed for signing before anything is issued
	Item   string       // the only item whose cases use it; "" = any
}

// Ids of the kinds, as policy packs name them.
const (
	ApplicationForm    = "application_form"
	Authorisation      = "authorisation"
	Pledge             = "pledge"
	AcceptanceNotice   = "acceptance_notice"
	SupplementNotice   = "supplement_notice"
	VerificationReport = "verification_report"
	SurveyForm         = "survey_form"
	PublicNotice       = "public_notice"
	AppraisalRecord    = "appraisal_record"
	ConfirmationLetter = "confirmation_letter"
	RefusalLetter      = "refusal_letter"
	RelativeDisclosure = "relative_disclosure"
	SelfCareForm       = "self_care_form"
	CareAgreement      = "care_agreement"
)

// Kinds lists every kind in the order of the procedure.
var Kinds = []Kind{
	{ApplicationForm, "社会救助申请书", "申", access.Town, "", true, true, ""},
	{Authorisation, "家庭经济状况核对授权书", "授", access.Town, "", true, true, ""},
	{Pledge, "社会救助申请承诺书", "诺", access.Town, "", true, true, ""},
	{RelativeDisclosure, "近亲属享受社会救助备案表", "备", access.Town, "", true, true, ""},
	{AcceptanceNotice, "受理通知书", "受", access.Town, "", false, false, ""},
	{SupplementNotice, "一次性补正告知书", "补", access.Town, "supplement", false, false, ""},
	{SurveyForm, "入户调查表", "调", access.Town, "survey", true, false, ""},
	{VerificationReport, "家庭经济状况核对报告", "核", access.County, "verification", false, false, ""},
	{PublicNotice, "公示", "示", access.Town, "notice", false, false, ""},
	{AppraisalRecord, "民主评议记录", "评", access.Town, "appraisal", true, false, ""},
	{ConfirmationLetter, "确认通知书", "确", access.County, "", false, false, ""},
	{RefusalLetter, "不予确认告知书", "否", access.County, "", false, false, ""},
	{SelfCareForm, "特困人员生活自理能力评估表", "理", access.County, "", true, true, "tekun"},
	{CareAgreement, "特困人员委托照料协议", "照", access.Town, "", true, true, "tekun"},
}

func kindOf(id string) (Kind, error) {
	i := slices.IndexFunc(Kinds, func(k Kind) bool { return k.ID == id })
	if i < 0 {
		return Kind{}, errs.New(errs.NotFound, "unknown_paper_kind", "没有这种文书，请从文书列表中选择。")
	}
	return Kinds[i], nil
}
