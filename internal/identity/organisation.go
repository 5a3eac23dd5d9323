package identity

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity/identitydb"
)

// OrganisationKind says what an office is.
type OrganisationKind string

// The kinds of offices.
const (
	CivilAffairs       OrganisationKind = "civil_affairs"
	Township           OrganisationKind = "township"
	VillageCommittee   OrganisationKind = "village_committee"
	VerificationCentre OrganisationKind = "verification_centre"
	Finance            OrganisationKind = "finance"
	Department         OrganisationKind = "department"
	Audit              OrganisationKind = "audit"
)

var kindLabels = map[OrganisationKind]string{CivilAffairs: "民政部门", Township: "乡镇人民政府（街道办事处）", VillageCommittee: "村（居）民委员会",
	VerificationCentre: "核对机构", Finance: "财政部门", Department: "其他部门", Audit: "审计机构"}

// Label is the kind's name on screens.
func (k OrganisationKind) Label() string { return kindLabels[k] }

// Organisation is an office at a division.
type Organisation struct {
	ID       uuid.UUID
	Division int64
	Level    access.Level
	Kind     OrganisationKind
	Name     string
	Phone    string // public telephone
	Address  string
	Active   bool
}

func (o *Organisation) check(c *errs.Collector) {
	o.Name, o.Phone, o.Address = strings.TrimSpace(o.Name), strings.TrimSpace(o.Phone), strings.TrimSpace(o.Address)
	if n := utf8.RuneCountInString(o.Name); n < 2 || n > 60 {
		c.Add("name", "机构名称应为 2 至 60 个字。")
	}
	if strings.Trim(o.Phone, "0123456789-+() （）转,，") != "" || len(o.Phone) > 40 {
		c.Add("phone", "对外电话只能含数字、横线和括号，如 020-12345678；没有可留空。")
	}
	if utf8.RuneCountInString(o.Address) > 100 {
		c.Add("address", "地址最多 100 个字。")
	}
}

// CreateOrganisation adds an office inside the administrator's range.
func (s *Service) CreateOrganisation(ctx context.Context, actor access.Actor, in Organisation) (uuid.UUID, error) {
	if err := access.Check(actor, "organisation.manage", access.At(in.Division)); err != nil {
		return uuid.Nil, err
	}
	var c errs.Collector
	in.check(&c)
	at, ok := s.divisions.Get(in.Division)
	in.Level = access.Level(at.Level)
	switch {
	case kindLabels[in.Kind] == "":
		c.Add("kind", "没有这种机构类型，请从列表中选择。")
	case !ok:
		c.Add("division", "没有找到这个地区，请从列表中选择。")
	case in.Level < actor.Level:
		c.Add("division", "不能在高于您本级的地区设立机构，请由上级管理员办理。")
	case (in.Kind == Township) != (at.Level == division.Town) && (in.Kind == Township || in.Kind == CivilAffairs):
		c.Add("kind", "乡镇（街道）一级的机构类型应为“%s”，其他级别不能用这一类型。", Township.Label())
	case (in.Kind == VillageCommittee) != (at.Level == division.Village):
		c.Add("kind", "村（社区）一级只有“%s”，其他级别不能用这一类型。", VillageCommittee.Label())
	}
	if err := c.Err(); err != nil {
		return uuid.Nil, err
	}
	in.ID, in.Active = newID(), true
	now := s.clock.Now()
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		if err := identitydb.New(tx).InsertOrganisation(ctx, identitydb.InsertOrganisationParams{ID: in.ID, Division: in.Division, Level: int16(in.Level),
			Kind: string(in.Kind), Name: in.Name, Phone: in.Phone, Address: in.Address, CreatedAt: now}); err != nil {
			return err
		}
		return s.recordOffice(ctx, tx, actor, in, nil)
	})
	return in.ID, err
}

// UpdateOrganisation changes name, telephone, address and whether the office is in use; place and kind stay. An office
// with active staff cannot be closed.
func (s *Service) UpdateOrganisation(ctx context.Context, actor access.Actor, in Organisation) error {
	if err := access.Check(actor, "organisation.manage", access.Listing); err != nil {
		return err
	}
	var c errs.Collector
	in.check(&c)
	if err := c.Err(); err != nil {
		return err
	}
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		q := identitydb.New(tx)
		was, err := q.OrganisationByID(ctx, in.ID)
		if err != nil {
			return err
		}
		if access.Level(was.Level) < actor.Level {
			return errs.Denied("该机构高于您的本级，请由上级管理员办理。")
		}
		if was.Active && !in.Active {
			busy, err := q.OrganisationHasStaff(ctx, in.ID)
			if err != nil {
				return err
			}
			if busy {
				return errs.New(errs.Conflict, "organisation_has_staff", "该机构还有在用账号，不能停用；请先停用这些账号或改到其他机构。")
			}
		}
		if _, err := q.UpdateOrganisation(ctx, identitydb.UpdateOrganisationParams{ID: in.ID, Name: in.Name, Phone: in.Phone, Address: in.Address, Active: in.Active}); err != nil {
			return err
		}
		in.Division, in.Kind = was.Division, OrganisationKind(was.Kind)
		return s.recordOffice(ctx, tx, actor, in, &Organisation{Name: was.Name, Phone: was.Phone, Address: was.Address, Active: was.Active, Kind: in.Kind})
	})
	if errs.Is(err, errs.NotFound) {
		return errs.Missing("该机构")
	}
	return err
}

func (s *Service) recordOffice(ctx context.Context, tx pgx.Tx, actor access.Actor, o Organisation, was *Organisation) error {
	values := func(o Organisation) any {
		return map[string]any{"name": o.Name, "kind": o.Kind, "phone": o.Phone, "address": o.Address, "active": o.Active}
	}
	var before any
	if was != nil {
		before = values(*was)
	}
	return audit.Write(ctx, tx, s.clock.Now(), actor, audit.Event{Action: "organisation.manage", ObjectKind: "organisation", ObjectID: o.ID.String(),
		Root: o.ID, Division: o.Division, Before: before, After: values(o)})
}
