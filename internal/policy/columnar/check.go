package columnar

import (
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// Check tells whether the population fits the pack's catalogue: lengths, codes, limits, households of at most
// policy.MaxMembers. Run asks it the first time, because the loops rely on it: who changes a population that has run calls it again. Errors name the column and the first wrong row.
func (pop *Population) Check(p *policy.Pack) error {
	pop.checked = ""
	n := pop.Households()
	if len(pop.First) == 0 || pop.First[0] != 0 || len(pop.Division) != n {
		return errs.Bad("population", "人群的户数不一致：First 有 %d 项，Division 有 %d 项；First 应从 0 开始并多一项。", len(pop.First), len(pop.Division))
	}
	for i := range n {
		if m := pop.First[i+1] - pop.First[i]; m < 0 || m > policy.MaxMembers {
			return errs.Bad("population", "第 %d 户有 %d 名成员，应为 0 至 %d 人。请核对是否把几户合成了一户。", i+1, m, policy.MaxMembers)
		}
	}
	for _, f := range p.Facts() {
		rows := n
		if f.Of == policy.OfMember {
			rows = pop.Members()
		}
		if err := pop.column(f.Of, f.Key).check(&f, rows); err != nil {
			return err
		}
	}
	pop.checked = catalogue(p.Facts())
	return nil
}

func (c *Column) check(f *policy.Fact, rows int) error {
	if c == nil {
		return nil
	}
	have := len(c.Ints)
	switch f.Type {
	case policy.DateFact:
		have = len(c.Days)
	case policy.Bool, policy.Enum:
		have = len(c.Codes)
	case policy.Decimal:
		have = rows
	}
	if have != rows || c.Known != nil && len(c.Known) != rows {
		return errs.Bad(f.Key, "“%s”一列有 %d 行，应有 %d 行。", f.Label, have, rows)
	}
	bad := -1
	for i, k := range c.Known {
		if k > 1 {
			return errs.Bad(f.Key, "“%s”第 %d 行的 Known 是 %d，应为 0 或 1。", f.Label, i+1, k)
		}
	}
	switch f.Type {
	case policy.Bool, policy.Enum:
		options := 2
		if f.Type == policy.Enum {
			options = len(f.Options)
		}
		for i, v := range c.Codes {
			if int(v) >= options && c.known(i) {
				bad = i
				break
			}
		}
	case policy.DateFact, policy.Decimal:
	default:
		lo, hi, _ := f.Span()
		for i, v := range c.Ints {
			if uint64(v-lo) > uint64(hi-lo) && c.known(i) {
				bad = i
				break
			}
		}
	}
	if bad >= 0 {
		return errs.Bad(f.Key, "“%s”第 %d 行的值不在事实目录允许的范围内。请核对这一行。", f.Label, bad+1)
	}
	return nil
}
