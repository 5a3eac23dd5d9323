package rulebook

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// Activation says from which day a version holds, and who proposed and approved it.
type Activation struct {
	ID           uuid.UUID     `json:"id"`
	Pack         string        `json:"pack"`
	Digest       string        `json:"digest"`
	ActiveFrom   calendar.Date `json:"active_from"`
	Origin       string        `json:"origin" enum:"program,person"`
	Emergency    bool          `json:"emergency"`
	Reason       string        `json:"reason"`
	State        string        `json:"state" enum:"proposed,approved,refused,cancelled"`
	ProposedBy   *uuid.UUID    `json:"proposed_by,omitempty"`
	ProposedName string        `json:"proposed_by_name"`
	ProposedAt   time.Time     `json:"proposed_at"`
	ApprovedName string        `json:"approved_by_name,omitempty"`
	ApprovedAt   *time.Time    `json:"approved_at,omitempty"`
	ClosedName   string        `json:"closed_by_name,omitempty"`
	ClosedAt     *time.Time    `json:"closed_at,omitempty"`
	ClosedReason string        `json:"closed_reason,omitempty"`
}

const activationColumns = `id, pack, digest, active_from, origin, emergency, reason, state, proposed_by, proposed_by_name, proposed_at,
	approved_by_name, approved_at, closed_by_name, closed_at, closed_reason`

func (a *Activation) scan(row pgx.Row) error {
	return row.Scan(&a.ID, &a.Pack, &a.Digest, &a.ActiveFrom, &a.Origin, &a.Emergency, &a.Reason, &a.State, &a.ProposedBy, &a.ProposedName, &a.ProposedAt,
		&a.ApprovedName, &a.ApprovedAt, &a.ClosedName, &a.ClosedAt, &a.ClosedReason)
}

// Proposal asks that a draft, or a version already archived, comes into force on a day.
type Proposal struct {
	ID         uuid.UUID // the client's
	Draft      uuid.UUID // zero: an archived version
	DraftSeen  int       // version of the draft that was checked
	Pack       string
	Digest     string // with no Draft
	ActiveFrom calendar.Date
	Emergency  bool // from today on, with its reason
	Reason     string
}

// Propose asks for a version to come into force. Only what loads whole, with its cases passing and open cases able to go on,
// can be proposed; the version is archived at this moment.
func (s *Service) Propose(ctx context.Context, actor access.Actor, in Proposal) (Activation, error) {
	if err := access.Check(actor, "policy.propose", access.At(actor.Division)); err != nil {
		return Activation{}, err
	}
	in.Reason = strings.TrimSpace(in.Reason)
	if err := s.checkDay(in.ActiveFrom, in.Emergency, in.Reason); err != nil {
		return Activation{}, err
	}
	p, files, err := s.proposed(ctx, actor, &in)
	if err != nil {
		return Activation{}, err
	}
	now := s.now()
	var a Activation
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "select pg_advisory_xact_lock($1)", lockKey); err != nil {
			return err
		}
		if in.Draft != uuid.Nil {
			if _, err := lockDraft(ctx, tx, in.Draft, in.DraftSeen); err != nil {
				return err
			}
			if _, err := tx.Exec(ctx, `update pack_draft set state = 'proposed', updated_at = $2, version = version + 1 where id = $1`, in.Draft, now); err != nil {
				return err
			}
			if _, err := archive(ctx, tx, p, files, archived{Origin: "draft", ByID: nullable(actor.Staff), By: actor.Name, At: now, Note: in.Reason}); err != nil {
				return err
			}
		}
		if err := a.scan(tx.QueryRow(ctx, `insert into pack_activation (id, pack, digest, active_from, origin, emergency, reason, state, proposed_by, proposed_by_name, proposed_at)
			values ($1, $2, $3, $4, 'person', $5, $6, 'proposed', $7, $8, $9) returning `+activationColumns,
			in.ID, p.Name, p.Digest, in.ActiveFrom, in.Emergency, in.Reason, actor.Staff, actor.Name, now)); err != nil {
			return err
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "policy.propose", ObjectKind: "policy", ObjectID: p.Digest, Division: actor.Division,
			After: map[string]any{"pack": p.Name, "version": p.Version, "active_from": in.ActiveFrom, "emergency": in.Emergency, "reason": in.Reason}})
	})
	return a, err
}

