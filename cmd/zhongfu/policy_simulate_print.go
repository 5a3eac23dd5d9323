package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"zhongfu/internal/simulation"
)

func (f *simulateFlags) print(out io.Writer, r *simulated) error {
	switch {
	case f.json:
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		return e.Encode(r)
	case f.csv:
		return printCSV(out, r)
	}
	return printTables(out, r)
}

// table is one part of the report; its first row is the head.
type table struct {
	title string
	rows  [][]string
}

func tables(r *simulated) []table {
	groups := func(title string, list []simulation.SimulationGroup) table {
		t := table{title: title, rows: [][]string{{"范围", "户", "人", "原符合户", "现符合户", "进入", "退出", "增加", "减少", "原月支出", "现月支出", "年增减"}}}
		for _, g := range list {
			if g.Withheld {
				t.rows = append(t.rows, []string{g.Name, "人数太少，不显示"})
				continue
			}
			t.rows = append(t.rows, []string{g.Name, n(g.Households), n(g.People), n(g.CoveredBefore), n(g.CoveredAfter), unless(g.Hides("moves"), g.Enters), unless(g.Hides("moves"), g.Leaves),
				unless(g.Hides("changes"), g.Gains), unless(g.Hides("changes"), g.Loses), yuan(g.MonthBefore), yuan(g.MonthAfter), yuan(g.YearAfter - g.YearBefore)})
		}
		return t
	}
	items := table{title: "各事项", rows: [][]string{{"事项", "单位", "原符合", "现符合", "进入", "退出", "增加", "减少", "证据不足", "算不出", "付款", "原金额", "现金额", "所用示例值、底线"}}}
	gaps := table{title: "应保未保（按现行政策，与登记比较）", rows: [][]string{{"事项", "已登记", "符合未登记", "登记不符合", "登记而证据不足"}}}
	for _, l := range r.Items {
		unit := map[string]string{"household": "户", "person": "人"}[l.Unit]
		if l.Withheld {
			items.rows = append(items.rows, []string{l.Name, unit, "少于 3，不显示", "", "", "", "", "", "", "", "", "", "", marks(&l)})
			continue
		}
		items.rows = append(items.rows, []string{l.Name, unit, n(l.Before), n(l.After), n(l.Enters), n(l.Leaves), n(l.Gains), n(l.Loses), n(l.Open), n(l.Faults),
			map[string]string{"none": "不发钱", "month": "按月", "year": "按年", "once": "一次性"}[l.Rhythm], yuan(l.FenBefore), yuan(l.FenAfter), marks(&l)})
		if l.Held != nil {
			gaps.rows = append(gaps.rows, []string{l.Name, n(*l.Held), n(*l.Uncovered), n(*l.Undue), n(*l.HeldOpen)})
		}
	}
	uneven := table{title: "与低保标准的差距和收入差距", rows: [][]string{{"", "已知收入的户", "低于标准的户", "差额合计（月）", "贫困发生率 P0", "贫困深度 P1", "贫困强度 P2", "基尼系数"}}}
	for i, q := range []simulation.Inequality{r.Before, r.After} {
		side := []string{"原", "现"}[i]
		if q.Withheld {
			uneven.rows = append(uneven.rows, []string{side, "少于 3 户，不显示"})
			continue
		}
		uneven.rows = append(uneven.rows, []string{side, n(q.Households), n(q.Poor), yuan(q.GapFen), share(q.P0), share(q.P1), share(q.P2), share(q.Gini)})
	}
	overlap := table{title: "同一户同时符合的事项（前 15 对）", rows: [][]string{{"事项", "事项", "原", "现", ""}}}
	for _, o := range r.Overlaps[:min(15, len(r.Overlaps))] {
		overlap.rows = append(overlap.rows, []string{o.A, o.B, n(o.Before), n(o.After), map[bool]string{true: "政策规定不能同时享受"}[o.Conflict]})
	}
	out := []table{groups("合计", []simulation.SimulationGroup{r.Total}), groups("各市", r.Cities), groups("城乡", r.Areas), groups("家庭类型（一户可属几类）", r.Types), items, uneven, overlap, collect(r), samples(r)}
	if len(gaps.rows) > 1 {
		out = append(out, gaps)
	}
	return append(out, groups("各县（市、区）", r.Counties))
}

