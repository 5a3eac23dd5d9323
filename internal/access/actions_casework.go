package access

// The grants follow 民发〔2021〕57号 art 2, 4, 10, 15-21: the township accepts, surveys, gives the first opinion and posts the
// notice; the county verifies, reviews and confirms. Village committees never accept (GD-2018 二(三)1); a village
// assistant may bring an application in for a person who asked (代办) and help with the survey. Where the county has handed
// confirmation to the town, the clerk gives the first opinion and the head confirms; which of the two holds for a case is
// its procedure's word, not this table's.
var caseworkRules = []Rule{
	{Action: "case.list", Label: "查看案件列表", Grants: allReaders},
	{Action: "case.read", Label: "查看案件", Grants: allReaders},
	{Action: "case.draft", Label: "填写申请", Grants: join(village(VillageAssistant), town(TownClerk))},
	{Action: "case.submit", Label: "提交申请", Grants: join(village(VillageAssistant), town(TownClerk))},
	{Action: "case.accept", Label: "受理申请", Grants: town(TownClerk)},
	{Action: "case.supplement", Label: "一次性告知补正", Grants: town(TownClerk)},
	{Action: "case.verify", Label: "出具核对报告", Grants: county(VerificationOfficer), Watched: true},
	{Action: "case.survey", Label: "入户调查", Grants: join(town(TownClerk), village(VillageAssistant))},
	{Action: "case.first_opinion", Label: "提出初审意见", Grants: town(TownHead, TownClerk)},
	{Action: "case.notice", Label: "张贴公示", Grants: town(TownClerk)},
	{Action: "case.objection", Label: "登记和处理异议", Grants: town(TownClerk, TownHead)},
	{Action: "case.appraisal", Label: "组织民主评议", Grants: town(TownClerk)},
	{Action: "case.review", Label: "审核", Grants: county(CountyReviewer)},
	{Action: "case.county_visit", Label: "县级入户", Grants: county(CountyReviewer)},
	{Action: "case.confirm", Label: "确认或不予确认", Grants: join(county(CountyApprover), town(TownHead))},
	{Action: "case.letter", Label: "登记送达", Grants: join(town(TownClerk), county(CountyReviewer))},
	{Action: "case.withdraw", Label: "办理撤回", Grants: town(TownClerk)},
	{Action: "case.terminate", Label: "终止程序", Grants: join(town(TownHead), county(CountyReviewer))},
	{Action: "case.extend", Label: "延长办理期限", Grants: county(CountyApprover)},
	{Action: "case.attach", Label: "上传材料", Grants: join(village(VillageAssistant), town(TownClerk, TownHead), county(CountyReviewer, VerificationOfficer))},
	{Action: "case.paper", Label: "查看和打印文书", Grants: allReaders},
	{Action: "home.read", Label: "查看工作台", Any: true},
	{Action: "task.list", Label: "查看待办", Grants: join(caseStaff, supervisors)},
	{Action: "task.claim", Label: "领取和指派待办", Grants: caseStaff},
	{Action: "task.overdue", Label: "查看逾期督办", Grants: join(town(TownHead), county(CountyReviewer, CountyApprover), supervisors, auditors)},
}
