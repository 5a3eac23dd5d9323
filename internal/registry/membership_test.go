package registry_test

import (
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"pgregory.net/rapid"

	"zhongfu/internal/errs"
	"zhongfu/internal/registry"
)

// Whatever offices do, in whatever order, nobody is ever in two households on one day, what the register says of today
// agrees with the history, and every file is kept where its household is.
func TestNobodyIsEverInTwoHouseholds(t *testing.T) {
	b := setUp(t)
	conn, err := pgx.Connect(ctx(), b.owner)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx())
	rapid.Check(t, func(rt *rapid.T) {
		w := newWorld(rt, b)
		rt.Repeat(map[string]func(*rapid.T){
			"found": w.found, "submit": w.submit, "add": w.add, "leave": w.leave, "die": w.die, "move": w.move, "head": w.head, "night": w.night,
		})
		for rule, query := range map[string]string{
			"two memberships on one day": `select count(*) from membership a join membership b using (person_id)
				where (a.household_id, a.since) < (b.household_id, b.since) and daterange(a.since, a.until) && daterange(b.since, b.until)`,
			"open membership without present household": `select count(*) from membership m left join person_household ph
				on ph.person_id = m.person_id and ph.household_id = m.household_id where m.until is null and ph.person_id is null`,
			"present household without open membership": `select count(*) from person_household ph left join membership m
				on m.person_id = ph.person_id and m.household_id = ph.household_id and m.until is null where ph.household_id is not null and m.person_id is null`,
			"file kept elsewhere than the household": `select count(*) from person p join person_household ph on ph.person_id = p.id
				join household h on h.id = ph.household_id join person_identity i on i.person_id = p.id
				where p.division <> h.division or ph.division <> h.division or i.division <> p.division`,
			"dead member":                 `select count(*) from membership m join person p on p.id = m.person_id where m.until is null and p.death_date is not null`,
			"ended household with people": `select count(*) from household h join membership m on m.household_id = h.id where h.until is not null and m.until is null`,
			"empty household not ended": `select count(*) from household h where h.until is null
				and not exists (select from membership m where m.household_id = h.id and m.until is null)`,
		} {
			var n int
			if err := conn.QueryRow(ctx(), query).Scan(&n); err != nil {
				rt.Fatal(err)
			}
			if n != 0 {
				rt.Fatalf("%d × %s", n, rule)
			}
		}
	})
}

// world is a handful of people whom three villages pull about.
type world struct {
	bench
	people     []registry.PersonInput
	households []uuid.UUID
	places     map[uuid.UUID]int64
}

func newWorld(rt *rapid.T, b bench) *world {
	w := &world{bench: b, places: map[uuid.UUID]int64{}}
	for range 4 {
		w.people = append(w.people, someone("某人", 1))
	}
	return w
}

func (w *world) village(rt *rapid.T) int64 {
	return rapid.SampledFrom([]int64{villageA, villageA2, villageB}).Draw(rt, "village")
}

func (w *world) person(rt *rapid.T) registry.PersonInput {
	return rapid.SampledFrom(w.people).Draw(rt, "person")
}

// household draws one with its present state; ok is false while there is none.
func (w *world) household(rt *rapid.T) (h registry.HouseholdDetail, ok bool) {
	if len(w.households) == 0 {
		return h, false
	}
	id := rapid.SampledFrom(w.households).Draw(rt, "household")
	h, err := w.Household(ctx(), clerk(w.places[id]), id)
	if err != nil {
		rt.Fatalf("household lost: %v", err)
	}
	return h, true
}

// allowed lets refusals pass and nothing else: the program's own faults fail the property.
func allowed(rt *rapid.T, err error) bool {
	if err != nil && (errs.As(err) == nil || errs.Is(err, errs.Internal)) {
		rt.Fatalf("broke with %v", err)
	}
	return err == nil
}