// checkDay lets a version begin tomorrow at the earliest, or today in an emergency that says why.
func (s *Service) checkDay(day calendar.Date, emergency bool, reason string) error {
	today := s.today()
	switch {
	case emergency && len([]rune(reason)) < 5:
		return errs.Bad("reason", "紧急启用须写明理由（至少 5 个字）。")
	case emergency && day != today:
		return errs.Bad("active_from", "紧急启用从今天（%s）起生效；不是今天的，请不要勾选紧急启用。", today)
	case !emergency && day <= today:
		return errs.Bad("active_from", "生效日最早为明天（%s）。确需今天生效的，请勾选紧急启用并写明理由。", today.AddDays(1))
	case day > today.AddMonths(24):
		return errs.Bad("active_from", "生效日超过两年，请核对年份。")
	}
	return nil
}

// proposed puts what is proposed through the gate.
func (s *Service) proposed(ctx context.Context, actor access.Actor, in *Proposal) (*policy.Pack, Files, error) {
	var files Files
	if in.Draft != uuid.Nil {
		d, err := s.readDraft(ctx, actor, in.Draft)
		if err != nil {
			return nil, nil, err
		}
		switch {
		case d.State != "open":
			return nil, nil, errs.New(errs.Conflict, "draft_closed", "这份草稿已经申请启用或已放弃，无需重复申请。")
		case d.Version != in.DraftSeen:
			return nil, nil, errs.New(errs.Conflict, "stale_draft", "草稿在检查之后又改过，请重新检查后再申请启用。")
		}
		in.Pack, files = d.Pack, d.texts
	}
	now, err := s.pack(actor, in.Pack)
	if err != nil {
		return nil, nil, err
	}
	if files == nil {
		v, err := s.library.version(ctx, in.Digest)
		if err != nil {
			return nil, nil, err
		}
		if v.pack.Name != now.Name {
			return nil, nil, errs.Bad("digest", "这个版本不是政策包 %s 的，请从版本列表中选择。", now.Name)
		}
		if files, err = filesOf(v.pack); err != nil {
			return nil, nil, err
		}
	}
	p, problems, err := s.gate(ctx, in.Pack, files)
	if err != nil {
		return nil, nil, err
	}
	if len(problems) > 0 {
		return nil, nil, errs.New(errs.Conflict, "gate_closed", "检查没有通过，不能申请启用：有 %d 处问题，第一处：%s", len(problems), problems[0].Message)
	}
	if held := s.library.now.Load().on(p.Name, in.ActiveFrom); held != nil && held.digest == p.Digest {
		return nil, nil, errs.New(errs.Conflict, "already_active", "这个版本在 %s 已经有效，内容没有变化，无需申请。", in.ActiveFrom)
	}
	return p, files, nil
}

// ApproveActivation lets a proposed version wait for its day: by another person than its proposer, before the day, with the gate
// passed once more.
func (s *Service) ApproveActivation(ctx context.Context, actor access.Actor, id uuid.UUID) (Activation, error) {
	a, err := s.activation(ctx, actor, "policy.approve", id)
	if err != nil {
		return a, err
	}
	v, err := s.library.version(ctx, a.Digest)
	if err != nil {
		return a, err
	}
	files, err := filesOf(v.pack)
	if err != nil {
		return a, err
	}
	_, problems, err := s.gate(ctx, a.Pack, files)
	if err != nil {
		return a, err
	}
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		if err := lockActivation(ctx, tx, id, &a); err != nil {
			return err
		}
		switch {
		case a.State != "proposed":
			return decided(a.State, a.ApprovedName+a.ClosedName)
		case a.ProposedBy != nil && *a.ProposedBy == actor.Staff:
			return errs.Denied("这份申请由您本人提出，应由另一位有批准职责的人员批准。")
		case len(problems) > 0:
			return errs.New(errs.Conflict, "gate_closed", "检查没有通过，不能批准：%s", problems[0].Message)
		}
		if err := s.checkDay(a.ActiveFrom, a.Emergency, a.Reason); err != nil {
			return errs.New(errs.Conflict, "day_passed", "申请的生效日 %s 已到或已过，不能批准；请退回，由申请人另定生效日。", a.ActiveFrom)
		}
		now := s.now()
		if err := a.scan(tx.QueryRow(ctx, `update pack_activation set state = 'approved', approved_by = $2, approved_by_name = $3, approved_at = $4
			where id = $1 returning `+activationColumns, id, actor.Staff, actor.Name, now)); err != nil {
			return err
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "policy.approve", ObjectKind: "policy", ObjectID: a.Digest, Division: actor.Division,
			Before: map[string]any{"state": "proposed"}, After: map[string]any{"state": "approved", "pack": a.Pack, "active_from": a.ActiveFrom}})
	})
	if err != nil {
		return a, err
	}
	return a, s.library.Refresh(ctx)
}

