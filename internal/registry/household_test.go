package registry_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry"
)

func member(p registry.PersonInput, relation string) registry.MemberInput {
	return registry.MemberInput{PersonInput: p, Relation: relation}
}

func home(village int64, head registry.PersonInput, members ...registry.MemberInput) registry.HouseholdInput {
	return registry.HouseholdInput{Division: village, Urban: true, Address: "人民路一百二十号", Head: head, Members: members}
}

func TestCreateHousehold(t *testing.T) {
	b := setUp(t)
	head, wife, son := someone("张三", 1), someone("李四", 2), someone("张小", 1)
	h := must(b.CreateHousehold(ctx(), clerk(villageA), home(villageA, head, member(wife, "12"), member(son, "22"))))(t)
	if h.Number != "H0000000001" || h.Version != 1 || len(h.Members) != 3 || h.HeadDeparted || h.Place.Name == "" {
		t.Fatalf("household: %+v", h)
	}
	for _, m := range h.Members {
		if m.Since != day0 || m.Until != nil || !m.LivesTogether || m.RelationLabel == "" {
			t.Errorf("member: %+v", m)
		}
	}
	page := must(b.Search(ctx(), clerk(villageA), registry.SearchInput{Query: "H1"}))(t)
	if len(page.Items) != 3 || page.Items[0].PersonID != h.HeadID || page.Items[0].HouseholdNumber != h.Number {
		t.Errorf("by household number: %+v", page.Items)
	}
	file := must(b.File(ctx(), clerk(villageA), h.Members[1].PersonID))(t)
	if len(file.Households) != 1 || file.Households[0].HouseholdID != h.ID || len(file.Touches) != 2 {
		t.Errorf("file of a member: %+v", file)
	}
}

func TestHouseholdRefusals(t *testing.T) {
	b := setUp(t)
	head, wife := someone("张三", 1), someone("李四", 2)
	for name, c := range map[string]struct {
		in    registry.HouseholdInput
		field string
		text  string
	}{
		"wife who is male":  {home(villageA, head, member(someone("王五", 1), "12")), "members[0].relation", "性别"},
		"two spouses":       {home(villageA, head, member(wife, "12"), member(someone("王二", 2), "10")), "members[1].relation", "不止一人"},
		"second head":       {home(villageA, head, member(wife, "02")), "members[0].relation", "只有一名户主"},
		"unknown relation":  {home(villageA, head, member(wife, "98")), "members[0].relation", "GB/T 4761"},
		"no relation":       {home(villageA, head, member(wife, "")), "members[0].relation", "请选择"},
		"same number twice": {home(villageA, head, member(wife, "12"), member(head, "97")), "members[1].id_number", "第1人（张三）"},
		"future":            {func() registry.HouseholdInput { h := home(villageA, head); h.Since = day("2026-11-23"); return h }(), "since", "不能晚于今天"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := b.CreateHousehold(ctx(), clerk(villageA), c.in)
			e := errs.As(err)
			if e == nil || e.Kind != errs.Invalid || e.Fields[0].Name != c.field || !strings.Contains(e.Fields[0].Message, c.text) {
				t.Fatalf("got %v %+v, want %s: %q", err, e, c.field, c.text)
			}
		})
	}
	var n int
	if b.sql(t, &n, `select count(*) from person`); n != 0 {
		t.Errorf("%d people were registered by refused forms", n)
	}
}

