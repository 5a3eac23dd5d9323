package verification

import (
	"context"
	"encoding/hex"
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
	"zhongfu/internal/idnum"
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
	Relation       string        `json:"guardian_relation,omitempty" maxLength:"30" doc:"of who signed to the person"`
	SignedOn       calendar.Date `json:"signed_on"`
	ValidUntil     calendar.Date `json:"valid_until,omitzero" doc:"last day; none: until it is withdrawn"`
	CaseID         *uuid.UUID    `json:"case_id,omitempty"`
	ScanID         *uuid.UUID    `json:"scan_id,omitempty" doc:"the scan among the case's materials; on paper this or scan"`
	Scan           []byte        `json:"scan,omitempty" doc:"the scanned paper, JPEG, PNG, WebP or PDF"`
	Signature      []byte        `json:"signature,omitempty" doc:"PNG as drawn; required on screen and online"`
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
	Relation        string         `json:"guardian_relation,omitempty"`
	GuardianReason  string         `json:"guardian_reason,omitempty"`
	SignedOn        calendar.Date  `json:"signed_on"`
	ValidFrom       calendar.Date  `json:"valid_from"`
	ValidUntil      *calendar.Date `json:"valid_until"`
	CaseID          *uuid.UUID     `json:"case_id,omitempty"`
	WithdrawnAt     *time.Time     `json:"withdrawn_at"`
	WithdrawnBy     string         `json:"withdrawn_by,omitempty"`
	WithdrawnReason string         `json:"withdrawn_reason,omitempty"`
	InForce         bool           `json:"in_force"`
	State           string         `json:"state" enum:"in_force,ending,later,expired,withdrawn" doc:"ending: in force for thirty days more at most"`
	ByName          string         `json:"by_name" doc:"who took it down"`
	PlaceName       string         `json:"place_name"`
	ClassNames      string         `json:"class_names"`
}

// Authorise takes an authorisation down. The text that was signed is kept sealed with its SM3 digest; it names the digests of the
// signature and of the scan, which are kept sealed beside it. Errors: a minor or somebody without capacity who signed alone,
// another's name, no signature or scan, a day in the future, a class that is not in the catalogue, each with its field.
func (s *Service) Authorise(ctx context.Context, actor access.Actor, in AuthorisationInput) (Authorisation, error) {
	if err := access.Check(actor, "verification.authorise", access.Listing); err != nil {
		return Authorisation{}, err
	}
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error { return s.authorise(ctx, tx, actor, &in) })
	if err != nil {
		return Authorisation{}, s.refused(ctx, actor, audit.Event{Action: "verification.authorise", ObjectKind: "person", ObjectID: in.PersonID.String(), Root: in.PersonID,
			Division: actor.Division, After: map[string]any{"purpose": in.Purpose, "classes": in.Classes}}, err)
	}
	list, err := s.authorisations(ctx, actor, `a.person_id = $1 and a.id = $2`, in.PersonID, in.ID)
	if err != nil || len(list) == 0 {
		return Authorisation{}, errors.Join(err, errs.Missing("这份授权书"))
	}
	return list[0], nil
}

