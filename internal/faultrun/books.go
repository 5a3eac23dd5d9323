package faultrun

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/deptsim"
	"zhongfu/internal/exchange"
)

// books are the simulator's, as GET /stats?questions=1 gives them.
type books struct {
	Sources   map[string]deptsim.Counts
	Questions map[string]map[uuid.UUID][3]any // asked, answered, the faults it met
}

func (w *world) books(ctx context.Context) (b books, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, w.sim.URL()+"/stats?questions=1", nil)
	if err != nil {
		return b, err
	}
	req.Header.Set("Authorization", "Bearer "+w.sim.Admin())
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return b, err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return b, fmt.Errorf("faultrun: the simulator's books: %s", res.Status)
	}
	return b, json.NewDecoder(res.Body).Decode(&b)
}

// compare holds the platform's books against the simulator's.
func (w *world) compare(ctx context.Context, r *Report) error {
	b, err := w.books(ctx)
	if err != nil {
		return err
	}
	return w.app.DB.InRead(ctx, system, func(tx pgx.Tx) error {
		return errors.Join(w.orders(ctx, tx, r), w.sources(ctx, tx, r, b), w.questions(ctx, tx, r, b), w.answers(ctx, tx, r), w.sums(ctx, tx, r), w.compareDesks(ctx, tx, r), w.compareHours(ctx, tx, r))
	})
}

func (w *world) orders(ctx context.Context, tx pgx.Tx, r *Report) error {
	for _, q := range []struct {
		sql string
		to  *map[string]int
	}{{`select state, count(*) from verification_order group by state`, &r.Orders}, {`select state, count(*) from verification_item group by state`, &r.Items}} {
		*q.to = map[string]int{}
		rows, err := tx.Query(ctx, q.sql)
		if err != nil {
			return err
		}
		var state string
		var n int
		if _, err := pgx.ForEachRow(rows, []any{&state, &n}, func() error { (*q.to)[state] = n; return nil }); err != nil {
			return err
		}
	}
	all := 0
	for _, n := range r.Orders {
		all += n
	}
	r.promise("每件委托都结束", r.Orders["preparing"]+r.Orders["running"]+w.o.Orders-all)
	return nil
}

func (w *world) sources(ctx context.Context, tx pgx.Tx, r *Report, b books) error {
	rows, err := tx.Query(ctx, `select source, count(*), count(*) filter (where fault like '%签名%' or fault like '%证书%'), count(*) filter (where fault like '%不合格式%' or fault ~ '字段|记录|status'),
  count(*) filter (where fault like '%数据日期%'), count(*) filter (where fault like '%身份证号与所问%') from exchange_message group by source`)
	if err != nil {
		return err
	}
	by := map[string]*Source{}
	var one Source
	if _, err := pgx.ForEachRow(rows, []any{&one.ID, &one.Sent, &one.Forged, &one.WrongShape, &one.Stale, &one.WrongPerson}, func() error {
		s := one
		by[s.ID] = &s
		return nil
	}); err != nil {
		return err
	}
	for _, q := range []struct {
		sql string
		to  func(*Source, int)
	}{
		{`select source, count(*) from answer group by source`, func(s *Source, n int) { s.Taken = n }},
		{`select source, count(*) from inquiry group by source`, func(s *Source, n int) { s.Questions = n }},
		{`select source, count(*) from inquiry where state <> 'answered' group by source`, func(s *Source, n int) { s.Silent = n }},
		{`select object_id, count(*) from audit_event where action = 'verification.ask' and object_kind = 'exchange_source' group by object_id`, func(s *Source, n int) { s.Distrusted = n }},
		{`select object_id, count(*) from audit_event where action = 'verification.ask' and object_kind = 'exchange_source' and (after::text like '%came before%' or after::text like '%已经收过%') group by object_id`,
			func(s *Source, n int) { s.Replayed = n }},
	} {
		rows, err := tx.Query(ctx, q.sql)
		if err != nil {
			return err
		}
		var id string
		var n int
		if _, err := pgx.ForEachRow(rows, []any{&id, &n}, func() error {
			if by[id] != nil {
				q.to(by[id], n)
			}
			return nil
		}); err != nil {
			return err
		}
	}
	over := 0
	for _, src := range w.app.Catalogue.Sources() {
		s := by[src.ID]
		if s == nil {
			continue
		}
		c := b.Sources[src.ID]
		s.Name, s.Kind = src.Name, string(src.Transport.Kind)
		s.Heard, s.Asked, s.AskedMost = int(c.Messages), int(c.Questions), int(c.AskedMost)
		for _, n := range c.Answers {
			s.Said += int(n)
		}
		s.Said += w.desks.said(s.ID)
		for _, f := range c.Faults {
			s.Faults += int(f.Applied)
		}
		if s.AskedMost > attempts {
			over++
		}
		r.Sources = append(r.Sources, *s)
		for f, m := range c.Faults {
			if r.Faults == nil {
				r.Faults = map[deptsim.Fault]int{}
			}
			r.Faults[f] += int(m.Applied)
		}
	}
	r.promise(fmt.Sprintf("没有来源的问题被问超过 %d 次（来源自己的账）", attempts), over)
	return nil
}