func TestNobodyIsInTwoHouseholds(t *testing.T) {
	b := setUp(t)
	actor := clerk(villageA)
	daughter := someone("张花", 2)
	first := must(b.CreateHousehold(ctx(), actor, home(villageA, someone("张三", 1), member(daughter, "30"))))(t)
	second := must(b.CreateHousehold(ctx(), actor, home(villageA2, someone("赵六", 1))))(t)

	_, err := b.CreateHousehold(ctx(), actor, home(villageA, someone("钱七", 1), member(daughter, "30")))
	refused(t, err, errs.Conflict, "already_in_household", first.Number)
	_, err = b.AddMember(ctx(), actor, second.ID, registry.NewMember{MemberInput: member(daughter, "38"), Version: 1})
	refused(t, err, errs.Conflict, "already_in_household", first.Number)
	_, err = b.CreateHousehold(ctx(), clerk(villageB), home(villageB, someone("孙八", 1), member(daughter, "30")))
	refused(t, err, errs.Conflict, "registered_elsewhere", townName(villageA))

	// The way out: she leaves on her wedding day, then joins.
	id := first.Members[1].PersonID
	if err := b.RemoveMember(ctx(), actor, first.ID, id, registry.Leaving{Version: 1, Until: day("2026-11-20"), Reason: "婚嫁"}); err != nil {
		refused(t, err, errs.Invalid, "invalid_until", "不能早于加入")
	} else {
		t.Fatal("left before she came")
	}
	if err := b.RemoveMember(ctx(), actor, first.ID, id, registry.Leaving{Version: 1, Reason: "婚嫁"}); err != nil {
		t.Fatal(err)
	}
	_, err = b.AddMember(ctx(), actor, second.ID, registry.NewMember{MemberInput: member(daughter, "38"), Version: 1, Since: day("2026-11-22")})
	if err != nil {
		t.Fatal(err)
	}
	file := must(b.File(ctx(), actor, id))(t)
	if len(file.Households) != 2 || file.Households[0].HouseholdID != second.ID || file.Households[1].Until == nil || file.Person.Place.Code != codeOf(villageA2) {
		t.Errorf("history: %+v", file)
	}
	if len(must(b.Household(ctx(), actor, first.ID))(t).Members) != 2 {
		t.Error("the former member is not shown in the household's history")
	}
}

func TestHandOverToAnotherTown(t *testing.T) {
	b := setUp(t)
	son := someone("张小", 1)
	h := must(b.CreateHousehold(ctx(), clerk(villageA), home(villageA, someone("张三", 1), member(son, "22"))))(t)
	id := h.Members[1].PersonID
	if err := b.RemoveMember(ctx(), clerk(villageA), h.ID, id, registry.Leaving{Version: 1, Reason: "迁出", To: villageB}); err != nil {
		t.Fatal(err)
	}
	_, err := b.Person(ctx(), clerk(villageA), id)
	refused(t, err, errs.NotFound, "not_found", "该人员")
	made := must(b.CreateHousehold(ctx(), clerk(villageB), home(villageB, son)))(t)
	if made.Members[0].PersonID != id {
		t.Error("the person was registered a second time")
	}
	// Nobody hands over what they cannot see.
	err = b.RemoveMember(ctx(), clerk(villageA), made.ID, id, registry.Leaving{Reason: "迁出", To: villageA})
	refused(t, err, errs.NotFound, "not_found", "该")
	err = b.MoveHousehold(ctx(), clerk(villageA), made.ID, registry.Move{Version: 1, Division: villageA2, Reason: "迁回"})
	refused(t, err, errs.NotFound, "not_found", "该")
	err = b.MoveHousehold(ctx(), officer(access.TownClerk, access.Town, 440103001000), made.ID, registry.Move{Version: 1, Division: villageA, Reason: "迁回"})
	refused(t, err, errs.NotFound, "not_found", "该")
}

