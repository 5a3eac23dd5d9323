package bench

import (
	"fmt"
	"strings"
)

// The aims of the policy section.
const (
	aimLoop        = 2.0       // times the Go loop over structs, on the same cores
	aimInterpreter = 30.0      // times quicker than the interpreter
	aimSheets      = 500_000.0 // households loaded a second
	aimStandard    = 3.0       // seconds for a changed standard, warm
)

func (r *Report) policies(b *strings.Builder) {
	p := r.Policy
	if p == nil {
		return
	}
	fmt.Fprintf(b, "\n## Policy over a population\n\nThe dibao rule set of Guangdong on %s over %s synthetic households with %s members, all facts of the rule known: exclusions, member values, "+
		"values, seven rules with their bits, amount; %s households are granted. The arms take turns; outcome, amount and failed rules of every household agree, in the sample of the interpreter too. "+
		"Times is how many times longer than the columnar engine on as many cores in the same turn; least – **median** – greatest of %d turns.\n\n",
		policyDay, count(p.Households), count(p.Members), count(p.Granted), r.Options.turns())
	w := newTable(b, "arm", "cores", "households/s, median", "times the columnar engine's time")
	for _, a := range p.Arms {
		w.row(a.Name, fmt.Sprint(a.Cores), whole(a.PerSecond.Median), a.Times.ratio())
	}
	w.end()
	b.WriteString("\nHow it grows (best of three; peak is the whole process with the population in memory):\n\n")
	w = newTable(b, "households", "s on one core", "s on all cores", "households/s on all", "peak memory", "")
	for _, g := range p.Growth {
		note := ""
		if g.Blocks > 1 {
			note = fmt.Sprintf("the same %s households %d times over", count(p.Households), g.Blocks)
		}
		w.row(count(g.Households), fmt.Sprintf("%.4f", g.Seconds[0]), fmt.Sprintf("%.4f", g.Seconds[1]), whole(float64(g.Households)/g.Seconds[1]), memory(g.PeakKB), note)
	}
	w.end()
	fmt.Fprintf(b, "\nThe whole pack, %d items in force, over %s households with what the generator leaves unknown left unknown: rules **%.2f s**; %s rows were decided by the interpreter. "+
		"A changed standard (pack, program and every item again, warm): **%.2f s**, aim ≤ %g s.\n", p.Whole.Items, count(p.Whole.Households), p.Whole.Rules, count(p.Whole.Interpreted), p.Whole.Standard, aimStandard)
	rate := func(s Spread) string { return whole(float64(p.Sheets.Households) / s.Median) }
	fmt.Fprintf(b, "\nLoading %s household sheets from PostgreSQL into columns, median of %d turns after one that warms up:\n\n", count(p.Sheets.Households), r.Options.turns())
	w = newTable(b, "what", "s", "households/s", "times the plain stream", "aim, households/s")
	w.row("plain stream of the same bytes", fmt.Sprintf("%.2f", p.Sheets.Plain.Median), rate(p.Sheets.Plain), "1", "")
	w.row("the facts that the dibao rules read", fmt.Sprintf("%.2f", p.Sheets.Load.Median), rate(p.Sheets.Load), p.Sheets.Ratio.ratio(), "≥ "+whole(aimSheets))
	w.row("all facts, for the whole pack", fmt.Sprintf("%.2f", p.Sheets.All.Median), rate(p.Sheets.All), p.Sheets.AllRatio.ratio(), "")
	w.end()
	fmt.Fprintf(b, "\nPeak memory %s.\n", memory(p.Sheets.PeakKB))
}

func (p *PolicyBench) sheetRate() float64 { return float64(p.Sheets.Households) / p.Sheets.Load.Median }

// missed lists the aims of the policy section that were not met.
func (p *PolicyBench) missed() []string {
	if p == nil {
		return nil
	}
	var out []string
	for i, a := range p.Arms {
		switch {
		case strings.HasPrefix(a.Name, "hand-written Go loop") && 1/a.Times.Median > aimLoop:
			out = append(out, fmt.Sprintf("policy: the columnar engine takes %s times the hand-written loop on %d cores; the aim is ≤ %g.", num(1/a.Times.Median), a.Cores, aimLoop))
		case i == len(p.Arms)-1 && a.Times.Median < aimInterpreter:
			out = append(out, fmt.Sprintf("policy: the columnar engine is %s times quicker than the interpreter; the aim is ≥ %g.", num(a.Times.Median), aimInterpreter))
		}
	}
	if p.Whole.Standard > aimStandard {
		out = append(out, fmt.Sprintf("policy: a changed standard takes %s s; the aim is ≤ %g s.", num(p.Whole.Standard), aimStandard))
	}
	if p.sheetRate() < aimSheets {
		out = append(out, fmt.Sprintf("policy: %s households a second are loaded; the aim is ≥ %s.", whole(p.sheetRate()), whole(aimSheets)))
	}
	return out
}
