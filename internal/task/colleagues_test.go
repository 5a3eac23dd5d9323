package task_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/task"
)

// A task can be handed to who holds the same duty at the same office, and nobody learns of anybody else.
func TestColleagues(t *testing.T) {
	db, owner := testdb.NewWithOwner(t)
	ctx, now := context.Background(), time.Date(2026, 11, 20, 9, 0, 0, 0, calendar.Zone)
	const town, otherTown = 440106012000, 440106006000
	office := func(at int64, name string) identity.Organisation {
		return identity.Organisation{ID: uuid.New(), Division: at, Level: access.Town, Kind: identity.Township, Name: name, Active: true}
	}
	here, there := office(town, "天园街道办事处"), office(otherTown, "石牌街道办事处")
	hire := func(login, name string, o identity.Organisation, r access.Role) identity.StaffRow {
		return identity.NewStaffRow(uuid.New(), login, name, o, "x", identity.Duty{ID: uuid.New(), Role: r, Division: o.Division, Level: access.Town})
	}
	me := hire("clerk.a", "王经办", here, access.TownClerk)
	peer := hire("clerk.b", "李经办", here, access.TownClerk)
	people := []identity.StaffRow{me, peer, hire("head.a", "陈主任", here, access.TownHead), hire("clerk.c", "外镇经办", there, access.TownClerk)}
	conn, err := pgx.Connect(ctx, owner)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	err = pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		return identity.Load(ctx, tx, now, []identity.Organisation{here, there}, people)
	})
	if err != nil {
		t.Fatal(err)
	}
	svc := task.New(db, clock.NewFake(now), nil)
	actor := access.Actor{Staff: me.ID, Role: access.TownClerk, Level: access.Town, Division: town, Lo: 440106012000, Hi: 440106012999}
	got, err := svc.Colleagues(ctx, actor)
	if err != nil || len(got) != 1 || got[0].ID != peer.ID || got[0].Name != "李经办" {
		t.Errorf("colleagues: %v %v", got, err)
	}
	if _, err := svc.Colleagues(ctx, access.Actor{Role: access.Auditor, Level: access.County, Division: 440106000000, Lo: 440106000000, Hi: 440106999999}); !errs.Is(err, errs.Forbidden) {
		t.Errorf("an auditor asks for colleagues: %v", err)
	}
}
