package access

var benefitRules = []Rule{
	{Action: "entitlement.read", Label: "查看待遇", Grants: allReaders},
	{Action: "entitlement.open", Label: "开通待遇"}, // by the job that follows a confirmation, nobody by hand
	{Action: "payroll.list", Label: "查看发放册", Grants: join(county(FinanceOfficer, CountyApprover), supervisors, auditors)},
	{Action: "payroll.make", Label: "生成月发放册", Grants: county(FinanceOfficer)},
	{Action: "payroll.approve", Label: "审定月发放册", Grants: county(CountyApprover)},
	{Action: "payroll.export", Label: "导出和打印发放册", Grants: join(county(FinanceOfficer, CountyApprover), auditors)},
	{Action: "stats.read", Label: "查看统计", Grants: join(town(TownClerk, TownHead), county(CountyReviewer, CountyApprover, FinanceOfficer, VerificationOfficer), supervisors, auditors)},
}

// What anybody may do without signing in (公开公示, 民发〔2021〕57号 art 19, 24).
var publicRules = []Rule{
	{Action: "public.sign_in", Label: "登录", Public: true},
	{Action: "public.notice", Label: "查看公示", Public: true},
	{Action: "public.objection", Label: "提出异议", Public: true},
	{Action: "public.check", Label: "自查可以申请什么", Public: true},
	{Action: "public.authorise", Label: "网上签署、撤回授权和查看谁查过我", Public: true},
	{Action: "public.health", Label: "查看运行状态", Public: true},
	{Action: "public.division", Label: "查询行政区划", Public: true},
	{Action: "public.policy", Label: "查看政策清单", Public: true},
}
