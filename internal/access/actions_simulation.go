package access

// Who sets or answers for a standard may work out what a change would do, each for the own range; auditors read it.
var simulationRules = []Rule{
	{Action: "simulation.run", Label: "政策测算", Grants: join(supervisors, county(CountyApprover))},
	{Action: "simulation.read", Label: "查看政策测算", Grants: join(supervisors, county(CountyApprover), auditors)},
}