func TestMoveHouseholdTakesEverythingAlong(t *testing.T) {
	b := setUp(t)
	h := must(b.CreateHousehold(ctx(), clerk(villageA), home(villageA, someone("张三", 1), member(someone("李四", 2), "12"))))(t)
	if err := b.db.InTx(ctx(), clerk(villageA), func(tx pgx.Tx) error {
		_, err := b.AddCategory(ctx(), tx, clerk(villageA), registry.CategoryInput{Person: h.HeadID, Kind: "dibao", Since: day0})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	held := &hold{reason: "该户有在办案件，办结后再迁移。"}
	b.HoldBy(held)
	move := registry.Move{Version: 1, Division: villageB, Reason: "整户搬迁", Address: "新街一号"}
	refused(t, b.MoveHousehold(ctx(), clerk(villageA), h.ID, move), errs.Conflict, "household_held", "在办案件")
	held.reason = ""
	if err := b.MoveHousehold(ctx(), clerk(villageA), h.ID, move); err != nil {
		t.Fatal(err)
	}
	for table, column := range map[string]string{"person": "division", "person_identity": "division", "household": "division", "membership": "division", "person_household": "division", "category": "division"} {
		var elsewhere int
		if b.sql(t, &elsewhere, "select count(*) filter (where "+column+" <> $1) from "+table, villageB); elsewhere != 0 {
			t.Errorf("%d rows of %s stayed behind", elsewhere, table)
		}
	}
	if got := must(b.HouseholdFile(ctx(), clerk(villageB), h.ID))(t); len(got.Household.Members) != 2 || len(got.Touches) == 0 {
		t.Errorf("the new office sees %+v", got)
	}
	_, err := b.Household(ctx(), clerk(villageA), h.ID)
	refused(t, err, errs.NotFound, "not_found", "该家庭")
}

type hold struct{ reason string }

func (h *hold) HoldsHousehold(context.Context, pgx.Tx, uuid.UUID) (string, error) {
	return h.reason, nil
}

func TestHeadsChangeAndDie(t *testing.T) {
	b := setUp(t)
	actor := clerk(villageA)
	h := must(b.CreateHousehold(ctx(), actor, home(villageA, someone("张三", 1), member(someone("李四", 2), "12"), member(someone("张小", 1), "22"))))(t)
	head, wife, son := h.Members[0].PersonID, h.Members[1].PersonID, h.Members[2].PersonID
	refused(t, b.RemoveMember(ctx(), actor, h.ID, head, registry.Leaving{Version: 1, Reason: "迁出"}), errs.Conflict, "head_cannot_leave", "变更户主")

	b.clock.Advance(48 * hour)
	p := must(b.RecordDeath(ctx(), actor, head, registry.Death{Version: 1, Date: day0.AddDays(1), Source: "死亡证明"}))(t)
	if p.DeathDate == nil || p.Age != p.Birth.Age(day0.AddDays(1)) {
		t.Errorf("dead: %+v", p)
	}
	h = must(b.Household(ctx(), actor, h.ID))(t)
	if !h.HeadDeparted || h.Version != 2 {
		t.Errorf("after the head's death: %+v", h)
	}
	_, err := b.AddMember(ctx(), actor, h.ID, registry.NewMember{MemberInput: member(someone("新人", 2), "97"), Version: 2})
	refused(t, err, errs.Conflict, "head_departed", "先变更户主")
	_, err = b.ChangeHead(ctx(), actor, h.ID, registry.NewHead{Version: 2, Person: wife, Relations: map[uuid.UUID]string{}})
	refused(t, err, errs.Invalid, "invalid_relation", "请选择")
	h = must(b.ChangeHead(ctx(), actor, h.ID, registry.NewHead{Version: 2, Person: wife, Relations: map[uuid.UUID]string{son: "20"}}))(t)
	if h.HeadID != wife || h.HeadDeparted || len(h.Members) != 5 { // wife and son twice: before and since
		t.Errorf("with a new head: %+v", h)
	}
	_, err = b.CreateHousehold(ctx(), actor, home(villageA, at(registry.PersonInput{Name: "张三", IDNumber: mustReveal(t, b, head)}, villageA)))
	refused(t, err, errs.Conflict, "person_deceased", "已登记死亡")

	if err := b.RemoveMember(ctx(), actor, h.ID, son, registry.Leaving{Version: 3, Reason: "分户"}); err != nil {
		t.Fatal(err)
	}
	refused(t, b.RemoveMember(ctx(), actor, h.ID, wife, registry.Leaving{Version: 3, Reason: "改嫁"}), errs.Conflict, "stale_version", "家庭档案")
	if err := b.RemoveMember(ctx(), actor, h.ID, wife, registry.Leaving{Version: 4, Reason: "改嫁"}); err != nil {
		t.Fatal(err)
	}
	if h = must(b.Household(ctx(), actor, h.ID))(t); h.Until == nil {
		t.Error("the household without members has not ended")
	}
	_, err = b.AddMember(ctx(), actor, h.ID, registry.NewMember{MemberInput: member(someone("新人", 2), "97")})
	refused(t, err, errs.Conflict, "household_ended", "已无成员")
}

func mustReveal(t *testing.T, b bench, person uuid.UUID) string {
	return must(b.Reveal(ctx(), clerk(villageA), person, registry.IDNumber, "测试用途"))(t)
}
