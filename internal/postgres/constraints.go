package postgres

// Fault is what a person is told when a named constraint refuses a row.
type Fault struct{ Code, Field, Message string }

// constraints maps every constraint that a person's input can hit to its field and way out. Others are our own
// mistakes and stay internal errors.
var constraints = map[string]Fault{
	"organisation_name_key":            {"organisation_exists", "name", "该地已有同名机构，请直接使用或换一个名称。"},
	"staff_login_key":                  {"login_taken", "login", "该登录名已被使用，请换一个。"},
	"staff_assignment_once":            {"assignment_exists", "assignments", "该人员在此地已有相同岗位，无需重复添加。"},
	"person_identity_pkey":             {"person_exists", "id_number", "该身份证号已登记在册，不能重复登记；请用身份证号查询后直接选用该人员。"},
	"person_household_pkey":            {"already_in_household", "members", "该人员已是另一家庭的成员，不能同时登记在两个家庭；请先在原家庭办理迁出。"},
	"membership_relation_check":        {"invalid_relation", "relation", "与户主关系代码不在 GB/T 4761 代码表内。"},
	"person_death_after_birth":         {"invalid_death_date", "death_date", "死亡日期不能早于出生日期。"},
	"household_one_open_case":          {"open_case_exists", "household_id", "该家庭已有同一事项的在办申请，不能重复提交；请在原申请上办理。"},
	"case_request_once":                {"already_submitted", "", "这份申请已经提交过，没有重复受理。"},
	"case_decision_pkey":               {"already_decided", "", "该案件已作出决定，不能重复办理。"},
	"entitlement_case_once":            {"already_entitled", "", "该案件的待遇已经开通，没有重复开通。"},
	"entitlement_household_no_overlap": {"entitlement_overlaps", "", "该家庭在同一期间已享受同一待遇，不能重复享受。"},
	"payroll_once":                     {"payroll_exists", "month", "该地该月的发放册已经生成，请直接打开。"},
	"pack_activation_pkey":             {"already_submitted", "", "这份启用申请已经提交过，没有重复提交。"},
	"pack_activation_one_proposal":     {"proposal_exists", "", "这个政策包已有一份待批的启用申请，请先批准、退回或撤回它。"},
	"pack_activation_two_people":       {"same_person", "", "申请人和批准人不能是同一人，请由另一位人员批准。"},
	"pack_draft_title_check":           {"invalid_title", "title", "草稿名称应为 2–60 个字。"},
	"standard_change_pkey":             {"already_submitted", "", "这份调整已经提交过，没有重复提交。"},
	"standard_change_cpi_once":         {"cpi_exists", "month", "这个地方这个月的涨幅已有一份待批，请先批准、退回或撤回它。"},
	"standard_change_two_people":       {"same_person", "", "提出人和批准人不能是同一人，请由另一位人员批准。"},
	"standard_change_document_check":   {"invalid_document", "document", "请填写文号（2–80 个字），例如 穗民规〔2026〕3号。"},
	"standard_change_title_check":      {"invalid_title", "title", "请填写文件标题（2–200 个字）。"},
	"rulebook_approval_is_final":       {"already_decided", "", "这份申请已经办结，不能再改。"},
}
