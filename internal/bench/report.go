package bench

import (
	"fmt"
	"strings"
	"text/tabwriter"
)

// Markdown is the whole of docs/performance.md.
func (r *Report) Markdown() string {
	var b strings.Builder
	r.head(&b)
	if !r.section() {
		r.requests(&b)
		r.bulk(&b)
		r.apart(&b)
	}
	r.policies(&b)
	r.verifies(&b)
	r.short(&b)
	r.method(&b)
	return b.String()
}

// section tells whether one section alone was run.
func (r *Report) section() bool { return r.Options.Only == "policy" || r.Options.Only == "verify" }

func (r *Report) head(b *strings.Builder) {
	o := r.Options
	fmt.Fprintf(b, "# Performance\n\nWritten by `%s` on %s (version %s, %.0f s in all); do not edit by hand.\n\n", o.Command, r.Began.Format("2006-01-02 15:04"), o.Version, r.Took.Seconds())
	b.WriteString("Compare ratios, not milliseconds: each figure stands beside a baseline that was measured in the same minute on the same machine.\n\n")
	fmt.Fprintf(b, "- Machine: %s. Load average %s at the start, %s at the end: client, program, baseline and PostgreSQL share these cores.\n", r.Machine, r.BusyBefore, r.BusyAfter)
	fmt.Fprintf(b, "- PostgreSQL: %s.\n", r.Database)
	if r.section() {
		fmt.Fprintf(b, "- Only the section %s was run.\n", o.Only)
		return
	}
	fmt.Fprintf(b, "- Database: %s people in %s households, %s cases, %s of them open, %s of these before their confirmation; %d staff. Seed %d.\n",
		count(r.Build.People), count(r.Build.Households), count(r.Build.Cases), count(r.Build.Open), count(r.Build.Waiting), r.Build.Staff, r.Build.Seed)
	fmt.Fprintf(b, "- %d clients over loopback HTTP with keep-alive, %g s for each arm of each read in %d turns.\n\n", o.Clients, o.Seconds, o.turns())
}

func (r *Report) requests(b *strings.Builder) {
	b.WriteString("## Requests\n\nThe program against a plain `net/http` handler that runs the same statements over plain pgx and answers with as many bytes.\n")
	b.WriteString("Ratios are program ÷ baseline (throughput: baseline ÷ program), so 1 means equal and less is better; least – **median** – greatest of the turns.\n\n")
	w := newTable(b, "operation", "p50", "p99", "throughput", "aim")
	for _, m := range r.Operations {
		w.row(m.Name, m.Ratio.P50.ratio(), m.Ratio.P99.ratio(), m.Ratio.PerSecond.ratio(), fmt.Sprintf("≤ %g", m.Aim))
	}
	w.end()
	b.WriteString("\nWhat stands behind the ratios (median turn):\n\n")
	w = newTable(b, "operation", "p50 ms, program", "baseline", "p99 ms, program", "baseline", "answers/s, program", "baseline", "round trips", "statements", "answer bytes")
	for _, m := range r.Operations {
		w.row(m.Name, num(m.Program.P50.Median), num(m.Baseline.P50.Median), num(m.Program.P99.Median), num(m.Baseline.P99.Median),
			whole(m.Program.PerSecond.Median), whole(m.Baseline.PerSecond.Median), num(m.RoundTrips), num(m.Statement), count(m.Answer))
	}
	w.end()
}

func (r *Report) bulk(b *strings.Builder) {
	b.WriteString("\n## Bulk loads\n\n")
	if len(r.Loads) > 0 {
		b.WriteString("Against a plain `COPY` of the same rows, whose bytes were made beforehand (binary format, references unchecked as in the load itself). " +
			"The load's side makes the rows, seals fields, computes blind indexes and encodes.\n\n")
		w := newTable(b, "load", "rows", "time ÷ plain COPY", "s", "plain s", "rows/s", "plain rows/s")
		for _, l := range r.Loads {
			w.row(l.Name, count(l.Rows), l.Ratio.ratio(), num(l.Program.Median), num(l.Plain.Median), whole(l.ProgramPerSec), whole(l.PlainRowsPerSec))
		}
		w.end()
	}
	fmt.Fprintf(b, "\nThe measured database was built on %s by COPY alone: register %.1f s (%s people/s, generating and sealing included), cases %.1f s (%s cases/s, one policy evaluation each); "+
		"peak memory of the loading process %s.\n", r.Build.BuiltAt.Format("2006-01-02"), r.Build.RegisterSeconds, whole(float64(r.Build.People)/r.Build.RegisterSeconds),
		r.Build.CaseSeconds, whole(float64(r.Build.Cases)/r.Build.CaseSeconds), memory(r.Build.PeakKB))
}

