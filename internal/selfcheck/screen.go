package selfcheck

import (
	"strings"

	"zhongfu/internal/policy"
	"zhongfu/internal/policy/advise"
)

// viewer writes advice for people.
type viewer struct {
	pack   *policy.Pack
	people []string
	town   string
}

func (v viewer) screen(s advise.Screen) *Screen {
	out := &Screen{Topic: s.Topic, Questions: []Question{}}
	for _, q := range s.Questions {
		f := q.Fact
		lo, hi := f.Limits()
		view := Question{Fact: f.Key, Of: f.Of, Text: f.Question, Help: f.Help, Type: f.Type, Unit: f.Unit, Min: lo, Max: hi}
		for _, o := range f.Options {
			view.Options = append(view.Options, Choice{o.Code, o.Label})
		}
		if strings.HasPrefix(f.Help, "GB/T") {
			view.Help = "" // a code table helps nobody here
		}
		for _, m := range q.Members {
			view.People = append(view.People, Who{index(m), v.people[index(m)]})
		}
		view.Text = addressed(f.Question, view.People)
		out.Questions = append(out.Questions, view)
	}
	return out
}

// addressed puts into a question whom it is about: a fact of a member is written as 这个人 or 这个孩子.
func addressed(question string, people []Who) string {
	who := "下面每个人"
	switch {
	case len(people) == 0:
		return question
	case len(people) == 1:
		who = people[0].Label
	}
	question = strings.Replace(question, "这个人", who, 1)
	return strings.Replace(question, "这个孩子", who, 1)
}