func decided(state, by string) error {
	words := map[string]string{"approved": "批准", "refused": "退回", "cancelled": "取消", "withdrawn": "撤回"}
	return errs.New(errs.Conflict, "already_decided", "这份申请已由%s%s，无需重复办理。", by, words[state])
}

func lockActivation(ctx context.Context, tx pgx.Tx, id uuid.UUID, a *Activation) error {
	if _, err := tx.Exec(ctx, "select pg_advisory_xact_lock($1)", lockKey); err != nil {
		return err
	}
	*a = Activation{}
	err := a.scan(tx.QueryRow(ctx, "select "+activationColumns+" from pack_activation where id = $1 for update", id))
	if errors.Is(err, pgx.ErrNoRows) {
		return errs.Missing("该申请")
	}
	return err
}

// activation reads one that concerns a pack of the actor's place.
func (s *Service) activation(ctx context.Context, actor access.Actor, action access.Action, id uuid.UUID) (Activation, error) {
	var a Activation
	if err := access.Check(actor, action, access.At(actor.Division)); err != nil {
		return a, err
	}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		a = Activation{}
		return a.scan(tx.QueryRow(ctx, "select "+activationColumns+" from pack_activation where id = $1", id))
	})
	if isMissing(err) {
		return a, errs.Missing("该申请")
	}
	if err != nil {
		return a, err
	}
	if _, err := s.pack(actor, a.Pack); err != nil {
		return a, errs.Missing("该申请")
	}
	return a, nil
}

// EndActivation refuses a proposal, takes one's own back, or cancels an approved version that still waits for its day. What
// is in force is never cancelled: another version replaces it.
func (s *Service) EndActivation(ctx context.Context, actor access.Actor, id uuid.UUID, reason string) (Activation, error) {
	a, err := s.activation(ctx, actor, "policy.propose", id)
	if err != nil {
		return a, err
	}
	if reason = strings.TrimSpace(reason); len([]rune(reason)) < 2 {
		return a, errs.Bad("reason", "请写明理由，申请人会看到。")
	}
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		if err := lockActivation(ctx, tx, id, &a); err != nil {
			return err
		}
		own, state := a.ProposedBy != nil && *a.ProposedBy == actor.Staff, "refused"
		switch {
		case a.State == "refused" || a.State == "cancelled":
			return decided(a.State, a.ClosedName)
		case a.State == "approved" && a.ActiveFrom <= s.today():
			return errs.New(errs.Conflict, "in_force", "这个版本已经生效，不能取消；请申请启用另一个版本（也可以是以前的版本）。")
		case a.State == "approved" || own:
			state = "cancelled"
		}
		if !own {
			if err := access.Check(actor, "policy.approve", access.At(actor.Division)); err != nil {
				return err
			}
		}
		now := s.now()
		before := a.State
		if err := a.scan(tx.QueryRow(ctx, `update pack_activation set state = $2, closed_by_name = $3, closed_at = $4, closed_reason = $5 where id = $1 returning `+activationColumns,
			id, state, actor.Name, now, reason)); err != nil {
			return err
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "policy.approve", ObjectKind: "policy", ObjectID: a.Digest, Division: actor.Division,
			Before: map[string]any{"state": before}, After: map[string]any{"state": state, "pack": a.Pack, "reason": reason}})
	})
	if err != nil {
		return a, err
	}
	return a, s.library.Refresh(ctx)
}
