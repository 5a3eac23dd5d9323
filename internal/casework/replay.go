package casework

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// Replay is a decision worked out again on its own facts and its own version of the policy.
type Replay struct {
	CaseID  uuid.UUID      `json:"case_id"`
	Number  string         `json:"number"`
	Item    string         `json:"item"`
	Date    calendar.Date  `json:"date" doc:"the day that the decision was taken for"`
	Pack    policy.PackRef `json:"pack" doc:"the version it stood on"`
	Current bool           `json:"current" doc:"that version is the one in force today"`
	Equal   bool           `json:"equal"`
	Lines   []ReplayLine   `json:"lines"`
}

// ReplayLine is one thing compared.
type ReplayLine struct {
	What  string `json:"what"`
	Then  string `json:"then"`
	Now   string `json:"now"`
	Equal bool   `json:"equal"`
}

type decisionRow struct {
	id       uuid.UUID
	number   string
	division int64
	outcome  string
	amount   int64
	facts    []byte
	result   []byte
	names    map[string]string
}

// ReplayNumber is Replay for a case's number.
func (s *Service) ReplayNumber(ctx context.Context, actor access.Actor, number string) (Replay, error) {
	if err := access.Check(actor, "policy.replay", access.Listing); err != nil {
		return Replay{}, err
	}
	var id uuid.UUID
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select id from cases where number = $1`, strings.ToUpper(strings.TrimSpace(number))).Scan(&id)
	})
	if errs.Is(err, errs.NotFound) {
		return Replay{}, errs.Missing("受理号为 " + number + " 的案件")
	}
	if err != nil {
		return Replay{}, err
	}
	return s.Replay(ctx, actor, id)
}

// Replay evaluates a decided case again: the facts that were stored with the decision, exactly the version of the pack that it
// names, and compares outcome, amount, figures, rules and members line by line. Errors: Conflict where the case is not decided,
// NotFound where the store does not keep the version, saying what is missing.
func (s *Service) Replay(ctx context.Context, actor access.Actor, id uuid.UUID) (Replay, error) {
	if err := access.Check(actor, "policy.replay", access.Listing); err != nil {
		return Replay{}, err
	}
	d, err := s.decisionOf(ctx, actor, id)
	if err != nil {
		return Replay{}, err
	}
	if err := access.Check(actor, "policy.replay", access.At(d.division)); err != nil {
		return Replay{}, err
	}
	var then policy.Result
	dec := json.NewDecoder(bytes.NewReader(d.result))
	dec.UseNumber()
	if err := dec.Decode(&then); err != nil || then.Pack.Digest == "" {
		return Replay{}, errs.New(errs.Conflict, "no_result", "这个决定没有存下当时的政策结论，无法重算。").Because(err)
	}
	pack, err := s.packs.ByDigest(ctx, then.Pack.Digest)
	if err != nil {
		return Replay{}, err
	}
	in, err := pack.DecodeInput(bytes.NewReader(d.facts))
	if err != nil {
		return Replay{}, errs.New(errs.Conflict, "facts_unreadable", "当时的事实按当时的政策包读不通，无法重算：%s", errs.As(err).Message).Because(err)
	}
	for i := range in.Members {
		in.Members[i].Name = d.names[in.Members[i].ID]
	}
	now, err := pack.Evaluate(then.Item, in)
	if err != nil {
		return Replay{}, err
	}
	out := Replay{CaseID: d.id, Number: d.number, Item: then.ItemName, Date: in.Date, Pack: then.Pack, Equal: true, Lines: compare(&then, now)}
	out.Lines = append(out.Lines, d.against(now))
	if p, err := s.packs.Named(then.Pack.Name, s.today()); err == nil {
		out.Current = p.Digest == then.Pack.Digest
	}
	for _, l := range out.Lines {
		out.Equal = out.Equal && l.Equal
	}
	return out, nil
}

func (s *Service) decisionOf(ctx context.Context, actor access.Actor, id uuid.UUID) (d decisionRow, err error) {
	err = s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		d = decisionRow{id: id, names: map[string]string{}}
		if err := tx.QueryRow(ctx, `select number, division from cases where id = $1`, id).Scan(&d.number, &d.division); err != nil {
			return err
		}
		err := tx.QueryRow(ctx, `select outcome, amount_fen, facts, result from case_decision where case_id = $1`, id).Scan(&d.outcome, &d.amount, &d.facts, &d.result)
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.New(errs.Conflict, "not_decided", "案件 %s 还没有作出决定，没有可以重算的结论。", d.number)
		}
		if err != nil {
			return err
		}
		rows, err := tx.Query(ctx, `select person_id, name from case_member where case_id = $1`, id)
		if err != nil {
			return err
		}
		var person uuid.UUID
		var name string
		_, err = pgx.ForEachRow(rows, []any{&person, &name}, func() error { d.names[person.String()] = name; return nil })
		return err
	})
	if errs.Is(err, errs.NotFound) {
		return d, errs.Missing("该案件")
	}
	return d, err
}

// against compares what was decided with what the policy says: a confirmation stands on an eligible result and its amount.
func (d *decisionRow) against(now *policy.Result) ReplayLine {
	l := ReplayLine{What: "决定"}
	if d.outcome == StatusConfirmed {
		l.Then, l.Now = "确认，"+yuan(&d.amount), outcomeText(now)
		l.Equal = now.Outcome == policy.Eligible && (now.AmountFen == nil || *now.AmountFen == d.amount)
		return l
	}
	// A refusal may stand on more than the rules: it is shown, not measured.
	l.Then, l.Now, l.Equal = "不予确认", outcomeText(now), true
	return l
}

func outcomeText(r *policy.Result) string {
	switch r.Outcome {
	case policy.Eligible:
		return "符合，" + yuan(r.AmountFen)
	case policy.Ineligible:
		return "不符合"
	}
	return "证据不足"
}

func yuan(fen *int64) string {
	if fen == nil {
		return "无金额"
	}
	return fmt.Sprintf("每月 %s%d.%02d 元", sign(*fen), abs(*fen)/100, abs(*fen)%100)
}