func (s *Service) authorise(ctx context.Context, tx pgx.Tx, actor access.Actor, in *AuthorisationInput) error {
	who, err := s.signer(ctx, tx, in.PersonID)
	if err != nil {
		return err
	}
	var before bool
	if err := tx.QueryRow(ctx, `select exists (select from authorisation where person_id = $1 and id = $2)`, in.PersonID, in.ID).Scan(&before); err != nil || before {
		return err
	}
	if err := s.checkAuthorisation(in, who); err != nil {
		return err
	}
	images, err := s.images(in)
	if err != nil {
		return err
	}
	now := s.now()
	number, err := takeNumber(ctx, tx, "authorisation", "SQ", who.place, now)
	if err != nil {
		return err
	}
	text := []byte(s.authorisationText(in, number, who, images))
	digest := sm3.Sum(text)
	tag, err := tx.Exec(ctx, `insert into authorisation (person_id, id, division, number, purpose, classes, signed_how, signed_by, guardian, guardian_reason, signed_on,
  valid_from, valid_until, case_id, text_digest, text_sealed, scan_id, by_name, created_at, guardian_relation)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14, $15, $16, $17, $18, $19) on conflict on constraint authorisation_pkey do nothing`,
		in.PersonID, in.ID, who.place, number, in.Purpose, in.Classes, in.SignedHow, in.SignedBy, in.Guardian, in.GuardianReason, in.SignedOn, nullDate(in.ValidUntil), in.CaseID,
		digest[:], s.keys.SealBytes(fieldText, text), in.ScanID, actor.Name, now, in.Relation)
	if err != nil || tag.RowsAffected() == 0 {
		return err
	}
	for _, m := range images {
		if _, err := tx.Exec(ctx, `insert into authorisation_image (person_id, authorisation_id, kind, division, mime, size, digest, sealed, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, in.PersonID, in.ID, m.kind, who.place, m.mime, len(m.content), m.digest[:], s.keys.SealBytes(fieldImage, m.content), now); err != nil {
			return err
		}
	}
	return audit.Write(ctx, tx, now, actor, audit.Event{Action: "verification.authorise", ObjectKind: "authorisation", ObjectID: number, Root: in.PersonID, Division: who.place,
		After: map[string]any{"purpose": in.Purpose, "classes": in.Classes, "how": in.SignedHow, "guardian": in.Guardian, "signed_on": in.SignedOn.String(),
			"valid_until": in.ValidUntil.String(), "digest": hex.EncodeToString(digest[:])}})
}

// subject is whom an authorisation is about.
type subject struct {
	place  int64
	name   string
	birth  calendar.Date
	death  *calendar.Date
	number string // ID number; never leaves the package
}

func (s *Service) signer(ctx context.Context, tx pgx.Tx, person uuid.UUID) (subject, error) {
	var who subject
	var sealed []byte
	err := tx.QueryRow(ctx, `select division, name, birth, death_date, id_sealed from person where id = $1`, person).Scan(&who.place, &who.name, &who.birth, &who.death, &sealed)
	if errors.Is(err, pgx.ErrNoRows) {
		return who, errs.Missing("这名人员")
	}
	if err != nil {
		return who, err
	}
	who.number, err = s.keys.Open(fieldID, sealed)
	return who, err
}

// Ages of 民法典 art 17 to 19 and 27: under eighteen a guardian signs.
const adult = 18

func (s *Service) checkAuthorisation(in *AuthorisationInput, who subject) error {
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
	switch in.SignedBy = strings.TrimSpace(in.SignedBy); {
	case in.SignedBy == "":
		c.Add("signed_by", "请填写签字人姓名。")
	case in.Guardian && in.SignedBy == who.name:
		c.Add("signed_by", "%s 是被授权人本人。由监护人代签的，请填写监护人自己的姓名。", in.SignedBy)
	case !in.Guardian && in.SignedBy != who.name:
		c.Add("signed_by", "签字人 %s 不是被授权人本人。由他人代签的，请勾选监护人代签并写明关系和理由。", in.SignedBy)
	}
	if who.death != nil {
		c.Add("person_id", "这名人员已登记死亡（%s），不能再签授权书。", *who.death)
	}
	switch today := s.today(); {
	case in.SignedOn == 0:
		c.Add("signed_on", "请填写签署日期。")
	case in.SignedOn > today:
		c.Add("signed_on", "签署日期 %s 在今天之后，请核对。", in.SignedOn)
	case in.ValidUntil != 0 && in.ValidUntil < in.SignedOn:
		c.Add("valid_until", "有效期截止日 %s 早于签署日期，请核对。", in.ValidUntil)
	}
	if y, m, d := who.birth.Civil(); !in.Guardian && in.SignedOn < calendar.NewDate(y+adult, m, d) {
		c.Add("guardian", "被授权人未满 %d 周岁，应由监护人签署。请勾选监护人代签并填写监护关系。", adult)
	}
	if in.Guardian && strings.TrimSpace(in.GuardianReason) == "" {
		c.Add("guardian_reason", "请写明代签的监护人与本人的关系和理由。")
	}
	if in.Relation = strings.TrimSpace(in.Relation); in.Guardian && in.Relation == "" {
		c.Add("guardian_relation", "请写明代签人是本人的什么人，例如父亲、配偶。")
	}
	switch {
	case in.SignedHow == "paper" && in.ScanID == nil && len(in.Scan) == 0:
		c.Add("scan", "纸质授权书请上传扫描件或照片。")
	case in.SignedHow != "paper" && len(in.Signature) == 0:
		c.Add("signature", "请在签名框内手写签名。")
	}
	return c.Err()
}

var purposeText = map[string]string{ForAssistance: "社会救助", ForExtended: "专项社会救助", ForCharity: "慈善帮扶", "liveness": "待遇资格认证（人脸识别）"}

// authorisationText is what is signed. Without a number it is what a person reads before signing.
func (s *Service) authorisationText(in *AuthorisationInput, number string, who subject, images []image) string {
	if number == "" {
		number = "（签署后编号）"
	}
	signed := who.name
	if in.Guardian {
		signed = fmt.Sprintf("%s（由%s%s代签：%s）", who.name, in.Relation, in.SignedBy, in.GuardianReason)
	}
	until := "撤回之前"
	if in.ValidUntil != 0 {
		until = in.ValidUntil.String() + " 止"
	}
	text := fmt.Sprintf("核对授权书 %s\n授权人：%s，身份证号 %s\n用途：%s\n数据项：%s\n签署日期：%s，有效期至%s\n签署方式：%s\n签字人：%s\n"+
		"授权民政部门向上列数据项的主管部门和金融机构查询本人的信息。查询结果仅用于上述用途。授权可以随时撤回；撤回后不再查询，已经查询的结果留在档案里。",
		number, signed, idnum.MaskResident(who.number), purposeText[in.Purpose], s.classNames(in.Classes), in.SignedOn, until, howText[in.SignedHow], in.SignedBy)
	for _, m := range images {
		text += fmt.Sprintf("\n%s SM3：%x", imageText[m.kind], m.digest)
	}
	return text
}

var (
	howText   = map[string]string{"paper": "纸质签署", "screen": "窗口屏幕签署", "online": "本人网上签署"}
	imageText = map[string]string{signatureImage: "签名图像", scanImage: "扫描件"}
)

// classNames names data classes as the form does.
func (s *Service) classNames(classes []string) string {
	var names []string
	for _, id := range classes {
		if class, src := s.catalogue.Class(id); class != nil {
			names = append(names, src.Name+"·"+class.Name)
		}
	}
	if len(names) == 0 {
		return "信息共享目录所列全部数据项"
	}
	return strings.Join(names, "、")
}

// Authorisations are those of a person, the newest first.
func (s *Service) Authorisations(ctx context.Context, actor access.Actor, person uuid.UUID) ([]Authorisation, error) {
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return nil, err
	}
	if err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error { return inRange(ctx, tx, person) }); err != nil {
		return nil, err
	}
	return s.authorisations(ctx, actor, `a.person_id = $1`, person)
}

const authorisationColumns = `a.id, a.person_id, p.name, a.number, a.purpose, a.classes, a.signed_how, a.signed_by, a.guardian, a.guardian_relation, a.guardian_reason, a.signed_on,
  a.valid_from, a.valid_until, a.case_id, a.withdrawn_at, a.withdrawn_by, a.withdrawn_reason, a.by_name, a.division`

func (s *Service) scanAuthorisation(r pgx.CollectableRow) (a Authorisation, err error) {
	var place int64
	err = r.Scan(&a.ID, &a.PersonID, &a.PersonName, &a.Number, &a.Purpose, &a.Classes, &a.SignedHow, &a.SignedBy, &a.Guardian, &a.Relation, &a.GuardianReason, &a.SignedOn,
		&a.ValidFrom, &a.ValidUntil, &a.CaseID, &a.WithdrawnAt, &a.WithdrawnBy, &a.WithdrawnReason, &a.ByName, &place)
	a.PlaceName, a.ClassNames = s.places.Name(place), s.classNames(a.Classes)
	today := s.today()
	switch {
	case a.WithdrawnAt != nil:
		a.State = "withdrawn"
	case a.ValidUntil != nil && *a.ValidUntil < today:
		a.State = "expired"
	case a.ValidFrom > today:
		a.State = "later"
	case a.ValidUntil != nil && *a.ValidUntil <= today.AddDays(soon):
		a.State = "ending"
	default:
		a.State = "in_force"
	}
	a.InForce = a.State == "in_force" || a.State == "ending"
	return a, err
}

func (s *Service) authorisations(ctx context.Context, actor access.Actor, where string, args ...any) ([]Authorisation, error) {
	out := []Authorisation{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select `+authorisationColumns+` from authorisation a join person p on p.id = a.person_id where `+where+` order by a.signed_on desc, a.id desc limit 200`, args...)
		if err != nil {
			return err
		}
		list, err := pgx.CollectRows(rows, s.scanAuthorisation)
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