func (r *Report) apart(b *strings.Builder) {
	if len(r.Parts) == 0 {
		return
	}
	b.WriteString("\n## Parts on their own, one core\n\n")
	w := newTable(b, "part", "per second, least – median – greatest of 5", "each")
	for _, p := range r.Parts {
		w.row(p.Name, fmt.Sprintf("%s – **%s** – %s %s", whole(p.PerSecond.Min), whole(p.PerSecond.Median), whole(p.PerSecond.Max), p.Unit), each(p.PerSecond.Median))
	}
	w.end()
}

// short says where an aim is missed.
func (r *Report) short(b *strings.Builder) {
	b.WriteString("\n## What falls short\n\n")
	missed := 0
	for _, m := range r.Operations {
		if m.Missed() {
			missed++
			fmt.Fprintf(b, "- %s: p50 %s, p99 %s times the baseline; the aim is ≤ %g.\n", m.Name, num(m.Ratio.P50.Median), num(m.Ratio.P99.Median), m.Aim)
		}
	}
	for _, m := range r.Policy.missed() {
		missed++
		fmt.Fprintf(b, "- %s\n", m)
	}
	if missed == 0 {
		b.WriteString("Nothing: every operation meets its aim at the median and at the 99th percentile of the median turn.\n")
	}
}

func (r *Report) method(b *strings.Builder) {
	b.WriteString(`
## Method

The database is built once by the synthetic generator of the demonstration and kept while seed, sizes, schema and keys stay the same.
Each run works on clones of it (` + "`create database … template … strategy file_copy`" + `), so that one run leaves nothing behind for the next.
The program is the whole of it: session cookie, token against forged requests, access table, row-level security, rules, audit, queue of
follow-up jobs, opening of sealed fields, JSON. Writes carry an idempotency key, as the screens send it. Background workers are off.

A sample of requests is first sent through the same program with an observer on its connections (pgx tracers), which notes every statement
with its arguments, batches and transaction boundaries. The baseline runs exactly these on a pool of its own with as many connections and the
same role, scans every row into variables of the columns' types, and writes a ready answer of the same length; JSON columns stay unparsed.
Left out of it is only the question who is asking, which the program itself asks once in five seconds for each session.
Reads: both arms on one clone, with the same requests. A search by ID number writes an audit event in both arms.
Writes: the observed requests run on the program's clone and their statements again on a second clone; the program's arm is measured with
further requests of the same kind, because each can be made once only. Both arms send the same number of requests in each turn.
A first turn warms up and is not counted. Within each turn the arms change places eight times, and who begins changes each time, so that a
change of the machine's pace meets both.
`)
	if r.Policy != nil {
		b.WriteString(`
The policy section decides the same households four ways. The hand-written loop is one pass over structs with the members of a household side by
side and the day of the eighteenth birthday worked out once; the SQL reads unlogged tables and writes an unlogged table. Facts that the generator
never sets (prisoners, firms, clergy) are sprinkled over its families so that every exclusion and rule comes out both ways. The whole pack runs on the
families as the generator makes them, unknown facts included, without the bits of the rules, its memory used again from the run before.
`)
	}
	if !r.section() && r.Options.People < 1_000_000 {
		fmt.Fprintf(b, "\nThis run used a smaller database than the benchmark asks for (%s of 1,000,000 people): take it as a trial.\n", count(r.Build.People))
	}
}

// table is a Markdown table whose columns line up in the source.
type table struct {
	w *tabwriter.Writer
}

func newTable(b *strings.Builder, columns ...string) *table {
	t := &table{tabwriter.NewWriter(b, 0, 0, 1, ' ', 0)}
	t.row(columns...)
	line := make([]string, len(columns))
	for i := range line {
		if line[i] = "---"; i > 0 {
			line[i] = "---:"
		}
	}
	t.row(line...)
	return t
}

func (t *table) row(cells ...string) { fmt.Fprintln(t.w, "| "+strings.Join(cells, "\t| ")+"\t|") }
func (t *table) end()                { _ = t.w.Flush() } // a strings.Builder does not fail

func (s Spread) ratio() string {
	return fmt.Sprintf("%s – **%s** – %s", num(s.Min), num(s.Median), num(s.Max))
}

func num(f float64) string { return fmt.Sprintf("%.2f", f) }

func whole(f float64) string { return count(int(f + .5)) }

// count writes thousands apart: 1,234,567.
func count(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func memory(kb int64) string {
	if kb == 0 {
		return "unknown"
	}
	return fmt.Sprintf("%d MiB", kb/1024)
}

// each is the time of one at a rate.
func each(rate float64) string {
	switch us := 1e6 / rate; {
	case us < 1:
		return fmt.Sprintf("%.0f ns", us*1000)
	case us < 1000:
		return fmt.Sprintf("%.2f µs", us)
	default:
		return fmt.Sprintf("%.2f ms", us/1000)
	}
}
