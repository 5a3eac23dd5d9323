package access

// The catalogue of what departments share is known to all who verify and to the departments themselves; how each source does is
// for those who wait for its answers. Which office answers for a desk source is the province's to say.
var sourceRules = []Rule{
	{Action: "verification.catalogue", Label: "查看信息共享目录", Grants: join(town(TownClerk, TownHead), county(VerificationOfficer, CountyReviewer, CountyApprover), supervisors, auditors, admins,
		at(Province, City, County)(DepartmentDesk))},
	{Action: "verification.health", Label: "查看信息来源运行", Grants: join(county(VerificationOfficer), supervisors, auditors)},
	{Action: "verification.desks", Label: "指定部门答复窗口", Grants: province(ProvinceSupervisor, Administrator)},
}
