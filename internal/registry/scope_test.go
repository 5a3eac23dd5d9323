package registry_test

import (
	"testing"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
	"zhongfu/internal/registry"
)

// What lies in another town does not exist for a clerk, whichever way is tried.
func TestForeignFilesDoNotExist(t *testing.T) {
	b := setUp(t)
	head := someone("张三", 1)
	head.Phone = "13800012234"
	h := must(b.CreateHousehold(ctx(), clerk(villageA), home(villageA, head)))(t)
	stranger := clerk(villageB)
	for _, q := range []string{head.IDNumber, head.Phone, "张三", "张", "", h.Members[0].Number, h.Number} {
		for _, div := range []int64{0, 440106000000, 440000000000} {
			page := must(b.Search(ctx(), stranger, registry.SearchInput{Query: q, Division: div}))(t)
			if len(page.Items) != 0 || page.Next != "" {
				t.Errorf("%q in %d finds %+v", q, div, page)
			}
		}
	}
	id := h.HeadID
	for name, try := range map[string]func(access.Actor) error{
		"person":         func(a access.Actor) error { _, err := b.Person(ctx(), a, id); return err },
		"file":           func(a access.Actor) error { _, err := b.File(ctx(), a, id); return err },
		"household":      func(a access.Actor) error { _, err := b.Household(ctx(), a, h.ID); return err },
		"household file": func(a access.Actor) error { _, err := b.HouseholdFile(ctx(), a, h.ID); return err },
		"reveal": func(a access.Actor) error {
			_, err := b.Reveal(ctx(), a, id, registry.Phone, "电话通知补正")
			return err
		},
		"update": func(a access.Actor) error {
			_, err := b.UpdatePerson(ctx(), a, id, registry.PersonChange{Version: 1, Name: "张三"})
			return err
		},
		"death": func(a access.Actor) error {
			_, err := b.RecordDeath(ctx(), a, id, registry.Death{Version: 1, Date: day0, Source: "证明"})
			return err
		},
		"add": func(a access.Actor) error {
			_, err := b.AddMember(ctx(), a, h.ID, registry.NewMember{MemberInput: member(someone("王五", 2), "12")})
			return err
		},
		"leave": func(a access.Actor) error {
			return b.RemoveMember(ctx(), a, h.ID, id, registry.Leaving{Reason: "迁出", To: villageB})
		},
		"head": func(a access.Actor) error {
			_, err := b.ChangeHead(ctx(), a, h.ID, registry.NewHead{Person: id})
			return err
		},
		"move": func(a access.Actor) error {
			return b.MoveHousehold(ctx(), a, h.ID, registry.Move{Division: villageB, Reason: "搬迁"})
		},
		"create there": func(a access.Actor) error {
			_, err := b.CreatePerson(ctx(), a, at(someone("王五", 1), villageA))
			return err
		},
		"found there": func(a access.Actor) error {
			_, err := b.CreateHousehold(ctx(), a, home(villageA, someone("王五", 1)))
			return err
		},
	} {
		if err := try(stranger); !errs.Is(err, errs.NotFound) {
			t.Errorf("%s: %v, want NotFound", name, err)
		}
		if err := try(officer(access.FinanceOfficer, access.Town, 440104001000)); !errs.Is(err, errs.NotFound) && !errs.Is(err, errs.Forbidden) {
			t.Errorf("%s: %v, want a refusal", name, err)
		}
	}
	var n int
	if b.sql(t, &n, "select count(*) from audit_event where action = 'person.reveal'"); n != 0 {
		t.Errorf("%d reveals by strangers", n)
	}
}

