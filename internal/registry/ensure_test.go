package registry_test

import (
	"testing"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry"
)

// ensureAs submits a household as casework does: in its own transaction, under a scope of its choosing.
func (b bench) ensureAs(scope, actor access.Actor, in registry.HouseholdInput) (registry.HouseholdRef, error) {
	var ref registry.HouseholdRef
	err := b.db.InTx(ctx(), scope, func(tx pgx.Tx) (err error) {
		ref, err = b.EnsureHousehold(ctx(), tx, actor, in)
		return err
	})
	return ref, b.NoteElsewhere(ctx(), actor, err)
}

func (b bench) ensure(actor access.Actor, in registry.HouseholdInput) (registry.HouseholdRef, error) {
	return b.ensureAs(actor, actor, in)
}

func TestEnsureHouseholdIsOneHousehold(t *testing.T) {
	b := setUp(t)
	assistant := officer(access.VillageAssistant, access.Village, villageA) // may bring applications in, not write the register
	in := home(villageA, someone("张三", 1), member(someone("李四", 2), "12"))
	first := must(b.ensure(assistant, in))(t)
	if !first.Created || len(first.People) != 2 || !first.People[0].Created || first.People[0].ID != first.Head || first.People[1].Name != "李四" {
		t.Fatalf("first: %+v", first)
	}
	second := must(b.ensure(assistant, in))(t)
	if second.Created || second.ID != first.ID || second.Number != first.Number || second.People[1].Created || second.People[1].ID != first.People[1].ID {
		t.Fatalf("second: %+v", second)
	}
	in.Members = append(in.Members, member(someone("张新", 1), "20"))
	third := must(b.ensure(assistant, in))(t)
	if third.ID != first.ID || third.Created || !third.People[2].Created {
		t.Fatalf("with a child: %+v", third)
	}
	h := must(b.Household(ctx(), clerk(villageA), first.ID))(t)
	if len(h.Members) != 3 || h.Version != 2 {
		t.Errorf("household: %+v", h)
	}
	in.Members = in.Members[:1] // an application without the child uses the household as it is
	if fourth := must(b.ensure(assistant, in))(t); fourth.ID != first.ID || len(fourth.People) != 2 {
		t.Errorf("fourth: %+v", fourth)
	}
}

func TestEnsureFillsOnlyWhatIsMissing(t *testing.T) {
	b := setUp(t)
	head := someone("张三", 1)
	head.Phone, head.Health = "13800012234", "10"
	ref := must(b.ensure(clerk(villageA), home(villageA, head)))(t)
	head.Phone, head.Health, head.Marital, head.Disability = "13900099999", "41", "30", head.IDNumber+"43"
	must(b.ensure(clerk(villageA), home(villageA, head)))(t)
	p := must(b.Person(ctx(), clerk(villageA), ref.Head))(t)
	if p.PhoneMask != "138****2234" || p.Health != "10" || p.Marital != "30" || p.DisabilityType != 4 || p.DisabilityGrade != 3 || p.Version != 2 {
		t.Errorf("file: %+v", p)
	}
	must(b.ensure(clerk(villageA), home(villageA, head)))(t)
	if p = must(b.Person(ctx(), clerk(villageA), ref.Head))(t); p.Version != 2 {
		t.Errorf("a submit with nothing new changed the file to version %d", p.Version)
	}
}

func TestEnsureRefusals(t *testing.T) {
	b := setUp(t)
	head, wife := someone("张三", 1), someone("李四", 2)
	first := must(b.ensure(clerk(villageA), home(villageA, head, member(wife, "12"))))(t)

	_, err := b.ensure(clerk(villageB), home(villageB, someone("王五", 1), member(wife, "12")))
	refused(t, err, errs.Conflict, "registered_elsewhere", townName(villageA))
	if f := errs.As(err).Fields[0].Name; f != "members[0].id_number" {
		t.Errorf("the fault is on %s", f)
	}
	_, err = b.ensure(clerk(villageA), home(villageA, someone("王五", 1), member(wife, "12")))
	refused(t, err, errs.Conflict, "already_in_household", first.Number)

	renamed := head
	renamed.Name = "张叁"
	_, err = b.ensure(clerk(villageA), home(villageA, renamed))
	refused(t, err, errs.Conflict, "name_differs", "姓名不一致")

	_, err = b.ensure(clerk(villageA), home(villageA, wife, member(head, "11"), member(someone("张新", 1), "20")))
	refused(t, err, errs.Conflict, "head_differs", first.Number)

	var people, households int
	b.sql(t, &people, "select count(*) from person")
	b.sql(t, &households, "select count(*) from household")
	if people != 2 || households != 1 {
		t.Errorf("refused submits left %d people and %d households", people, households)
	}
}

