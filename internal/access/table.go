package access

// grant is shorthand for the table files: the roles each at the levels named.
func at(levels ...Level) func(...Role) []Grant {
	return func(roles ...Role) []Grant {
		out := make([]Grant, len(roles))
		for i, r := range roles {
			out[i] = Grant{Role: r, Levels: levels}
		}
		return out
	}
}

func join(gs ...[]Grant) []Grant {
	var out []Grant
	for _, g := range gs {
		out = append(out, g...)
	}
	return out
}

// watched marks rules that nobody may try in vain unseen.
func watched(rules []Rule) []Rule {
	for i := range rules {
		rules[i].Watched = !rules[i].Public
	}
	return rules
}

var (
	village  = at(Village)
	town     = at(Town)
	county   = at(County)
	city     = at(City)
	province = at(Province)

	supervisors = join(city(CitySupervisor), province(ProvinceSupervisor))
	auditors    = at(County, City, Province)(Auditor)
	admins      = at(County, City, Province)(Administrator)
	caseStaff   = join(village(VillageAssistant), town(TownClerk, TownHead), county(CountyReviewer, CountyApprover, VerificationOfficer, FinanceOfficer))
	allReaders  = join(caseStaff, supervisors, auditors)
)

var identityRules = []Rule{
	{Action: "session.own", Label: "管理自己的登录", Any: true},
	{Action: "staff.list", Label: "查看人员与机构", Grants: join(admins, supervisors, auditors, town(TownHead))},
	{Action: "staff.manage", Label: "管理人员与岗位", Grants: admins},
	{Action: "organisation.manage", Label: "管理机构", Grants: admins},
	{Action: "audit.read", Label: "查看审计记录", Grants: auditors},
	{Action: "audit.verify", Label: "核验审计链", Grants: auditors},
	{Action: "access.table", Label: "查看权限表", Grants: join(admins, auditors)},
}

var registryRules = []Rule{
	{Action: "registry.search", Label: "查询档案", Grants: allReaders},
	{Action: "person.read", Label: "查看人员档案", Grants: allReaders},
	{Action: "person.write", Label: "登记和修改人员", Grants: town(TownClerk)},
	{Action: "person.reveal", Label: "查看未脱敏信息", Grants: join(village(VillageAssistant), town(TownClerk, TownHead), county(CountyReviewer, CountyApprover, VerificationOfficer, FinanceOfficer), auditors)},
	{Action: "household.read", Label: "查看家庭档案", Grants: allReaders},
	{Action: "household.write", Label: "登记和修改家庭", Grants: town(TownClerk)},
	{Action: "division.read", Label: "查询行政区划", Any: true},
}

var policyRules = []Rule{
	{Action: "policy.read", Label: "查看政策", Any: true},
	{Action: "policy.evaluate", Label: "试算", Grants: join(town(TownClerk, TownHead), county(CountyReviewer, CountyApprover), supervisors)},
}
