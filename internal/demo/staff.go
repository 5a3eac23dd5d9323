package demo

import (
	"fmt"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/demo/account"
	"zhongfu/internal/division"
	"zhongfu/internal/identity"
)

// crew is the staff of the demonstration.
type crew struct {
	offices []identity.Organisation
	people  []identity.StaffRow
	actors  map[string]access.Actor // by login name
	hash    string
	names   *nameSource
}

// surnames and given names of the staff; the first of each role is fixed so that the README can tell a story.
type nameSource struct{ r *random }

var (
	staffSurnames = []rune("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗梁")
	staffGiven    = []string{"丽", "建华", "志强", "秀英", "敏", "海燕", "国栋", "晓东", "玉兰", "俊杰", "婷", "文斌", "春梅", "永康", "慧", "家豪", "雪芬", "伟明", "佩珊", "兆基"}
)

func (n *nameSource) next() string {
	return string(staffSurnames[n.r.below(len(staffSurnames))]) + staffGiven[n.r.below(len(staffGiven))]
}

// station is one office and who works there: role → login suffix.
type station struct {
	kind     identity.OrganisationKind
	name     string
	division int64
	staff    []post
}

type post struct {
	role  access.Role
	login string
}

func newCrew(seed uint64, places *division.Index) (*crew, error) {
	r := &random{state: seed ^ 0x57aff}
	c := &crew{actors: map[string]access.Actor{}, hash: identity.Cheap().Hash(account.Password), names: &nameSource{r}}
	ids := &idSource{r: r}
	for _, st := range stations(places) {
		if err := c.man(st, ids); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// stations lists every office of the demonstration from the province down.
func stations(places *division.Index) []station {
	out := []station{
		{identity.CivilAffairs, "广东省民政厅", province, []post{{access.ProvinceSupervisor, "province"}, {access.Administrator, "admin"}}},
		{identity.Audit, "广东省审计厅", province, []post{{access.Auditor, "auditor"}}},
	}
	cities := map[string]bool{}
	for _, c := range counties {
		city := division.At(c.code, division.City)
		if !cities[c.city] {
			cities[c.city] = true
			out = append(out, station{identity.CivilAffairs, places.Name(city) + "民政局", city, []post{{access.CitySupervisor, "city." + c.city}}})
		}
		name := places.Name(c.code)
		if c.slug == "dongguan" {
			name = places.Name(city) + "（市直）"
		}
		out = append(out,
			station{identity.CivilAffairs, name + "民政局", c.code, []post{{access.CountyReviewer, "reviewer." + c.slug},
				{access.CountyApprover, "approver." + c.slug}, {access.Administrator, "admin." + c.slug}}},
			station{identity.VerificationCentre, name + "居民家庭经济状况核对中心", c.code, []post{{access.VerificationOfficer, "verifier." + c.slug}}},
			station{identity.Finance, name + "民政局财务科", c.code, []post{{access.FinanceOfficer, "finance." + c.slug}}},
			station{identity.Department, name + "残疾人联合会", c.code, []post{{access.DepartmentDesk, "desk." + c.slug}}},
			station{identity.Audit, name + "审计局", c.code, []post{{access.Auditor, "auditor." + c.slug}}})
		for i, town := range c.towns {
			out = append(out, townStations(places, c, i+1, town)...)
		}
	}
	// What one person at the province proposes another approves. Last, so that the accounts before keep their people.
	out = append(out, station{identity.CivilAffairs, "广东省民政厅社会救助处", province, []post{{access.ProvinceSupervisor, "province.b"}}})
	for _, w := range windows {
		name := w.name
		if w.division != province {
			name = places.Name(w.division) + name
		}
		out = append(out, station{identity.Department, name, w.division, []post{{access.DepartmentDesk, w.login}}})
	}
	return out
}

// windows are the offices that answer for sources without a machine, each about the people of its place.
var windows = []struct {
	source, name string
	division     int64
	login        string
}{
	{"justice", "广东省司法厅", province, "desk.justice"},
	{"hong_kong_macao", "广东省救助申请家庭经济状况核对中心港澳联络岗", province, "desk.hkmo"},
	{"justice", "司法局", 440104000000, "desk.yuexiu.justice"},
	{"justice", "司法局", 440106000000, "desk.tianhe.justice"},
}

func townStations(places *division.Index, c county, n int, town int64) []station {
	name := places.Name(town)
	office := name + "人民政府"
	if d, ok := places.Get(town); ok && d.UrbanHint() {
		office = name + "办事处"
	}
	out := []station{{identity.Township, office, town, []post{{access.TownClerk, fmt.Sprintf("clerk.%s.%d", c.slug, n)},
		{access.TownClerk, fmt.Sprintf("clerk.%s.%d.b", c.slug, n)}, {access.TownHead, fmt.Sprintf("head.%s.%d", c.slug, n)}}}}
	if v, err := village(places, town); err == nil {
		out = append(out, station{identity.VillageCommittee, v.Name, v.Code, []post{{access.VillageAssistant, fmt.Sprintf("village.%s.%d", c.slug, n)}}})
	}
	return out
}

// man opens a station and hires its people.
func (c *crew) man(st station, ids *idSource) error {
	level := access.Level(division.LevelOf(st.division))
	o := identity.Organisation{ID: ids.at(epoch), Division: st.division, Level: level, Kind: st.kind, Name: st.name,
		Phone: fmt.Sprintf("0%d-%08d", 20+st.division%7, 60000000+c.names.r.below(29999999)), Active: true}
	c.offices = append(c.offices, o)
	for _, p := range st.staff {
		if _, twice := c.actors[p.login]; twice {
			return fmt.Errorf("demo: login %s stands twice", p.login)
		}
		id, name := ids.at(epoch), c.names.next()
		duty := identity.Duty{ID: ids.at(epoch), Role: p.role, Division: st.division, Level: level}
		c.people = append(c.people, identity.NewStaffRow(id, p.login, name, o, c.hash, duty))
		lo, hi := division.Range(st.division)
		c.actors[p.login] = access.Actor{Staff: id, Name: name, Role: p.role, Level: level, Division: st.division, Lo: lo, Hi: hi,
			Organisation: o.ID, OrgName: o.Name, Session: uuid.Nil, Remote: "演示数据"}
	}
	return nil
}
