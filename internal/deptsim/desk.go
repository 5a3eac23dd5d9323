package deptsim

import (
	"fmt"

	"zhongfu/internal/exchange"
)

// FillSheet fills a question sheet as a clerk at a department's desk would, and returns the answer sheet in the same format,
// csv or xlsx. blank leaves the first so many questions without an answer, as a clerk does who has not finished.
func FillSheet(people *People, in exchange.Source, format string, sheet []byte, blank int) ([]byte, error) {
	rows, err := readTable(format, sheet)
	if err != nil {
		return nil, fmt.Errorf("deptsim: %w", err)
	}
	questions, purpose, err := readQuestions(rows)
	if err != nil {
		return nil, fmt.Errorf("deptsim: %w", err)
	}
	src := &source{Source: in, classes: map[string]*exchange.Class{}}
	for i := range src.Classes {
		src.classes[src.Classes[i].ID] = &src.Classes[i]
	}
	for i := range questions {
		if src.classes[questions[i].Class] == nil {
			return nil, fmt.Errorf("deptsim: 来源 %s 没有数据类 %q", in.ID, questions[i].Class)
		}
	}
	s := &Sim{o: Options{People: people}}
	q := &asked{exchange.Query{Source: in.ID, Purpose: purpose, Questions: questions[min(blank, len(questions)):]}}
	return writeTable(format, src.answerTable(s.answers(src, q)))
}
