package demo

import (
	"fmt"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
	"zhongfu/internal/identity"
)

// Desk is the staff of the bulk load in one county: its own people, and the window of one town. All sign in with the
// password of the demonstration.
type Desk struct {
	County, Town      int64
	Clerk, Head       string // of the town
	Reviewer          string
	Verifier          string
	Approver, Another string // two who confirm
}

// Desks lists the counties of the province that have staff in a bulk load: all but those that stand for a city without
// counties. The town is the one with the most villages.
func Desks(places *division.Index) []Desk {
	var out []Desk
	for _, city := range places.Children(province) {
		for _, c := range places.Children(city.Code) {
			if c.Level != division.County {
				continue
			}
			if town := largestTown(places, c.Code); town != 0 {
				out = append(out, desk(c.Code, town))
			}
		}
	}
	return out
}

func largestTown(places *division.Index, county int64) (best int64) {
	most := 0
	for _, t := range places.Children(county) {
		if n := len(places.Children(t.Code)); n > most {
			best, most = t.Code, n
		}
	}
	return best
}

func desk(county, town int64) Desk {
	login := func(role string) string { return fmt.Sprintf("%s.%06d", role, county/1e6) }
	return Desk{County: county, Town: town, Clerk: login("clerk"), Head: login("head"), Reviewer: login("reviewer"), Verifier: login("verifier"),
		Approver: login("approver"), Another: login("approver.b")}
}

// staffDesks hires the people of the desks beside the crew of the demonstration.
func (c *crew) staffDesks(places *division.Index, desks []Desk, ids *idSource) error {
	for _, d := range desks {
		county, town := places.Name(d.County), places.Name(d.Town)
		for _, st := range []station{
			{identity.CivilAffairs, county + "社会救助服务中心", d.County, []post{{access.CountyReviewer, d.Reviewer}, {access.CountyApprover, d.Approver}, {access.CountyApprover, d.Another}}},
			{identity.VerificationCentre, county + "核对中心", d.County, []post{{access.VerificationOfficer, d.Verifier}}},
			{identity.Township, town + "社会救助窗口", d.Town, []post{{access.TownClerk, d.Clerk}, {access.TownHead, d.Head}}},
		} {
			if err := c.man(st, ids); err != nil {
				return err
			}
		}
	}
	return nil
}