// questions compares how often each question was asked.
func (w *world) questions(ctx context.Context, tx pgx.Tx, r *Report, b books) error {
	rows, err := tx.Query(ctx, `select q.id, q.source, q.attempts, q.state, (select count(*) from inquiry_ask a where a.person_id = q.person_id and a.inquiry_id = q.id) from inquiry q`)
	if err != nil {
		return err
	}
	known := map[uuid.UUID]bool{}
	var id uuid.UUID
	var source, state string
	var tries, asks int
	var more, beyond, differ, open, doubled int
	if _, err := pgx.ForEachRow(rows, []any{&id, &source, &tries, &state, &asks}, func() error {
		known[id] = true
		at := 0
		if l, ok := b.Questions[source][id]; ok {
			n, _ := l[0].(float64)
			at = int(n)
		}
		if at > tries {
			more++
		}
		if tries > attempts {
			beyond++
		}
		if tries != asks {
			differ++
		}
		if state == "waiting" || state == "asked" {
			open++
		}
		return nil
	}); err != nil {
		return err
	}
	unknown := 0
	for _, lines := range b.Questions {
		for id := range lines {
			if !known[id] {
				unknown++
			}
		}
	}
	if err := tx.QueryRow(ctx, `select count(*) from (select from inquiry group by person_id, class having count(*) > 1) x`).Scan(&doubled); err != nil {
		return err
	}
	r.promise("本方账上没有问题被问超过规定次数", beyond)
	r.promise("来源听到的次数不多于本方账上的次数", more)
	r.promise("每次询问在账上各有一行", differ)
	r.promise("来源听到的问题都在本方账上", unknown)
	r.promise("没有问题悬着", open)
	r.promise("答复仍新时没有就同一人同一类另开问题", doubled)
	return nil
}

// answers asks the simulator itself what it knows of the person whom each answer stands for.
func (w *world) answers(ctx context.Context, tx pgx.Tx, r *Report) error {
	rows, err := tx.Query(ctx, `select n.inquiry_id, n.class, n.source, n.status, n.as_of, n.records_digest, p.id_sealed from answer n join person p on p.id = n.person_id`)
	if err != nil {
		return err
	}
	today := clock.Today(clock.System{})
	var id uuid.UUID
	var class, source, status string
	var asOf calendar.Date
	var digest, sealed []byte
	var unheard, another, content, stale int
	if _, err := pgx.ForEachRow(rows, []any{&id, &class, &source, &status, &asOf, &digest, &sealed}, func() error {
		number, err := w.app.Keys.Open("person.id", sealed)
		if err != nil {
			return err
		}
		r.Answers++
		q, ok := w.heard[id]
		c, _ := w.app.Catalogue.Class(class)
		switch {
		case !ok || q.source != source || q.Class != class:
			unheard++
			return nil
		case q.IDNumber != number:
			another++
			return nil
		case c.Stale(asOf, today):
			stale++
		}
		truth, err := w.people.Knows(source, c, &q.Question)
		if err != nil {
			return err
		}
		want, err := w.digestOf(class, truth)
		if err != nil {
			return err
		}
		if want != hex.EncodeToString(digest) || string(truth.Status) != status || truth.AsOf != asOf {
			content++
		}
		return nil
	}); err != nil {
		return err
	}
	r.promise("每个答复都答的是来源听到过的问题", unheard)
	r.promise("没有答复挂在别人名下（来源记得问的是谁）", another)
	r.promise("答复内容就是来源所知的这个人的情况（逐条重算）", content)
	r.promise("没有过旧的数据被采用", stale)
	return nil
}

func (w *world) digestOf(class string, a exchange.Answer) (string, error) {
	records, err := w.app.Catalogue.CheckRecords(class, a)
	if err != nil {
		return "", err
	}
	if records == nil {
		records = []map[string]any{}
	}
	text, err := json.Marshal(records)
	if err != nil {
		return "", err
	}
	sum := sm3.Sum(text)
	return hex.EncodeToString(sum[:]), nil
}

// sums holds what was counted against what stands.
func (w *world) sums(ctx context.Context, tx pgx.Tx, r *Report) error {
	for _, q := range []struct{ what, sql string }{
		{"没有答复计数两次（消息账）", `select abs((select coalesce(sum(answers), 0) from exchange_message) - (select count(*) from answer))`},
		{"没有答复计数两次（来源统计）", `select abs((select coalesce(sum(found + empty + unknown), 0) from exchange_hour) - (select count(*) from answer))`},
		{"没有人就同一类有两个答复", `select count(*) from (select from answer group by person_id, class having count(*) > 1) x`},
		{"已答复的事项都有答复", `select count(*) from verification_item i where i.state = 'answered' and not exists (select from answer n where n.person_id = i.person_id and n.inquiry_id = i.inquiry_id)`},
		{"未答复的事项没有答复，也不算作零", `select count(*) from verification_item i where i.state <> 'answered' and exists (select from answer n where n.person_id = i.person_id and n.inquiry_id = i.inquiry_id)`},
		{"每次询问都有当时有效的授权", `select count(*) from inquiry_ask k where not exists (select from authorisation a where a.person_id = k.person_id and a.id = k.authorisation_id and a.purpose = k.purpose)`},
		{"每条采用过的原始答复都有摘要（窗口人员在屏幕上答的没有原始消息）", `select count(*) from exchange_message m where answers > 0 and raw_digest is null
  and exists (select from answer n where n.message_id = m.id and n.by_name = '')`},
		{"窗口的每个答复都有审计", `select count(*) from answer n where n.by_name <> '' and not exists (select from audit_event e where e.action = 'verification.desk' and e.root_id = n.person_id
  and e.after->>'answered' = n.inquiry_id::text)`},
	} {
		var n int
		if err := tx.QueryRow(ctx, q.sql).Scan(&n); err != nil {
			return err
		}
		r.promise(q.what, n)
	}
	return nil
}
