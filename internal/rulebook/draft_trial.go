package rulebook

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// Trial is a draft as it would hold if it came into force now: its text with the approved standards laid over it.
type Trial struct {
	Pack    *policy.Pack
	Title   string
	Version int // of the draft that was read
}

// Trial reads a draft for a simulation; it archives nothing. Errors: a draft outside the actor's range, one that was dropped, one
// whose text does not load, with the first fault and its place.
func (s *Service) Trial(ctx context.Context, actor access.Actor, id uuid.UUID) (Trial, error) {
	d, err := s.readDraft(ctx, actor, id)
	if err != nil {
		return Trial{}, err
	}
	if d.State == "dropped" {
		return Trial{}, errs.Bad("draft", "草稿“%s”已经放弃。请选择另一份草稿。", d.Title)
	}
	out := Trial{Title: d.Title, Version: d.Version}
	s.checking.Lock()
	defer s.checking.Unlock()
	p, err := d.texts.load(d.Pack)
	if err != nil {
		return out, faulty(d.Title, "", err)
	}
	all, err := s.library.approved(ctx)
	if err != nil {
		return out, err
	}
	out.Pack = p
	if changes := changesFor(version{p, s.now()}, all); len(changes) > 0 {
		if out.Pack, err = p.WithParameters(changes); err != nil {
			return out, faulty(d.Title, "与已批准的标准调整冲突：", err)
		}
	}
	return out, nil
}

func faulty(title, what string, err error) error {
	problems, other := problemsOf(err)
	if other != nil || len(problems) == 0 {
		return err
	}
	first := problems[0]
	at := first.At.File
	if first.At.Line > 0 {
		at = fmt.Sprintf("%s 第 %d 行", at, first.At.Line)
	}
	return errs.Bad("draft", "草稿“%s”有 %d 处问题，不能测算。第一处在 %s：%s%s请到“政策版本”里检查并改正。", title, len(problems), at, what, first.Message).Because(err)
}
