package verification

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// AuthorisationInput is an authorisation as it was signed (GD-2019 六: one ID, one authorisation).
type AuthorisationInput struct {
	ID             uuid.UUID     `json:"id" doc:"made by the client, so that a second submit signs nothing twice"`
	PersonID       uuid.UUID     `json:"person_id"`
	Purpose        string        `json:"purpose" enum:"social_assistance,extended_assistance,charity,liveness"`
	Classes        []string      `json:"classes" maxItems:"100" doc:"data classes; empty: all of the catalogue"`
	SignedHow      string        `json:"signed_how" enum:"paper,screen,online"`
	SignedBy       string        `json:"signed_by" minLength:"1" maxLength:"50"`
	Guardian       bool          `json:"guardian" doc:"signed for somebody without capacity"`
	GuardianReason string        `json:"guardian_reason,omitempty" maxLength:"200"`
	SignedOn       calendar.Date `json:"signed_on"`
	ValidUntil     calendar.Date `json:"valid_until,omitzero" doc:"last day; none: until it is withdrawn"`
	CaseID         *uuid.UUID    `json:"case_id,omitempty"`
	ScanID         *uuid.UUID    `json:"scan_id,omitempty" doc:"the scan among the case's materials; required on paper"`
}

// Authorisation is one as its person's file shows it.
type Authorisation struct {
	ID              uuid.UUID      `json:"id"`
	PersonID        uuid.UUID      `json:"person_id"`
	PersonName      string         `json:"person_name"`
	Number          string         `json:"number"`
	Purpose         string         `json:"purpose"`
	Classes         []string       `json:"classes" doc:"* is all of the catalogue"`
	SignedHow       string         `json:"signed_how"`
	SignedBy        string         `json:"signed_by"`
	Guardian        bool           `json:"guardian"`
	SignedOn        calendar.Date  `json:"signed_on"`
	ValidFrom       calendar.Date  `json:"valid_from"`
	ValidUntil      *calendar.Date `json:"valid_until"`
	CaseID          *uuid.UUID     `json:"case_id,omitempty"`
	WithdrawnAt     *time.Time     `json:"withdrawn_at"`
	WithdrawnReason string         `json:"withdrawn_reason,omitempty"`
	InForce         bool           `json:"in_force"`
}

// Authorise takes an authorisation down. The text that was signed is kept sealed with its SM3 digest. Errors: a minor or
// somebody without capacity who signed alone, a day in the future, a class that is not in the catalogue, each with its field.
func (s *Service) Authorise(ctx context.Context, actor access.Actor, in AuthorisationInput) (Authorisation, error) {
	if err := access.Check(actor, "verification.authorise", access.Listing); err != nil {
		return Authorisation{}, err
	}
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		var place int64
		var name string
		var birth calendar.Date
		err := tx.QueryRow(ctx, `select division, name, birth from person where id = $1`, in.PersonID).Scan(&place, &name, &birth)
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("这名人员")
		}
		if err != nil {
			return err
		}
		if err := s.checkAuthorisation(&in, birth); err != nil {
			return err
		}
		now := s.now()
		number, err := takeNumber(ctx, tx, "authorisation", "SQ", place, now)
		if err != nil {
			return err
		}
		text := []byte(s.authorisationText(&in, number, name))
		digest := sm3.Sum(text)
		tag, err := tx.Exec(ctx, `insert into authorisation (person_id, id, division, number, purpose, classes, signed_how, signed_by, guardian, guardian_reason, signed_on,
  valid_from, valid_until, case_id, text_digest, text_sealed, scan_id, by_name, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14, $15, $16, $17, $18) on conflict on constraint authorisation_pkey do nothing`,
			in.PersonID, in.ID, place, number, in.Purpose, in.Classes, in.SignedHow, in.SignedBy, in.Guardian, in.GuardianReason, in.SignedOn, nullDate(in.ValidUntil), in.CaseID,
			digest[:], s.keys.SealBytes(fieldText, text), in.ScanID, actor.Name, now)
		if err != nil || tag.RowsAffected() == 0 {
			return err
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "verification.authorise", ObjectKind: "authorisation", ObjectID: number, Root: in.PersonID, Division: place,
			After: map[string]any{"purpose": in.Purpose, "classes": in.Classes, "how": in.SignedHow, "guardian": in.Guardian, "signed_on": in.SignedOn.String()}})
	})
	if err != nil {
		return Authorisation{}, err
	}
	list, err := s.authorisations(ctx, actor, `a.person_id = $1 and a.id = $2`, in.PersonID, in.ID)
	if err != nil || len(list) == 0 {
		return Authorisation{}, errors.Join(err, errs.Missing("这份授权书"))
	}
	return list[0], nil
}

// Ages of 民法典 art 17 to 19 and 27: under eighteen a guardian signs.
const adult = 18

