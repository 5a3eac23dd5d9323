package verification

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/keyset"
)

// AuthorisationFilter narrows the list of a place. It travels in a body: a name in an address would stand in logs.
type AuthorisationFilter struct {
	State   string `json:"state,omitempty" enum:"in_force,ending,expired,withdrawn," doc:"ending: in force for thirty days more at most"`
	Purpose string `json:"purpose,omitempty" enum:"social_assistance,extended_assistance,charity,liveness,"`
	How     string `json:"how,omitempty" enum:"paper,screen,online,"`
	Place   string `json:"place,omitempty" pattern:"^([0-9]{12})?$" doc:"only inside this division"`
	Text    string `json:"q,omitempty" maxLength:"60" doc:"number, or beginning of the name"`
	After   string `json:"after,omitempty" maxLength:"200" doc:"cursor of the last page"`
	Limit   int    `json:"limit,omitempty" minimum:"1" maximum:"100" default:"30"`
}

// AuthorisationPage is one page of authorisations, the newest first.
type AuthorisationPage struct {
	Authorisations []Authorisation `json:"authorisations"`
	Next           string          `json:"next,omitempty"`
}

type authorisationCursor struct {
	On calendar.Date `json:"o"`
	ID uuid.UUID     `json:"i"`
}

// AuthorisationsAt lists the authorisations of people in the actor's range.
func (s *Service) AuthorisationsAt(ctx context.Context, actor access.Actor, f AuthorisationFilter) (AuthorisationPage, error) {
	page := AuthorisationPage{Authorisations: []Authorisation{}}
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return page, err
	}
	lo, hi, today := actor.Lo, actor.Hi, s.today()
	if f.Place != "" {
		place, err := strconv.ParseInt(f.Place, 10, 64)
		if _, ok := s.places.Get(place); err != nil || !ok {
			return page, errs.Bad("place", "没有这个行政区划，请从列表中选择。")
		}
		l, h := division.Range(place)
		lo, hi = max(lo, l), min(hi, h)
	}
	where, args := []string{"a.division between $1 and $2"}, []any{lo, hi}
	add := func(clause string, v ...any) {
		for i := range v {
			args = append(args, v[i])
			clause = strings.Replace(clause, "?", fmt.Sprintf("$%d", len(args)), 1)
		}
		where = append(where, clause)
	}
	switch f.State {
	case "in_force":
		add("a.withdrawn_at is null and a.valid_from <= ? and (a.valid_until is null or a.valid_until >= ?)", today, today)
	case "ending":
		add("a.withdrawn_at is null and a.valid_until between ? and ?", today, today.AddDays(soon))
	case "expired":
		add("a.withdrawn_at is null and a.valid_until < ?", today)
	case "withdrawn":
		add("a.withdrawn_at is not null")
	}
	if f.Purpose != "" {
		add("a.purpose = ?", f.Purpose)
	}
	if f.How != "" {
		add("a.signed_how = ?", f.How)
	}
	if text := strings.TrimSpace(f.Text); text != "" {
		add("(a.number = ? or starts_with(p.name, ?))", text, text)
	}
	if f.After != "" {
		var c authorisationCursor
		if err := keyset.Read(f.After, "after", &c); err != nil {
			return page, err
		}
		add("(a.signed_on, a.id) < (?, ?)", c.On, c.ID)
	}
	limit := f.Limit
	if limit <= 0 || limit > 100 {
		limit = 30
	}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select `+authorisationColumns+` from authorisation a join person p on p.id = a.person_id where `+strings.Join(where, " and ")+
			fmt.Sprintf(` order by a.signed_on desc, a.id desc limit %d`, limit+1), args...)
		if err != nil {
			return err
		}
		list, err := pgx.CollectRows(rows, s.scanAuthorisation)
		if len(list) > limit {
			list = list[:limit]
			page.Next = keyset.Write(authorisationCursor{list[limit-1].SignedOn, list[limit-1].ID})
		}
		page.Authorisations = append(page.Authorisations, list...)
		return err
	})
	return page, err
}

// AuthorisationDetail is one authorisation with what was signed.
type AuthorisationDetail struct {
	Authorisation
	Text      string `json:"text" doc:"as it was signed; empty where only the paper of the case has it"`
	Digest    string `json:"digest" doc:"SM3 of the text, kept when it was signed"`
	Unchanged bool   `json:"unchanged" doc:"the text still has that digest"`
	Signature bool   `json:"signature" doc:"a drawn signature is kept"`
	Scan      bool   `json:"scan" doc:"a scan is kept"`
}

// AuthorisationOf reads one authorisation with its text, and tells whether the text still has the digest of that day.
func (s *Service) AuthorisationOf(ctx context.Context, actor access.Actor, person, id uuid.UUID) (AuthorisationDetail, error) {
	var d AuthorisationDetail
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return d, err
	}
	list, err := s.authorisations(ctx, actor, `a.person_id = $1 and a.id = $2`, person, id)
	if err == nil && len(list) == 0 {
		err = errs.Missing("这份授权书")
	}
	if err != nil {
		return d, err
	}
	d.Authorisation = list[0]
	return d, s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		var sealed, digest []byte
		if err := tx.QueryRow(ctx, `select text_sealed, text_digest, exists (select from authorisation_image i where i.person_id = a.person_id and i.authorisation_id = a.id and i.kind = 'signature'),
  scan_id is not null or exists (select from authorisation_image i where i.person_id = a.person_id and i.authorisation_id = a.id and i.kind = 'scan')