func (w *world) form(rt *rapid.T, v int64) registry.HouseholdInput {
	in := home(v, w.person(rt))
	if rapid.Bool().Draw(rt, "with another") {
		in.Members = []registry.MemberInput{member(w.person(rt), "97")}
	}
	if rapid.Bool().Draw(rt, "dated back") {
		d := w.clockDay().AddDays(-rapid.IntRange(0, 5).Draw(rt, "days"))
		in.Since = &d
	}
	return in
}

func (w *world) found(rt *rapid.T) {
	v := w.village(rt)
	h, err := w.CreateHousehold(ctx(), clerk(v), w.form(rt, v))
	if allowed(rt, err) {
		w.know(h.ID, v)
	}
}

func (w *world) submit(rt *rapid.T) {
	v := w.village(rt)
	ref, err := w.ensure(clerk(v), w.form(rt, v))
	if allowed(rt, err) {
		w.know(ref.ID, ref.Division)
	}
}

func (w *world) know(id uuid.UUID, at int64) {
	if _, known := w.places[id]; !known {
		w.households = append(w.households, id)
	}
	w.places[id] = at
}

func (w *world) add(rt *rapid.T) {
	h, ok := w.household(rt)
	if !ok {
		return
	}
	since := w.clockDay().AddDays(-rapid.IntRange(0, 5).Draw(rt, "days"))
	_, err := w.AddMember(ctx(), clerk(w.places[h.ID]), h.ID, registry.NewMember{MemberInput: member(w.person(rt), "97"), Version: h.Version, Since: &since})
	allowed(rt, err)
}

func (w *world) leave(rt *rapid.T) {
	h, ok := w.household(rt)
	if !ok || len(h.Members) == 0 {
		return
	}
	m := rapid.SampledFrom(h.Members).Draw(rt, "member")
	until := w.clockDay().AddDays(-rapid.IntRange(0, 5).Draw(rt, "days"))
	in := registry.Leaving{Version: h.Version, Until: &until, Reason: "分户"}
	if rapid.Bool().Draw(rt, "away") {
		in.To = w.village(rt)
	}
	allowed(rt, w.RemoveMember(ctx(), clerk(w.places[h.ID]), h.ID, m.PersonID, in))
}

func (w *world) die(rt *rapid.T) {
	h, ok := w.household(rt)
	if !ok || len(h.Members) == 0 || rapid.IntRange(0, 3).Draw(rt, "rarely") != 0 {
		return
	}
	m := rapid.SampledFrom(h.Members).Draw(rt, "member")
	p, err := w.Person(ctx(), clerk(w.places[h.ID]), m.PersonID)
	if !allowed(rt, err) {
		return
	}
	_, err = w.RecordDeath(ctx(), clerk(w.places[h.ID]), m.PersonID,
		registry.Death{Version: p.Version, Date: w.clockDay().AddDays(-rapid.IntRange(0, 9).Draw(rt, "days")), Source: "死亡证明"})
	allowed(rt, err)
}

func (w *world) move(rt *rapid.T) {
	h, ok := w.household(rt)
	if !ok {
		return
	}
	to := w.village(rt)
	if allowed(rt, w.MoveHousehold(ctx(), clerk(w.places[h.ID]), h.ID, registry.Move{Version: h.Version, Division: to, Reason: "搬迁"})) {
		w.places[h.ID] = to
	}
}

func (w *world) head(rt *rapid.T) {
	h, ok := w.household(rt)
	if !ok || len(h.Members) == 0 {
		return
	}
	m := rapid.SampledFrom(h.Members).Draw(rt, "member")
	relations := map[uuid.UUID]string{}
	for _, other := range h.Members {
		relations[other.PersonID] = "97"
	}
	_, err := w.ChangeHead(ctx(), clerk(w.places[h.ID]), h.ID, registry.NewHead{Version: h.Version, Person: m.PersonID, Relations: relations})
	allowed(rt, err)
}

func (w *world) night(*rapid.T) { w.clock.Advance(24 * hour) }