func (s *Service) checkAuthorisation(in *AuthorisationInput, birth calendar.Date) error {
	var c errs.Collector
	if in.ID == uuid.Nil {
		c.Add("id", "缺少授权书的编号，请刷新页面后重试。")
	}
	if len(in.Classes) == 0 {
		in.Classes = []string{"*"}
	}
	slices.Sort(in.Classes)
	in.Classes = slices.Compact(in.Classes)
	for _, id := range in.Classes {
		if class, _ := s.catalogue.Class(id); class == nil && id != "*" {
			c.Add("classes", "共享目录里没有数据项 %s，请从目录中选择。", id)
		}
	}
	if in.SignedBy = strings.TrimSpace(in.SignedBy); in.SignedBy == "" {
		c.Add("signed_by", "请填写签字人姓名。")
	}
	switch today := s.today(); {
	case in.SignedOn == 0:
		c.Add("signed_on", "请填写签署日期。")
	case in.SignedOn > today:
		c.Add("signed_on", "签署日期 %s 在今天之后，请核对。", in.SignedOn)
	case in.ValidUntil != 0 && in.ValidUntil < in.SignedOn:
		c.Add("valid_until", "有效期截止日 %s 早于签署日期，请核对。", in.ValidUntil)
	}
	if y, m, d := birth.Civil(); !in.Guardian && in.SignedOn < calendar.NewDate(y+adult, m, d) {
		c.Add("guardian", "被授权人未满 %d 周岁，应由监护人签署。请勾选监护人代签并填写监护关系。", adult)
	}
	if in.Guardian && strings.TrimSpace(in.GuardianReason) == "" {
		c.Add("guardian_reason", "请写明代签的监护人与本人的关系和理由。")
	}
	if in.SignedHow == "paper" && in.CaseID != nil && in.ScanID == nil {
		c.Add("scan_id", "纸质授权书请先上传扫描件。")
	}
	return c.Err()
}

var purposeText = map[string]string{ForAssistance: "社会救助", ForExtended: "专项社会救助", ForCharity: "慈善帮扶", "liveness": "待遇资格认证（人脸识别）"}

func (s *Service) authorisationText(in *AuthorisationInput, number, name string) string {
	var classes []string
	for _, id := range in.Classes {
		if class, _ := s.catalogue.Class(id); class != nil {
			classes = append(classes, class.Name)
		}
	}
	what := strings.Join(classes, "、")
	if what == "" {
		what = "信息共享目录所列全部数据项"
	}
	who := name
	if in.Guardian {
		who = fmt.Sprintf("%s（由%s代签：%s）", name, in.SignedBy, in.GuardianReason)
	}
	until := "撤回之前"
	if in.ValidUntil != 0 {
		until = in.ValidUntil.String() + " 止"
	}
	return fmt.Sprintf("核对授权书 %s\n授权人：%s\n用途：%s\n数据项：%s\n签署日期：%s，有效期至%s\n签署方式：%s\n签字人：%s\n查询结果仅用于上述用途。授权可以随时撤回。",
		number, who, purposeText[in.Purpose], what, in.SignedOn, until, in.SignedHow, in.SignedBy)
}

// Withdraw ends an authorisation at once: no further question leaves under it, which the database holds. Questions that wait
// for it end as refused when their turn comes; answers that have come stay on the file.
func (s *Service) Withdraw(ctx context.Context, actor access.Actor, person, id uuid.UUID, reason string) error {
	if err := access.Check(actor, "verification.withdraw", access.Listing); err != nil {
		return err
	}
	return s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		now := s.now()
		var number string
		var place int64
		err := tx.QueryRow(ctx, `update authorisation set withdrawn_at = $3, withdrawn_by = $4, withdrawn_reason = $5
where person_id = $1 and id = $2 and withdrawn_at is null returning number, division`, person, id, now, actor.Name, reason).Scan(&number, &place)
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("这份有效的授权书")
		}
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `update case_authorisation set withdrawn_at = $2 where number = $1 and withdrawn_at is null`, number, now); err != nil {
			return err
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "verification.withdraw", ObjectKind: "authorisation", ObjectID: number, Root: person, Division: place,
			After: map[string]any{"reason": reason}})
	})
}

// Authorisations are those of a person, the newest first.
func (s *Service) Authorisations(ctx context.Context, actor access.Actor, person uuid.UUID) ([]Authorisation, error) {
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return nil, err
	}
	return s.authorisations(ctx, actor, `a.person_id = $1`, person)
}

func (s *Service) authorisations(ctx context.Context, actor access.Actor, where string, args ...any) ([]Authorisation, error) {
	out := []Authorisation{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select a.id, a.person_id, p.name, a.number, a.purpose, a.classes, a.signed_how, a.signed_by, a.guardian, a.signed_on, a.valid_from, a.valid_until,
  a.case_id, a.withdrawn_at, a.withdrawn_reason from authorisation a join person p on p.id = a.person_id where `+where+` order by a.signed_on desc, a.id desc limit 200`, args...)
		if err != nil {
			return err
		}
		today := s.today()
		list, err := pgx.CollectRows(rows, func(r pgx.CollectableRow) (a Authorisation, err error) {
			err = r.Scan(&a.ID, &a.PersonID, &a.PersonName, &a.Number, &a.Purpose, &a.Classes, &a.SignedHow, &a.SignedBy, &a.Guardian, &a.SignedOn, &a.ValidFrom, &a.ValidUntil,
				&a.CaseID, &a.WithdrawnAt, &a.WithdrawnReason)
			a.InForce = a.WithdrawnAt == nil && a.ValidFrom <= today && (a.ValidUntil == nil || *a.ValidUntil >= today)
			return a, err
		})
		out = append(out, list...)
		return err
	})
	return out, err
}

func nullDate(d calendar.Date) *calendar.Date {
	if d == 0 {
		return nil
	}
	return &d
}
