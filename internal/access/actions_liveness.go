package access

// Proofs of life are asked for by the county's verification desk and the supervisors above it (GD-2019 五); the village's assistant
// and the town's clerk visit; what a visit found is decided on in the town.
var livenessRules = watched([]Rule{
	{Action: "liveness.manage", Label: "发起和管理活体认证", Grants: join(county(VerificationOfficer), supervisors)},
	{Action: "liveness.read", Label: "查看活体认证", Grants: join(town(TownClerk, TownHead), county(VerificationOfficer, CountyReviewer, CountyApprover), supervisors, auditors)},
	{Action: "liveness.visit", Label: "登记活体认证的入户核查", Grants: join(village(VillageAssistant), town(TownClerk))},
	{Action: "liveness.decide", Label: "处理活体认证的核查结果", Grants: town(TownClerk, TownHead)},
	{Action: "liveness.ask", Label: "请求活体认证", Grants: nil},
})
