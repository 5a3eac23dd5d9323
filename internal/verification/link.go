package verification

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// Tasks of a self-service link: one person does one of them, once.
const (
	ToAuthorise = "authorise" // read and sign an authorisation
	ToWithdraw  = "withdraw"  // end an authorisation
	ToSeeAsked  = "asked"     // read who asked (谁查过我)
)

// LinkInput asks for a link.
type LinkInput struct {
	ID         uuid.UUID
	PersonID   uuid.UUID
	Task       string
	Purpose    string        // of an authorisation
	Classes    []string      // of an authorisation; empty: all
	ValidUntil calendar.Date // of an authorisation; 0: until it is withdrawn
	Guardian   bool
	Signer     string // the guardian
	Relation   string
	Reason     string
	Tail       string // last six characters of the guardian's ID number
}

// terms are what a link's authorisation will say.
type terms struct {
	Purpose    string        `json:"purpose,omitempty"`
	Classes    []string      `json:"classes,omitempty"`
	ValidUntil calendar.Date `json:"valid_until,omitzero"`
	Guardian   bool          `json:"guardian,omitempty"`
	Relation   string        `json:"relation,omitempty"`
	Reason     string        `json:"reason,omitempty"`
}

// SelfLink is a link as the clerk sees it. The code is there once, when it is made.
type SelfLink struct {
	ID        uuid.UUID `json:"id"`
	Task      string    `json:"task" enum:"authorise,withdraw,asked"`
	Purpose   string    `json:"purpose,omitempty"`
	Signer    string    `json:"signer"`
	State     string    `json:"state" enum:"waiting,opened,used,expired,locked,revoked"`
	ExpiresAt time.Time `json:"expires_at"`
	ByName    string    `json:"by_name"`
	CreatedAt time.Time `json:"created_at"`
	Code      string    `json:"code,omitempty" doc:"only in the answer that makes it"`
}

// Bounds of links. What a link opens is little, its code is worth forty bits, and who tries is slowed down.
const (
	linkLives    = 24 * time.Hour
	readingLives = 30 * time.Minute // 谁查过我 stays open for so long after the first opening
	maxTries     = 5                // wrong last six characters
	guestsAtOnce = 20
	guestRefill  = 20 * time.Second
	codeLength   = 8
)

// codeLetters leaves out what is misread: 0 O 1 I L.
const codeLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

func newCode() (string, error) {
	out := make([]byte, 0, codeLength)
	for len(out) < codeLength {
		var b [16]byte
		if _, err := rand.Read(b[:]); err != nil {
			return "", err
		}
		for _, c := range b {
			// 31 letters: what lies above the last whole multiple would favour some.
			if int(c) < 256/len(codeLetters)*len(codeLetters) && len(out) < codeLength {
				out = append(out, codeLetters[int(c)%len(codeLetters)])
			}
		}
	}
	return string(out[:4]) + "-" + string(out[4:]), nil
}

// plainCode is how a code is kept in mind: without what people put between, in capitals.
func plainCode(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' || r == '\u3000' {
			return -1
		}
		return r
	}, strings.ToUpper(strings.TrimSpace(text)))
}

var sixLast = regexp.MustCompile(`^[0-9]{5}[0-9X]$`)

// Invite makes a link for one person and one task. Earlier links of the person for the task end. Errors: as Authorise, and the
// guardian's last six characters.
func (s *Service) Invite(ctx context.Context, actor access.Actor, in LinkInput) (SelfLink, error) {
	if err := access.Check(actor, "verification.authorise", access.Listing); err != nil {
		return SelfLink{}, err
	}
	code, err := newCode()
	if err != nil {
		return SelfLink{}, err
	}
	now := s.now()
	link := SelfLink{ID: in.ID, Task: in.Task, Purpose: in.Purpose, State: "waiting", ExpiresAt: now.Add(linkLives), ByName: actor.Name, CreatedAt: now, Code: code}
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		who, err := s.signer(ctx, tx, in.PersonID)
		if err != nil {
			return err
		}
		if err := s.checkLink(&in, who); err != nil {
			return err
		}
		link.Signer = who.name
		var tail []byte
		if in.Guardian {
			link.Signer, tail = in.Signer, s.keys.Blind(fieldTail, in.ID.String()+in.Tail)
		}
		raw, err := json.Marshal(terms{in.Purpose, in.Classes, in.ValidUntil, in.Guardian, in.Relation, in.Reason})
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `update self_service_link set revoked_at = $3 where person_id = $1 and task = $2 and used_at is null and revoked_at is null and tries < 5 and expires_at > $3 and id <> $4`,
			in.PersonID, in.Task, now, in.ID); err != nil {
			return err
		}
		tag, err := tx.Exec(ctx, `insert into self_service_link (code_blind, id, person_id, division, task, terms, signer, tail_blind, expires_at, by_id, by_name, office, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict on constraint self_service_link_id_key do nothing`,
			s.keys.Blind(fieldCode, plainCode(code)), in.ID, in.PersonID, who.place, in.Task, raw, link.Signer, tail, link.ExpiresAt, nullID(actor.Staff), actor.Name, actor.Division, now)
		if err != nil {
			return err
		}
		if tag.RowsAffected() == 0 {
			return errs.New(errs.Conflict, "already_made", "这个链接已经生成过，代码只显示一次。需要新的代码请重新生成。")
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "verification.authorise", ObjectKind: "self_service_link", ObjectID: in.ID.String(), Root: in.PersonID, Division: who.place,
			After: map[string]any{"task": in.Task, "purpose": in.Purpose, "classes": in.Classes, "signer": link.Signer, "expires_at": link.ExpiresAt}})
	})
	if err != nil {
		return SelfLink{}, s.refused(ctx, actor, audit.Event{Action: "verification.authorise", ObjectKind: "person", ObjectID: in.PersonID.String(), Root: in.PersonID,
			Division: actor.Division, After: map[string]any{"link": in.Task}}, err)
	}
	return link, nil
}

