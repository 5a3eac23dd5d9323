package demo

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casework"
	"zhongfu/internal/errs"
)

// script is one case to be played: how far, how long ago it began, and what is special about it.
type script struct {
	item    string // empty: dibao
	name    string
	until   string // the last act that is done: submit, supplement, accept, verify, survey, opinion, notice, objection, review, confirm, letter, withdraw, terminate
	waits   int    // working days since that act: larger than the step's limit makes the case late
	refuse  bool   // on its way to a refusal
	quiet   bool   // the item's procedure has no notice
	urgent  bool   // the verification left a source unanswered
	objects bool   // somebody objected during the notice
	kin     bool   // a near relative is disclosed
	differs bool   // verification found another wage than declared
	proxy   bool   // brought in by the village assistant
}

// scripts give every staffed town a case in every stage, some of them late.
var scripts = []script{
	{name: "刚提交", until: "submit", waits: 0},
	{name: "提交待受理", until: "submit", waits: 2, proxy: true},
	{name: "待补正", until: "supplement", waits: 1},
	{name: "已受理，核对与入户同时进行", until: "accept", waits: 1},
	{name: "已受理，超过开始时限", until: "accept", waits: 6},
	{name: "等核对，入户已完成", until: "survey-first", waits: 2},
	{name: "核对已出，等入户", until: "verify", waits: 1, differs: true},
	{name: "入户逾期", until: "verify", waits: 16},
	{name: "入户久拖未办，督办到省", until: "verify", waits: 58},
	{name: "待初审，来源不一致", until: "survey", waits: 1, differs: true},
	{name: "待初审，有来源未答复", until: "survey", waits: 1, urgent: true},
	{name: "待初审，不符合条件", until: "survey", waits: 1, refuse: true},
	{name: "待张贴公示", until: "opinion", waits: 0, differs: true},
	{name: "公示中", until: "notice", waits: 2},
	{name: "公示中，近亲属备案", until: "notice", waits: 1, kin: true},
	{name: "公示中，有异议待处理", until: "objection", waits: 1, objects: true},
	{name: "待县级审核", until: "ended", waits: 1},
	{name: "待县级审核，近亲属须入户", until: "ended", waits: 2, kin: true},
	{name: "待县级审核（拟不予确认）", until: "opinion", waits: 2, refuse: true},
	{name: "待确认", until: "review", waits: 1, differs: true},
	{name: "待确认", until: "review", waits: 2},
	{name: "待确认（拟不予）", until: "review", waits: 1, refuse: true},
	{name: "已确认待送达", until: "confirm", waits: 0},
	{name: "不予确认待送达", until: "confirm", waits: 1, refuse: true},
	{name: "上月确认办结", until: "letter", waits: 24, differs: true},
	{name: "办结", until: "letter", waits: 3},
	{name: "不予确认办结", until: "letter", waits: 8, refuse: true},
	{name: "撤回", until: "withdraw", waits: 9},
}

// playing is a case under way.
type playing struct {
	*player
	s    script
	h    *registered
	town int // 1 or 2
	who  int // index of the applicant among the household's members
	id   uuid.UUID
	day  calendar.Date // of the act that is being done
	last casework.CaseState
}

// length is how many working days after the submit each act is done; what follows the notice counts from its end.
var length = map[string]int{"submit": 0, "supplement": 1, "accept": 1, "verify": 3, "survey-first": 4, "survey": 4, "opinion": 6, "notice": 6,
	"objection": 8, "withdraw": 3, "review": 2, "confirm": 4, "letter": 5}

// noticeDays is how long the played notices hang; it only sets the pace of the play, the services use the pack's.
const noticeDays = 7

// schedule is the day of each act of a case that was handed in on begin.
func (s script) schedule(begin calendar.Date) map[string]calendar.Date {
	days := map[string]calendar.Date{}
	for act, n := range length {
		days[act] = calendar.AddWorkingDays(begin, n)
	}
	ended := days["opinion"]
	if !s.refuse && !s.quiet {
		ended = calendar.NextWorking(calendar.DueNatural(days["notice"], noticeDays).AddDays(1))
	}
	days["ended"] = ended
	for _, act := range []string{"review", "confirm", "letter"} {
		days[act] = calendar.AddWorkingDays(ended, length[act])
	}
	return days
}

// begin is the latest day on which the case was handed in so that its last act lies the script's waiting days back.
func (s script) begin(today calendar.Date) map[string]calendar.Date {
	for day := calendar.NextWorking(today); ; day = day.AddDays(-1) {
		if !calendar.IsWorkingDay(day) && day != today {
			continue
		}
		days := s.schedule(day)
		if last := days[s.until]; last <= today && calendar.WorkingDaysBetween(last, today) >= s.waits {
			return days
		}
	}
}

// play carries one case as far as its script says. The act's days are counted back from today, so that the case stands
// where the script says on the day the demonstration is loaded.
func (p *player) play(ctx context.Context, r role) error {
	s, h := r.s, r.h
	c := &playing{player: p, s: s, h: h, town: r.town, who: r.who}
	days := s.begin(p.today)
	for _, a := range c.acts() {
		c.day = days[a.name]
		p.on(c.day, a.hour)
		if err := a.do(ctx); err != nil {
			return fmt.Errorf("demo: %s（%s）%s: %w", s.name, h.Members[0].Name, a.name, err)
		}
		if err := p.follow(ctx); err != nil {
			return fmt.Errorf("demo: %s: follow-up of %s: %w", s.name, a.name, err)
		}
		if a.name == s.until {
			break
		}
	}
	return nil
}

type act struct {
	name string
	hour int
	do   func(context.Context) error
}

// acts are the acts of the script's road in order; play stops after the script's last one.
func (c *playing) acts() []act {
	head := []act{{"submit", 9, c.submit}}
	switch {
	case c.s.until == "supplement":
		return append(head, act{"supplement", 10, c.supplement})
	case c.s.until == "withdraw":
		return append(head, act{"accept", 10, c.accept}, act{"withdraw", 11, c.withdraw})
	case c.s.until == "survey-first":
		return append(head, act{"accept", 10, c.accept}, act{"survey-first", 15, c.survey})
	}
	head = append(head, act{"accept", 10, c.accept}, act{"verify", 11, c.verify}, act{"survey", 15, c.survey}, act{"opinion", 9, c.opinion})
	if !c.s.refuse && !c.s.quiet {
		head = append(head, act{"notice", 14, c.post})
		if c.s.objects {
			return append(head, act{"objection", 10, c.object})
		}
		head = append(head, act{"ended", 8, c.endNotice})
	}
	return append(head, act{"review", 15, c.review}, act{"confirm", 10, c.confirm}, act{"letter", 16, c.deliver})
}

// keep remembers where the case stands.
func (c *playing) keep(st casework.CaseState, err error) error {
	if err == nil {
		c.id, c.last = st.ID, st
	}
	return err
}

func (c *playing) clerk() access.Actor { return c.by("clerk", c.town) }

func (c *playing) endNotice(ctx context.Context) error {
	if _, err := c.casework.EndNotice(ctx, c.id); err != nil {
		return err
	}
	page, err := c.casework.Page(ctx, c.clerk(), c.id)
	if err != nil {
		return err
	}
	c.last.Version = page.Case.Version
	for _, s := range page.Steps {
		if s.Step == "review" && s.State == "open" {
			return nil
		}
	}
	return errs.New(errs.Internal, "notice_not_ended", "公示没有结束")
}
