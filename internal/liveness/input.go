package liveness

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// The ways to choose people.
const (
	BySample = "sample"
	ByRule   = "rule"
)

// Kinds are the categories that a campaign may be about: those with a running benefit.
var Kinds = []string{"dibao", "dibao_single", "tekun", "orphan", "unsupported_child", "disability_living", "disability_nursing"}

// LivenessSelection says who a campaign is about: everybody of the rule, or a sample of them.
type LivenessSelection struct {
	Categories []string `json:"categories" maxItems:"20" doc:"on benefit as one of these; empty: all"`
	AgeFrom    int      `json:"age_from,omitempty" minimum:"0" maximum:"150" doc:"years; 0: no limit"`
	AgeTo      int      `json:"age_to,omitempty" minimum:"0" maximum:"150" doc:"years, this one included; 0: no limit"`
	Months     int      `json:"months,omitempty" minimum:"0" maximum:"120" doc:"no proof of life for so many months; 0: whenever"`
	Percent    int      `json:"percent,omitempty" minimum:"0" maximum:"100" doc:"of a sample; or number"`
	Number     int      `json:"number,omitempty" minimum:"0" maximum:"1000000" doc:"of people in a sample; or percent"`
}

// LivenessInput starts a campaign, or asks what it would be.
type LivenessInput struct {
	ID     uuid.UUID         `json:"id" doc:"made by the client, so that a second submit starts nothing twice; the draw depends on it"`
	Place  int64             `json:"place" doc:"12-digit code; the actor's own place or one below it"`
	Title  string            `json:"title" maxLength:"100"`
	Method string            `json:"method" enum:"sample,rule"`
	Choice LivenessSelection `json:"choice"`
	Due    calendar.Date     `json:"due,omitzero" doc:"last day of the invitations; none: by the pack"`
}

// check completes the input and tells every fault.
func (s *Service) check(in *LivenessInput, titled bool) error {
	var c errs.Collector
	if in.ID == uuid.Nil {
		c.Add("id", "缺少认证批次的编号，请刷新页面后重试。")
	}
	if _, ok := s.places.Get(in.Place); !ok {
		c.Add("place", "没有这个行政区划，请从列表中选择。")
	}
	if in.Title = strings.TrimSpace(in.Title); titled && in.Title == "" {
		c.Add("title", "请写一个名称，便于以后查找。")
	}
	if len([]rune(in.Title)) > 100 {
		c.Add("title", "名称有 %d 个字，请缩短到 100 个字以内。", len([]rune(in.Title)))
	}
	ch := &in.Choice
	if len(ch.Categories) == 0 {
		ch.Categories = slices.Clone(Kinds)
	}
	slices.Sort(ch.Categories)
	ch.Categories = slices.Compact(ch.Categories)
	for _, k := range ch.Categories {
		if !slices.Contains(Kinds, k) {
			c.Add("choice.categories", "没有救助类别 %s，请从列表中选择。", k)
		}
	}
	if ch.AgeTo > 0 && ch.AgeTo < ch.AgeFrom {
		c.Add("choice.age_to", "年龄上限 %d 岁小于下限 %d 岁，请核对。", ch.AgeTo, ch.AgeFrom)
	}
	switch {
	case in.Method == ByRule:
		ch.Percent, ch.Number = 0, 0
	case in.Method != BySample:
		c.Add("method", "请选择按抽样还是按规则。")
	case ch.Percent > 0 && ch.Number > 0:
		c.Add("choice.number", "比例和人数只能填一个，请去掉一个。")
	case ch.Percent <= 0 && ch.Number <= 0:
		c.Add("choice.percent", "请填写抽取的比例（1–100）或人数。")
	case ch.Percent > 100:
		c.Add("choice.percent", "比例不能超过 100%%，请改小。")
	}
	if in.Due != 0 && in.Due < s.today() {
		c.Add("due", "认证截止日 %s 已经过去，请改为今天或以后的日期。", in.Due)
	}
	return c.Err()
}

// terms are the days that the pack in force gives at the place. Those without a document are marked.
type terms struct {
	answer, visit, decide int
	samples               []string
}

func (s *Service) terms(place int64) (terms, error) {
	pack, err := s.library.At(place, s.today())
	if err != nil {
		return terms{}, err
	}
	var t terms
	for _, p := range []struct {
		id string
		to *int
	}{{"liveness_answer_days", &t.answer}, {"liveness_visit_days", &t.visit}, {"liveness_decide_days", &t.decide}} {
		used, err := pack.Parameter(p.id, place, s.today(), nil)
		if err != nil {
			return t, err
		}
		n, _ := used.Value.(int64)
		*p.to = int(n)
		if used.Status == policySample {
			t.samples = append(t.samples, used.Label)
		}
	}
	return t, nil
}
