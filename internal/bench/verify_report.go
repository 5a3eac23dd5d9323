package bench

import (
	"fmt"
	"strings"
)

// verifies writes the section on asking departments.
func (r *Report) verifies(b *strings.Builder) {
	v := r.Verify
	if v == nil {
		return
	}
	fmt.Fprintf(b, "\n## Asking departments\n\nBatches of people × %d sources over HTTP, one class each, against `deptsim -instant` in a process of its own on the same machine: signed messages of as many questions as the catalogue allows (30 to 100), %d messages to "+
		"a source at a time. Everything of a real run happens: authorisations held by the database, every question on the books before it leaves, answers checked, matched and sealed, raw messages sealed. The summary that follows an order, household by household, is measured by itself; these households draw no benefit, so what was found is listed and not held against a decision.\n\n", v.Sources, v.Lanes)
	w := newTable(b, "people", "answers", "people put in, s", "answered, s", "answers/s", "peak memory", "peak heap", "households", "summed up, s")
	for _, g := range v.Growth {
		w.row(count(g.People), count(g.Answers), fmt.Sprintf("%.1f", g.Prepare.Seconds()), fmt.Sprintf("%.1f", g.Answer.Seconds()), whole(float64(g.Answers)/g.Answer.Seconds()), memory(g.RSS), memory(g.Heap), count(g.Households), fmt.Sprintf("%.1f", g.Summary.Seconds()))
	}
	w.end()
	c := v.Cancel
	fmt.Fprintf(b, "\nAnother order about the people of the largest, cancelled while all of its %s lines waited: the officer had an answer after %.1f s, the last line had ended after %.1f s. Nothing of it leaves from the first moment on.\n", count(c.Lines), c.Told.Seconds(), c.Ended.Seconds())
	fmt.Fprintf(b, "\nBeside it, %s messages of the largest order (%s questions) again, over as many lanes:\n\n", count(v.Messages), count(v.Questions))
	w = newTable(b, "arm", "answers/s", "times the platform")
	for _, a := range []struct {
		name string
		rate float64
	}{{"the platform, largest order", v.Program}, {"the same rows written by plain batched statements with ready values: two transactions a message, same keys and indexes, no triggers", v.Plain},
		{"the simulator alone: signed questions sent, answers thrown away", v.Ceiling}} {
		w.row(a.name, whole(a.rate), fmt.Sprintf("%.2f", a.rate/v.Program))
	}
	w.end()
}
