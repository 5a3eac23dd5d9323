package access

// The text of the rules is the province's: its supervisors and administrators draft it, a supervisor approves. A standard is set by
// the level that publishes it (社会救助暂行办法 ch. 2): the city for itself, the province for its floors; which parameter is whose
// the pack says, not this table. That proposer and approver are two persons is checked by the service and by the database.
var rulebookRules = []Rule{
	{Action: "policy.archive", Label: "归档程序自带的政策包"}, // at start, nobody by hand
	{Action: "policy.draft", Label: "起草政策包", Grants: province(ProvinceSupervisor, Administrator)},
	{Action: "policy.propose", Label: "申请启用政策包版本", Grants: province(ProvinceSupervisor, Administrator)},
	{Action: "policy.approve", Label: "批准启用政策包版本", Grants: province(ProvinceSupervisor)},
	{Action: "policy.replay", Label: "按当时政策重算", Grants: join(town(TownHead), county(CountyReviewer, CountyApprover), supervisors, auditors)},
	{Action: "standard.propose", Label: "提出标准调整", Grants: supervisors},
	{Action: "standard.approve", Label: "批准标准调整", Grants: supervisors},
	{Action: "cpi.enter", Label: "录入物价涨幅", Grants: supervisors},
}