// A statement that forgets its scope still returns nothing foreign.
func TestRowLevelSecurity(t *testing.T) {
	b := setUp(t)
	must(b.CreateHousehold(ctx(), clerk(villageA), home(villageA, someone("张三", 1), member(someone("李四", 2), "12"))))(t)
	h := must(b.CreateHousehold(ctx(), clerk(villageB), home(villageB, someone("王五", 1))))(t)
	count := func(a access.Actor, table string) (n int) {
		t.Helper()
		if err := b.db.InRead(ctx(), a, func(tx pgx.Tx) error {
			return tx.QueryRow(ctx(), "select count(*) from "+table).Scan(&n)
		}); err != nil {
			t.Fatal(err)
		}
		return n
	}
	for table, want := range map[string][3]int{"person": {2, 1, 3}, "household": {1, 1, 2}, "membership": {2, 1, 3}} {
		for i, a := range []access.Actor{clerk(villageA), clerk(villageB), officer(access.CitySupervisor, access.City, 440100000000)} {
			if n := count(a, table); n != want[i] {
				t.Errorf("%s: %s at %d sees %d rows, want %d", table, a.Role, a.Division, n, want[i])
			}
		}
		if n := count(access.Public(""), table); n != 0 {
			t.Errorf("%s: the public sees %d rows", table, n)
		}
	}
	err := b.db.InTx(ctx(), clerk(villageA), func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx(), "update person set name = '改' where id = $1", h.HeadID)
		if err == nil && tag.RowsAffected() != 0 {
			t.Error("a clerk changed another town's person")
		}
		_, err = tx.Exec(ctx(), "update person set division = $1", villageB)
		return err
	})
	if !errs.Is(err, errs.NotFound) {
		t.Errorf("pushing rows out of the scope: %v", err)
	}
}

func TestRolesOfTheRegister(t *testing.T) {
	b := setUp(t)
	h := must(b.CreateHousehold(ctx(), clerk(villageA), home(villageA, someone("张三", 1))))(t)
	for _, c := range []struct {
		actor                access.Actor
		read, write, revealE bool
	}{
		{officer(access.VillageAssistant, access.Village, villageA), true, false, true},
		{officer(access.CountyReviewer, access.County, 440106000000), true, false, true},
		{officer(access.CitySupervisor, access.City, 440100000000), true, false, false},
		{officer(access.Administrator, access.County, 440106000000), false, false, false},
		{officer(access.DepartmentDesk, access.County, 440106000000), false, false, false},
		{access.Public(""), false, false, false},
	} {
		_, read := b.File(ctx(), c.actor, h.HeadID)
		_, write := b.UpdatePerson(ctx(), c.actor, h.HeadID, registry.PersonChange{Version: 99, Name: "张三"})
		_, reveal := b.Reveal(ctx(), c.actor, h.HeadID, registry.IDNumber, "核对身份信息")
		for what, got := range map[string]struct {
			may bool
			err error
		}{"read": {c.read, read}, "write": {c.write, write}, "reveal": {c.revealE, reveal}} {
			stopped := errs.Is(got.err, errs.Forbidden) || errs.Is(got.err, errs.Unauthenticated)
			if got.may == stopped {
				t.Errorf("%s %s: %v", c.actor.Role, what, got.err)
			}
		}
	}
}

func TestSearchesByNumberAreAudited(t *testing.T) {
	b := setUp(t)
	head := someone("张三", 1)
	head.Phone = "13800012234"
	must(b.CreateHousehold(ctx(), clerk(villageA), home(villageA, head)))(t)
	for _, q := range []string{head.IDNumber, head.Phone, "张三", "R1"} {
		must(b.Search(ctx(), clerk(villageA), registry.SearchInput{Query: q}))(t)
	}
	must(b.Search(ctx(), clerk(villageB), registry.SearchInput{Query: head.IDNumber}))(t)
	var n, clear int
	b.sql(t, &n, "select count(*) from audit_event where action = 'registry.search'")
	b.sql(t, &clear, "select count(*) from audit_event where audit_event::text like '%'||$1||'%'", head.IDNumber)
	if n != 3 || clear != 0 {
		t.Errorf("%d searches audited, want 3; %d with the number in clear", n, clear)
	}
	var masked int
	b.sql(t, &masked, "select count(*) from audit_event where object_id = $1", idnum.MaskResident(head.IDNumber))
	if masked != 2 {
		t.Errorf("%d searches by ID show the masked number, want 2", masked)
	}
}
