package verification

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

// What nobody outside sees, by role and level: not in lists, not in counts, not in history, not by id; and a role without the
// duty learns nothing inside either.
func TestRoleByLevelSeesNoMoreThanItsRange(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	p := f.person("*")
	f.household(440104003001, "dibao", p)
	order := f.order([]string{"vehicle"}, p)
	f.pump()
	auth := f.authorise(p, ForCharity, "vehicle")
	if _, err := f.s.PutClient(ctx, supervisor, ClientInput{Place: 440100000000, Name: "市慈善会", Purpose: ForCharity, Classes: []string{"vehicle"}, Quota: 9, Basis: "协议"}); err != nil {
		t.Fatal(err)
	}
	pack := onePack{}
	f.s.ReadPolicies(pack)
	inside := map[access.Level]int64{access.Province: 440000000000, access.City: 440100000000, access.County: 440104000000, access.Town: 440104003000, access.Village: 440104003001}
	outside := map[access.Level]int64{access.Province: 370000000000, access.City: 440300000000, access.County: 440105000000, access.Town: 440104004000, access.Village: 440104003002}
	read, _ := access.Lookup("verification.read")
	seen, refused := 0, 0
	for _, role := range access.Roles {
		for _, level := range access.Levels {
			for place, of := range map[string]map[access.Level]int64{"inside": inside, "outside": outside} {
				who := actorAt(role, level, of[level])
				name := fmt.Sprintf("%s at level %d, %s", role, level, place)
				got := f.sees(who, p, order, auth)
				switch {
				case !read.Allows(role, level):
					refused++
					if got != "forbidden" {
						t.Errorf("%s sees %s", name, got)
					}
				case place == "outside":
					// A client of a city or province serves the places below it only.
					if got != "0 orders 0 people 0 lines 0 authorisations 0 queries 0 links" {
						t.Errorf("%s sees %s", name, got)
					}
				case level == access.Town:
					// The order is the county's; what it asked about the person is in the person's file all the same.
					if got != "0 orders 0 people 0 lines 2 authorisations 1 queries 0 links" {
						t.Errorf("%s sees %s", name, got)
					}
				default:
					seen++
					if got != "1 orders 1 people 1 lines 2 authorisations 1 queries 0 links" {
						t.Errorf("%s sees %s", name, got)
					}
				}
			}
		}
	}
	if seen < 5 || refused < 20 {
		t.Errorf("the matrix proves nothing: %d see, %d are refused", seen, refused)
	}
	if list, err := f.s.Clients(ctx, actorAt(access.VerificationOfficer, access.County, 440305000000)); err != nil || len(list) != 0 {
		t.Errorf("another city's client is listed: %v %v", list, err)
	}
	if list, err := f.s.Clients(ctx, officer); err != nil || len(list) != 1 {
		t.Errorf("the city's client serves its county: %v %v", list, err)
	}
}

func actorAt(role access.Role, level access.Level, place int64) access.Actor {
	width := map[access.Level]int64{access.Province: 1e10, access.City: 1e8, access.County: 1e6, access.Town: 1e3, access.Village: 1}[level]
	return access.Actor{Staff: uuid.MustParse("00000000-0000-7000-8000-000000000077"), Name: "某人", Role: role, Level: level, Division: place, Lo: place, Hi: place + width - 1}
}

// sees tells what an actor gets to know about the person and the order through everything that reads.
func (f *fixture) sees(who access.Actor, person, order, auth uuid.UUID) string {
	f.Helper()
	ctx := context.Background()
	page, err := f.s.Orders(ctx, who, OrderFilter{})
	if errs.Is(err, errs.Forbidden) {
		for what, err := range map[string]error{
			"get":       second(f.s.Get(ctx, who, order)),
			"people":    second(f.s.Subjects(ctx, who, order, SubjectFilter{})),
			"progress":  second(f.s.Progress(ctx, who, order)),
			"place":     second(f.s.AuthorisationsAt(ctx, who, AuthorisationFilter{})),
			"person":    second(f.s.Authorisations(ctx, who, person)),
			"detail":    second(f.s.AuthorisationOf(ctx, who, person, auth)),
			"asked":     second(f.s.WhoAsked(ctx, who, person)),
			"links":     second(f.s.Links(ctx, who, person)),
			"clients":   second(f.s.Clients(ctx, who)),
			"reminders": second(f.s.Reminders(ctx, who)),
		} {
			if !errs.Is(err, errs.Forbidden) {
				return what + " answers " + fmt.Sprint(err)
			}
		}
		return "forbidden"
	}
	if err != nil {
		return err.Error()
	}
	people, lines := 0, int64(0)
	subjects, err := f.s.Subjects(ctx, who, order, SubjectFilter{})
	if err == nil {
		people = len(subjects.People)
	} else if !errs.Is(err, errs.NotFound) {
		return err.Error()
	}
	progress, err := f.s.Progress(ctx, who, order)
	if err == nil {
		lines = progress.Total
	} else if !errs.Is(err, errs.NotFound) {
		return err.Error()
	}
	if _, err := f.s.Get(ctx, who, order); (err == nil) != (len(page.Orders) == 1) {
		return "the list and the order disagree"
	}
	list, err := f.s.AuthorisationsAt(ctx, who, AuthorisationFilter{})
	own, err2 := f.s.Authorisations(ctx, who, person)
	// Whoever sees the person reads their authorisations and who asked; whoever does not is told of nobody.
	hidden := errs.Is(err2, errs.NotFound)
	if hidden {
		err2 = nil
	}
	if err != nil || err2 != nil || len(own) != len(list.Authorisations) {
		return fmt.Sprint("authorisations by place and by person disagree ", err, err2)
	}
	if _, err := f.s.AuthorisationOf(ctx, who, person, auth); (err == nil) != (len(own) > 0) {
		return "the authorisation and its list disagree"
	}
	asked, err := f.s.WhoAsked(ctx, who, person)
	links, err2 := f.s.Links(ctx, who, person)
	if hidden && errs.Is(err, errs.NotFound) && errs.Is(err2, errs.NotFound) {
		err, err2 = nil, nil
	}
	return fmt.Sprintf("%d orders %d people %d lines %d authorisations %d queries %d links", len(page.Orders), people, lines, len(own), len(asked), len(links)) + faultsOf(err, err2)
}

func second[T any](_ T, err error) error { return err }

func faultsOf(faults ...error) string {
	for _, err := range faults {
		if err != nil {
			return " " + err.Error()
		}
	}
	return ""
}