func printTables(out io.Writer, r *simulated) error {
	fmt.Fprintf(out, "政策包 %s　日期 %s　%s\n", r.Pack, r.Day, r.Source)
	for _, c := range r.Changes {
		value := c.Value
		if value == "" {
			value = "城镇 " + c.Urban + "、农村 " + c.Rural
		}
		fmt.Fprintf(out, "改动：%s（%s）改为 %s（示例值，没有文件依据）\n", c.Parameter, strings.Join(c.Divisions, "、"), value)
	}
	fmt.Fprintln(out, "金额单位：元。进入、退出按户：原来一项也不符合而现在符合至少一项为进入，反之为退出；年增减不含一次性。")
	all := tables(r)
	for _, t := range all[:len(all)-1] { // counties only in CSV and JSON: there are more than a hundred
		fmt.Fprintf(out, "\n%s\n", t.title)
		w := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
		for _, row := range t.rows {
			fmt.Fprintln(w, strings.Join(row, "\t"))
		}
		if err := w.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// printCSV writes all tables one after another, each row beginning with its table. A byte order mark lets Excel read it.
func printCSV(out io.Writer, r *simulated) error {
	if _, err := io.WriteString(out, "\ufeff"); err != nil {
		return err
	}
	w := csv.NewWriter(out)
	for _, t := range tables(r) {
		for _, row := range t.rows {
			if err := w.Write(append([]string{t.title}, row...)); err != nil {
				return err
			}
		}
	}
	w.Flush()
	return w.Error()
}

// marks counts what an item takes from samples and floors; their names stand in a table of their own.
func marks(l *simulation.ItemLine) string {
	var parts []string
	if k := len(l.Samples); k > 0 {
		parts = append(parts, fmt.Sprintf("示例值 %d 项", k))
	}
	if k := len(l.Floors); k > 0 {
		parts = append(parts, fmt.Sprintf("省定底线 %d 项", k))
	}
	return strings.Join(parts, "、")
}

// collect says what evidence is missing, most households first.
func collect(r *simulated) table {
	t := table{title: fmt.Sprintf("先补什么证据（%d 户至少有一个事项证据不足）", r.Evidence.Households), rows: [][]string{{"类别", "事实", "缺的户", "只缺这一项", "可由谁核对", "等它最多的事项"}}}
	alone := func(v *int64) string {
		if v == nil {
			return "少于 3"
		}
		return n(*v)
	}
	for _, c := range r.Evidence.Classes {
		t.rows = append(t.rows, []string{c.Class, "（合计）", n(c.Households), alone(c.Alone), "", ""})
		for _, f := range c.Facts {
			t.rows = append(t.rows, []string{c.Class, f.Label, n(f.Households), alone(f.Alone), f.Source, strings.Join(f.Items, "、")})
		}
	}
	return t
}

// samples names the values without a document that the figures stand on.
func samples(r *simulated) table {
	t := table{title: "用到的示例值和省定底线", rows: [][]string{{"标记", "参数", "县（市、区）数", "用于"}}}
	for _, v := range r.Samples {
		t.rows = append(t.rows, []string{simulation.SampleWords[v.Status], v.Label, strconv.Itoa(v.Places), strings.Join(v.Items, "、")})
	}
	return t
}

// unless writes a count, or that it is left out.
func unless(hidden bool, v int64) string {
	if hidden {
		return "隐去"
	}
	return n(v)
}

func share(v float64) string { return strconv.FormatFloat(v, 'f', 4, 64) }

func n(v int64) string { return strconv.FormatInt(v, 10) }

func yuan(fen int64) string { return strconv.FormatFloat(float64(fen)/100, 'f', 2, 64) }
