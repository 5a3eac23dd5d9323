package rulebook_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/postgres"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/rulebook"
)

type office struct {
	*rulebook.Service
	db    *postgres.DB
	clock *clock.Fake
	lib   *rulebook.Library
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{db: testdb.New(t), clock: clock.NewFake(today.Time())}
	o.lib = open(t, o.db, o.clock, carried()...)
	o.clock.Advance(time.Hour) // what people do comes after the start
	o.Service = rulebook.New(o.db, o.clock, division.Default(), o.lib)
	return o
}

func actor(name string, role access.Role, level access.Level, at int64) access.Actor {
	lo, hi := division.Range(at)
	return access.Actor{Staff: uuid.NewSHA1(uuid.Nil, fmt.Appendf(nil, "%s%d", name, at)), Name: name, Role: role, Level: level, Division: at, Lo: lo, Hi: hi}
}

var (
	drafter   = actor("陈处长", access.ProvinceSupervisor, access.Province, 440000000000)
	chief     = actor("林厅长", access.ProvinceSupervisor, access.Province, 440000000000)
	admin     = actor("管理员", access.Administrator, access.Province, 440000000000)
	guangzhou = actor("黄科长", access.CitySupervisor, access.City, 440100000000)
	second    = actor("李科长", access.CitySupervisor, access.City, 440100000000)
	shenzhen  = actor("吴科长", access.CitySupervisor, access.City, 440300000000)
	clerk     = actor("王经办", access.TownClerk, access.Town, 440104003000)
	auditor   = actor("审计", access.Auditor, access.Province, 440000000000)
	shandong  = actor("鲁处长", access.ProvinceSupervisor, access.Province, 370000000000)
)

func id() uuid.UUID { return uuid.Must(uuid.NewV7()) }

// holds puts people of a category into the register, two to a household.
func (o *office) holds(t *testing.T, kind string, place int64, urban bool, people int) {
	t.Helper()
	err := o.db.InTx(context.Background(), access.System("test"), func(tx pgx.Tx) error {
		var home uuid.UUID
		for i := range people {
			person := id()
			if _, err := tx.Exec(context.Background(), `insert into person (id, division, name, sex, birth, id_sealed, id_blind, register_division, residence_division, created_at, updated_at)
				values ($1, $2, '某人', 1, '1980-01-01', '\x00', $3, $2, $2, now(), now())`, person, place, person[:]); err != nil {
				return err
			}
			if i%2 == 0 {
				home = id()
				if _, err := tx.Exec(context.Background(), `insert into household (id, division, head_id, urban, since, created_at, updated_at) values ($1, $2, $3, $4, '2020-01-01', now(), now())`,
					home, place, person, urban); err != nil {
					return err
				}
			}
			if _, err := tx.Exec(context.Background(), `insert into category (person_id, id, household_id, division, kind, since, created_at) values ($1, $2, $3, $4, $5, '2025-01-01', now())`,
				person, id(), home, place, kind); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// raise is a city's new dibao standard from a day on.
func raise(value string, from calendar.Date, places ...string) rulebook.ChangeInput {
	return rulebook.ChangeInput{ID: id(), ActiveFrom: from, Document: "穗民规〔2026〕3号", Title: "关于调整最低生活保障标准的通知", Article: "一",
		Lines: []rulebook.Line{{Parameter: "dibao_standard", Places: places, Value: value}}}
}