from authorisation a where a.person_id = $1 and a.id = $2`, person, id).Scan(&sealed, &digest, &d.Signature, &d.Scan); err != nil || sealed == nil {
			return err
		}
		text, err := s.keys.OpenBytes(fieldText, sealed)
		if err != nil {
			return err
		}
		now := sm3.Sum(text)
		d.Text, d.Digest, d.Unchanged = string(text), hex.EncodeToString(digest), string(now[:]) == string(digest)
		return nil
	})
}

// AuthorisationImage opens the signature or the scan of an authorisation, which is audited.
func (s *Service) AuthorisationImage(ctx context.Context, actor access.Actor, person, id uuid.UUID, kind string) (mime string, content []byte, err error) {
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return "", nil, err
	}
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		var sealed, digest []byte
		var number string
		var place int64
		err := tx.QueryRow(ctx, `select i.mime, i.sealed, i.digest, a.number, a.division from authorisation_image i
join authorisation a on a.person_id = i.person_id and a.id = i.authorisation_id where i.person_id = $1 and i.authorisation_id = $2 and i.kind = $3`, person, id, kind).
			Scan(&mime, &sealed, &digest, &number, &place)
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("这份授权书的图像")
		}
		if err != nil {
			return err
		}
		if content, err = s.keys.OpenBytes(fieldImage, sealed); err != nil {
			return err
		}
		if sum := sm3.Sum(content); string(sum[:]) != string(digest) {
			return errs.New(errs.Internal, "image_changed", "图像与签署时的摘要不一致，请联系系统管理员。")
		}
		return audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "verification.read", ObjectKind: "authorisation", ObjectID: number, Root: person, Division: place,
			After: map[string]any{"opened": kind}})
	})
	return mime, content, err
}

// AuthorisationText is what a person would sign, to be read before signing. It writes nothing.
func (s *Service) AuthorisationText(ctx context.Context, actor access.Actor, in AuthorisationInput) (string, error) {
	if err := access.Check(actor, "verification.authorise", access.Listing); err != nil {
		return "", err
	}
	var text string
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		who, err := s.signer(ctx, tx, in.PersonID)
		if err != nil {
			return err
		}
		if len(in.Classes) == 0 {
			in.Classes = []string{"*"}
		}
		if in.SignedOn == 0 {
			in.SignedOn = s.today()
		}
		text = s.authorisationText(&in, "", who, nil)
		return nil
	})
	return text, err
}