func (s *Service) checkLink(in *LinkInput, who subject) error {
	in.Signer, in.Relation, in.Reason, in.Tail = strings.TrimSpace(in.Signer), strings.TrimSpace(in.Relation), strings.TrimSpace(in.Reason), strings.ToUpper(strings.TrimSpace(in.Tail))
	if in.Guardian && !sixLast.MatchString(in.Tail) {
		return errs.Bad("tail", "请填写监护人身份证号的后六位，用于打开链接时核对。")
	}
	signedBy := who.name
	if in.Guardian {
		signedBy = in.Signer
	}
	if in.Task != ToAuthorise {
		in.Purpose, in.Classes, in.ValidUntil = "", nil, 0
	}
	// The same rules as for what is signed at the counter, but for what only the signing brings.
	probe := AuthorisationInput{ID: in.ID, PersonID: in.PersonID, Purpose: in.Purpose, Classes: in.Classes, SignedHow: "online", SignedBy: signedBy, Guardian: in.Guardian,
		Relation: in.Relation, GuardianReason: in.Reason, SignedOn: s.today(), ValidUntil: in.ValidUntil, Signature: []byte{0}}
	if err := s.checkAuthorisation(&probe, who); err != nil {
		return err
	}
	switch in.Task {
	case ToAuthorise:
		if purposeText[in.Purpose] == "" {
			return errs.Bad("purpose", "请选择授权的用途。")
		}
		in.Classes = probe.Classes
	case ToWithdraw, ToSeeAsked:
	default:
		return errs.Bad("task", "没有这种自助事项。")
	}
	return nil
}

const linkState = `case when revoked_at is not null then 'revoked' when used_at is not null then 'used' when tries >= 5 then 'locked'
  when expires_at <= $2 then 'expired' when opened_at is not null then 'opened' else 'waiting' end`

// Links lists the links of a person, the newest first.
func (s *Service) Links(ctx context.Context, actor access.Actor, person uuid.UUID) ([]SelfLink, error) {
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return nil, err
	}
	out := []SelfLink{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		if err := inRange(ctx, tx, person); err != nil {
			return err
		}
		rows, err := tx.Query(ctx, `select id, task, coalesce(terms->>'purpose', ''), signer, `+linkState+`, expires_at, by_name, created_at
from self_service_link where person_id = $1 order by created_at desc, id desc limit 50`, person, s.now())
		if err != nil {
			return err
		}
		var l SelfLink
		_, err = pgx.ForEachRow(rows, []any{&l.ID, &l.Task, &l.Purpose, &l.Signer, &l.State, &l.ExpiresAt, &l.ByName, &l.CreatedAt}, func() error { out = append(out, l); return nil })
		return err
	})
	return out, err
}

// Revoke ends a link that was not used.
func (s *Service) Revoke(ctx context.Context, actor access.Actor, person, id uuid.UUID) error {
	if err := access.Check(actor, "verification.authorise", access.Listing); err != nil {
		return err
	}
	return s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		now := s.now()
		var place int64
		err := tx.QueryRow(ctx, `update self_service_link set revoked_at = coalesce(revoked_at, $3) where person_id = $1 and id = $2 and used_at is null returning division`, person, id, now).Scan(&place)
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("这个未使用的链接")
		}
		if err != nil {
			return err
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "verification.authorise", ObjectKind: "self_service_link", ObjectID: id.String(), Root: person, Division: place,
			After: map[string]any{"revoked": true}})
	})
}
