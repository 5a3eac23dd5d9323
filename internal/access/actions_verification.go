package access

// Verification is the county's (57号 art 17); the province's and cities' desks order for wider places and for others (GD-2024 十二). A
// town's clerk takes authorisations and sees what became of them; departments answer at their desk and see nothing else.
var verificationRules = watched([]Rule{
	{Action: "verification.order", Label: "发起核对委托", Grants: join(county(VerificationOfficer), supervisors)},
	{Action: "verification.read", Label: "查看核对", Grants: join(town(TownClerk, TownHead), county(VerificationOfficer, CountyReviewer, CountyApprover), supervisors, auditors)},
	{Action: "verification.authorise", Label: "登记核对授权", Grants: join(town(TownClerk), county(VerificationOfficer))},
	{Action: "verification.withdraw", Label: "撤回核对授权", Grants: join(town(TownClerk), county(VerificationOfficer))},
	{Action: "verification.client", Label: "登记委托单位", Grants: supervisors},
	{Action: "verification.desk", Label: "部门答复核对", Grants: at(Province, City, County)(DepartmentDesk)},
	{Action: "verification.source", Label: "停用和恢复信息来源", Grants: province(ProvinceSupervisor)},
	{Action: "public.answer", Label: "信息来源答复查询", Public: true},
	{Action: "verification.objection", Label: "登记核对异议", Grants: town(TownClerk)},
	{Action: "verification.recheck", Label: "复查核对异议", Grants: town(TownClerk, TownHead)},
	{Action: "verification.handle", Label: "核实复核差异", Grants: town(TownClerk)},
	{Action: "verification.ask", Label: "向信息来源查询", Grants: nil},
	{Action: "verification.purge", Label: "清除原始答复", Grants: nil},
})
