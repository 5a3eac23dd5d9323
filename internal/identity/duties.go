package identity

import (
	"fmt"
	"slices"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
)

// dutyLevels says at offices of which level a role can be held.
var dutyLevels = map[access.Role][]access.Level{
	access.VillageAssistant: {access.Village}, access.TownClerk: {access.Town}, access.TownHead: {access.Town},
	access.CountyReviewer: {access.County}, access.CountyApprover: {access.County}, access.VerificationOfficer: {access.County},
	access.FinanceOfficer: {access.County}, access.DepartmentDesk: {access.Province, access.City, access.County, access.Town},
	access.CitySupervisor: {access.City}, access.ProvinceSupervisor: {access.Province},
	access.Auditor:       {access.Province, access.City, access.County},
	access.Administrator: {access.Province, access.City, access.County},
}

// LevelsOf returns the levels at which a role can be held.
func LevelsOf(r access.Role) []access.Level { return dutyLevels[r] }

// checksEachOther are pairs of duties where one checks the other: at the same place nobody holds both. Within one case
// maker and checker are kept apart by package casework as well.
var checksEachOther = [][2]access.Role{
	{access.TownClerk, access.TownHead},
	{access.CountyReviewer, access.CountyApprover},
	{access.FinanceOfficer, access.CountyApprover},
}

var caseRoles = []access.Role{access.VillageAssistant, access.TownClerk, access.TownHead, access.CountyReviewer, access.CountyApprover,
	access.VerificationOfficer, access.FinanceOfficer}

// conflict tells why two duties may not be held by one person, or "". An auditor audits everybody in the range and an
// administrator gives out the duties there, so for these two an overlap of ranges is enough.
func conflict(a, b Duty) string {
	if a.Division == b.Division {
		for _, p := range checksEachOther {
			if a.Role == p[0] && b.Role == p[1] || a.Role == p[1] && b.Role == p[0] {
				return fmt.Sprintf("“%s”与“%s”互相把关，同一人不能在同一地兼任，请改派另一人。", a.Role.Label(), b.Role.Label())
			}
		}
	}
	if a.Role == b.Role || !division.Contains(a.Division, b.Division) && !division.Contains(b.Division, a.Division) {
		return ""
	}
	for _, d := range [][2]Duty{{a, b}, {b, a}} {
		one, other := d[0].Role, d[1].Role
		switch {
		case one == access.Auditor:
			return fmt.Sprintf("审计人员不能在所审计的地方兼任“%s”，请改派另一人。", other.Label())
		case one == access.Administrator && slices.Contains(caseRoles, other):
			return fmt.Sprintf("系统管理员不能在所管理的地方兼任业务岗位“%s”，请改派另一人。", other.Label())
		}
	}
	return ""
}

// place brings a wanted duty to its office: the level comes from the place; a county duty in a city without counties
// belongs to the placeholder that stands for its county.
func (s *Service) place(actor access.Actor, d Duty) (Duty, string) {
	if !slices.Contains(access.Roles, d.Role) {
		return d, "没有这个岗位，请从列表中选择。"
	}
	at, ok := s.divisions.Get(d.Division)
	if !ok || !actor.Sees(d.Division) {
		return d, "没有找到这个地区，或不在您的管辖范围内。"
	}
	d.Level = access.Level(at.Level)
	if below := at.Code + 1_000_000; d.Level == access.City && !slices.Contains(dutyLevels[d.Role], access.City) && division.IsPlaceholder(below) {
		d.Division, d.Level = below, access.County
	}
	if !slices.Contains(dutyLevels[d.Role], d.Level) {
		return d, fmt.Sprintf("“%s”不能设在%s级，请选择正确级别的地区。", d.Role.Label(), division.Level(d.Level))
	}
	if d.Level < actor.Level {
		return d, "不能授予高于您本级的岗位，请由上级管理员办理。"
	}
	return d, ""
}

// duties checks all wanted duties of a person together with those held elsewhere, which the administrator may not see.
func (s *Service) duties(c *errs.Collector, actor access.Actor, wanted, elsewhere []Duty) []Duty {
	out := make([]Duty, 0, len(wanted))
	for i, d := range wanted {
		field := fmt.Sprintf("assignments[%d]", i)
		placed, fault := s.place(actor, d)
		if fault != "" {
			c.Add(field, "%s", fault)
			continue
		}
		for _, other := range append(slices.Clone(elsewhere), out...) {
			if other.Role == placed.Role && other.Division == placed.Division {
				c.Add(field, "同一岗位填写了两次，请删去一个。")
			} else if why := conflict(placed, other); why != "" {
				c.Add(field, "%s", why)
			}
		}
		out = append(out, placed)
	}
	return out
}