// 异地受理: any window takes the application in; the household is registered where it belongs, in the window's name.
func TestEnsureForAnotherTown(t *testing.T) {
	b := setUp(t)
	in := home(villageA, someone("张三", 1), member(someone("李四", 2), "12"))
	first := must(b.ensureAs(access.System("casework"), clerk(villageB), in))(t)
	second := must(b.ensureAs(access.System("casework"), clerk(villageB), in))(t)
	if second.ID != first.ID || first.Division != villageA {
		t.Errorf("%+v, then %+v", first, second)
	}
	var n int
	b.sql(t, &n, "select count(*) from audit_event where actor_name = '经办员' and division = $1", villageA)
	if n == 0 {
		t.Error("the trail does not name the window's clerk")
	}
}

func TestConcurrentSubmitsMakeOneHousehold(t *testing.T) {
	b := setUp(t)
	daughter := someone("张花", 2)
	results := make(chan error)
	for _, head := range []registry.PersonInput{someone("张三", 1), someone("赵六", 1), someone("钱七", 1)} {
		go func() {
			_, err := b.ensure(clerk(villageA), home(villageA, head, member(daughter, "30")))
			results <- err
		}()
	}
	won := 0
	for range 3 {
		if err := <-results; err == nil {
			won++
		} else if !errs.Is(err, errs.Conflict) {
			t.Errorf("lost with %v", err)
		}
	}
	var open int
	b.sql(t, &open, "select count(*) from membership m join person p on p.id = m.person_id where p.name = '张花' and until is null")
	if won != 1 || open != 1 {
		t.Errorf("%d submits won, the daughter is in %d households", won, open)
	}
}

func TestCategoriesAreIdempotent(t *testing.T) {
	b := setUp(t)
	h := must(b.ensure(clerk(villageA), home(villageA, someone("张三", 1))))(t)
	in := registry.CategoryInput{Person: h.Head, Household: &h.ID, Kind: "dibao", Since: day0, Case: &h.ID}
	job := access.System("open-entitlement")
	change := func(f func(tx pgx.Tx) (bool, error)) (changed bool) {
		t.Helper()
		if err := b.db.InTx(ctx(), job, func(tx pgx.Tx) (err error) { changed, err = f(tx); return err }); err != nil {
			t.Fatal(err)
		}
		return changed
	}
	add := func() bool {
		return change(func(tx pgx.Tx) (bool, error) { return b.AddCategory(ctx(), tx, job, in) })
	}
	end := func() bool {
		return change(func(tx pgx.Tx) (bool, error) {
			return b.EndCategory(ctx(), tx, job, h.Head, "dibao", day0.AddMonths(3), "收入超过标准")
		})
	}
	if got := []bool{add(), add(), end(), end(), add()}; got[0] != true || got[1] || !got[2] || got[3] || got[4] {
		t.Errorf("add, add, end, end, add of one case: %v", got)
	}
	file := must(b.File(ctx(), clerk(villageA), h.Head))(t)
	if len(file.Categories) != 1 || file.Categories[0].Label != "最低生活保障对象" || *file.Categories[0].Until != day0.AddMonths(3) {
		t.Errorf("categories: %+v", file.Categories)
	}
}

func TestSupportersMayLiveElsewhere(t *testing.T) {
	b := setUp(t)
	son := someone("张小", 1)
	kept := must(b.CreatePerson(ctx(), clerk(villageB), at(son, villageB)))(t)
	support := func(in registry.PersonInput) (ref registry.PersonRef) {
		t.Helper()
		if err := b.db.InTx(ctx(), clerk(villageA), func(tx pgx.Tx) (err error) {
			ref, err = b.EnsureSupporter(ctx(), tx, clerk(villageA), at(in, villageA))
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return ref
	}
	typed := son
	typed.Name = "张晓" // whether it is the registered name must not show
	if ref := support(typed); ref.ID != kept.ID || ref.Name != "张晓" || ref.Number != "" || ref.Division != 0 || ref.Created || ref.Sex != 1 {
		t.Errorf("kept elsewhere: %+v", ref)
	}
	if ref := support(someone("张大", 1)); !ref.Created || ref.Division != villageA {
		t.Errorf("new: %+v", ref)
	}
	file := must(b.File(ctx(), clerk(villageB), kept.ID))(t)
	if file.Person.Place.Code != codeOf(villageB) || file.Person.Version != 1 || len(file.Touches) != 2 {
		t.Errorf("the file elsewhere: %+v", file)
	}
}
