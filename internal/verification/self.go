package verification

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/throttle"
)

// SelfPage is what a link shows to whom it was made for.
type SelfPage struct {
	Task           string              `json:"task" enum:"authorise,withdraw,asked"`
	Name           string              `json:"name" doc:"whom it is about"`
	Signer         string              `json:"signer"`
	Guardian       bool                `json:"guardian"`
	Office         string              `json:"office"`
	ByName         string              `json:"by_name"`
	Text           string              `json:"text,omitempty" doc:"what will be signed"`
	Purpose        string              `json:"purpose,omitempty"`
	ClassNames     []string            `json:"class_names,omitempty"`
	ValidUntil     *calendar.Date      `json:"valid_until"`
	Authorisations []SelfAuthorisation `json:"authorisations,omitempty" doc:"in force, to be withdrawn"`
	Asked          []AskedAbout        `json:"asked,omitempty"`
}

// SelfAuthorisation is one authorisation as its person sees it.
type SelfAuthorisation struct {
	ID         uuid.UUID      `json:"id"`
	Number     string         `json:"number"`
	Purpose    string         `json:"purpose"`
	ClassNames string         `json:"class_names"`
	SignedOn   calendar.Date  `json:"signed_on"`
	ValidUntil *calendar.Date `json:"valid_until"`
}

// SelfReceipt is what somebody gets who signed or withdrew.
type SelfReceipt struct {
	Number string        `json:"number"`
	On     calendar.Date `json:"on"`
}

// link is a row that a code opened.
type link struct {
	id, person    uuid.UUID
	place         int64
	task, signer  string
	terms         terms
	tail          []byte
	expires       time.Time
	tries         int
	opened, used  *time.Time
	revoked       *time.Time
	authorisation *uuid.UUID
	byName        string
	office        int64
	who           subject
}

// noLink answers every code that opens nothing, for whatever reason: nobody learns which codes there are or were.
func noLink() error {
	return errs.New(errs.NotFound, "link_not_found", "打不开：代码或身份证后六位不对，或者链接已经用过、过期。请核对后再试；还不行，请联系给您链接的工作人员。")
}

// open finds the link of a code for whom the last six characters of the ID number are right, and runs do in the same transaction.
// A wrong tail is counted and audited in a transaction of its own, so that it stays counted. retry lets a link that was used for
// that authorisation answer once more.
func (s *Service) open(ctx context.Context, actor access.Actor, code, tail string, retry uuid.UUID, do func(tx pgx.Tx, by access.Actor, l *link) error) error {
	if err := access.Check(actor, "public.authorise", access.Listing); err != nil {
		return err
	}
	if !s.guests.Take(throttle.Network(actor.Remote), s.now()) {
		return errs.New(errs.TooMany, "too_many_tries", "试得太频繁，请过几分钟再试。")
	}
	wrong := false
	err := s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		wrong = false
		l, err := s.readLink(ctx, tx, code)
		if err != nil {
			return err
		}
		now := s.now()
		again := l.used != nil && retry != uuid.Nil && l.authorisation != nil && *l.authorisation == retry
		if l.revoked != nil || l.used != nil && !again || !l.expires.After(now) || l.tries >= maxTries {
			return noLink()
		}
		by := access.Public(actor.Remote)
		by.Name = l.signer + "（本人自助）"
		if l.terms.Guardian {
			by.Name = l.signer + "（监护人自助）"
		}
		if !s.tailFits(l, tail) {
			wrong = true
			if _, err := tx.Exec(ctx, `update self_service_link set tries = tries + 1 where id = $1`, l.id); err != nil {
				return err
			}
			return audit.Write(ctx, tx, now, access.Public(actor.Remote), audit.Event{Action: "public.authorise", ObjectKind: "self_service_link", ObjectID: l.id.String(), Root: l.person, Division: l.place,
				After: map[string]any{"refused": "身份证后六位不对", "tries": l.tries + 1}})
		}
		return do(tx, by, l)
	})
	if err == nil && wrong {
		err = noLink()
	}
	return err
}

func (s *Service) readLink(ctx context.Context, tx pgx.Tx, code string) (*link, error) {
	var l link
	var raw []byte
	err := tx.QueryRow(ctx, `select id, person_id, division, task, terms, signer, tail_blind, expires_at, tries, opened_at, used_at, revoked_at, authorisation_id, by_name, office
from self_service_link where code_blind = $1 for update`, s.keys.Blind(fieldCode, plainCode(code))).
		Scan(&l.id, &l.person, &l.place, &l.task, &raw, &l.signer, &l.tail, &l.expires, &l.tries, &l.opened, &l.used, &l.revoked, &l.authorisation, &l.byName, &l.office)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, noLink()
	}
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(raw, &l.terms); err != nil {
		return nil, err
	}
	l.who, err = s.signer(ctx, tx, l.person)
	return &l, err
}

func (s *Service) tailFits(l *link, tail string) bool {
	tail = strings.ToUpper(strings.TrimSpace(tail))
	if !sixLast.MatchString(tail) {
		return false
	}
	if l.tail != nil {
		return string(s.keys.Blind(fieldTail, l.id.String()+tail)) == string(l.tail)
	}
	return strings.HasSuffix(l.who.number, tail)
}

