package exchange

import (
	"errors"

	"github.com/google/uuid"
)

// SheetAnswer is an answer with its first line in the file.
type SheetAnswer struct {
	Answer
	Row int
}

// ReadEach reads a sheet of answers like ReadAnswers, but goes on after a line that does not fit and tells them all. A question
// of which one line does not fit is not answered by its other lines. The error is a *SheetFault of the sheet as a whole.
func ReadEach(s *Source, t Table) ([]SheetAnswer, []SheetFault, error) {
	r, err := newAnswerReader(s, t)
	if err != nil {
		return nil, nil, err
	}
	var faults []SheetFault
	var rows []int
	spoilt := map[uuid.UUID]bool{}
	for i, row := range t.Rows[1:] {
		n := t.First + 1 + i
		err := r.line(n, row)
		for len(rows) < len(r.out) {
			rows = append(rows, n)
		}
		var f *SheetFault
		if errors.As(err, &f) {
			faults = append(faults, *f)
			if id, err := uuid.Parse(r.cell(row, "question")); err == nil {
				spoilt[id] = true
			}
		} else if err != nil {
			return nil, nil, err
		}
	}
	out := make([]SheetAnswer, 0, len(r.out))
	for i, a := range r.out {
		if !spoilt[a.ID] {
			out = append(out, SheetAnswer{a, rows[i]})
		}
	}
	return out, faults, nil
}