// OpenLink shows what a link is for. Opening is audited.
func (s *Service) OpenLink(ctx context.Context, actor access.Actor, code, tail string) (SelfPage, error) {
	var page SelfPage
	var person uuid.UUID
	err := s.open(ctx, actor, code, tail, uuid.Nil, func(tx pgx.Tx, by access.Actor, l *link) error {
		now := s.now()
		until := l.expires
		if l.task == ToSeeAsked && l.opened == nil {
			if end := now.Add(readingLives); end.Before(until) {
				until = end
			}
		}
		if _, err := tx.Exec(ctx, `update self_service_link set opened_at = coalesce(opened_at, $2), expires_at = $3 where id = $1`, l.id, now, until); err != nil {
			return err
		}
		person = l.person
		page = SelfPage{Task: l.task, Name: l.who.name, Signer: l.signer, Guardian: l.terms.Guardian, Office: s.places.ShortName(l.office, division.City), ByName: l.byName, Purpose: l.terms.Purpose,
			ValidUntil: nullDate(l.terms.ValidUntil)}
		switch l.task {
		case ToAuthorise:
			in := l.signed(uuid.Nil, s.today())
			page.Text, page.ClassNames = s.authorisationText(&in, "", l.who, nil), strings.Split(s.classNames(l.terms.Classes), "、")
		case ToWithdraw:
			list, err := s.inForce(ctx, tx, l.person)
			if err != nil {
				return err
			}
			page.Authorisations = list
		}
		return audit.Write(ctx, tx, now, by, audit.Event{Action: "public.authorise", ObjectKind: "self_service_link", ObjectID: l.id.String(), Root: l.person, Division: l.place,
			After: map[string]any{"opened": l.task}})
	})
	if err == nil && page.Task == ToSeeAsked {
		page.Asked, err = s.askedAbout(ctx, person)
	}
	return page, err
}

func (s *Service) inForce(ctx context.Context, tx pgx.Tx, person uuid.UUID) ([]SelfAuthorisation, error) {
	rows, err := tx.Query(ctx, `select id, number, purpose, classes, signed_on, valid_until from authorisation
where person_id = $1 and withdrawn_at is null and (valid_until is null or valid_until >= $2) order by signed_on desc, id desc`, person, s.today())
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(r pgx.CollectableRow) (a SelfAuthorisation, err error) {
		var classes []string
		err = r.Scan(&a.ID, &a.Number, &a.Purpose, &classes, &a.SignedOn, &a.ValidUntil)
		a.ClassNames = s.classNames(classes)
		return a, err
	})
}

// signed is what the link's terms make of a signature.
func (l *link) signed(id uuid.UUID, today calendar.Date) AuthorisationInput {
	return AuthorisationInput{ID: id, PersonID: l.person, Purpose: l.terms.Purpose, Classes: l.terms.Classes, SignedHow: "online", SignedBy: l.signer, Guardian: l.terms.Guardian,
		Relation: l.terms.Relation, GuardianReason: l.terms.Reason, SignedOn: today, ValidUntil: l.terms.ValidUntil}
}

// SignLink signs what the link is for; the link is then used up. The same signature sent again, with the same id, is answered
// again and signs nothing twice.
func (s *Service) SignLink(ctx context.Context, actor access.Actor, code, tail string, id uuid.UUID, signature []byte) (SelfReceipt, error) {
	return s.useLink(ctx, actor, code, tail, ToAuthorise, id, func(tx pgx.Tx, by access.Actor, l *link) error {
		in := l.signed(id, s.today())
		in.Signature = signature
		return s.authorise(ctx, tx, by, &in)
	})
}

// WithdrawByLink ends an authorisation that the link's person chose; the link is then used up.
func (s *Service) WithdrawByLink(ctx context.Context, actor access.Actor, code, tail string, id uuid.UUID) (SelfReceipt, error) {
	return s.useLink(ctx, actor, code, tail, ToWithdraw, id, func(tx pgx.Tx, by access.Actor, l *link) error {
		return s.withdraw(ctx, tx, by, l.person, id, "本人网上撤回")
	})
}

func (s *Service) useLink(ctx context.Context, actor access.Actor, code, tail, task string, id uuid.UUID, do func(tx pgx.Tx, by access.Actor, l *link) error) (SelfReceipt, error) {
	receipt := SelfReceipt{On: s.today()}
	if id == uuid.Nil {
		return receipt, errs.Bad("id", "缺少编号，请刷新页面后重试。")
	}
	err := s.open(ctx, actor, code, tail, id, func(tx pgx.Tx, by access.Actor, l *link) error {
		if l.task != task {
			return noLink()
		}
		if l.used == nil {
			if err := do(tx, by, l); err != nil {
				return err
			}
			if _, err := tx.Exec(ctx, `update self_service_link set used_at = $2, authorisation_id = $3 where id = $1`, l.id, s.now(), id); err != nil {
				return err
			}
		}
		return tx.QueryRow(ctx, `select number from authorisation where person_id = $1 and id = $2`, l.person, id).Scan(&receipt.Number)
	})
	return receipt, err
}
