package main

import (
	"fmt"
	"io"

	"zhongfu/internal/policy"
)

// policyCheck loads packs, which checks them whole, their cases included. Warnings are shown and do not fail the check.
func policyCheck(f *policyFlags, _ io.Reader, stdout, stderr io.Writer) int {
	return eachPack(f, stderr, func(p *policy.Pack) bool {
		items, rules := countRules(p)
		fmt.Fprintf(stdout, "%s（%s）版本 %s：%d 个项目，%d 条规则，%d 项事实，%d 个参数，%d 个流程，%d 个案例，检查通过。摘要 %s\n",
			p.Name, p.Title, p.Version, items, rules, len(p.Facts()), len(p.ParameterDefinitions()), len(p.Procedures()), len(p.Cases()), p.Digest[:16])
		for _, w := range p.Warnings() {
			fmt.Fprintf(stdout, "提示  %s\n", w)
		}
		return true
	})
}

// policyTest reports case by case. A pack with a failing case does not load, so a failure shows among its problems.
func policyTest(f *policyFlags, _ io.Reader, stdout, stderr io.Writer) int {
	return eachPack(f, stderr, func(p *policy.Pack) bool {
		ok := true
		for _, c := range p.Cases() {
			r := p.RunCase(c)
			if len(r.Faults) == 0 {
				fmt.Fprintf(stdout, "通过  %s/%s  %s\n", p.Name, c.ID, c.Name)
				continue
			}
			ok = false
			for _, fault := range r.Faults {
				fmt.Fprintf(stdout, "失败  %s/%s  %s：%s（%s:%d）\n", p.Name, c.ID, c.Name, fault, c.At.File, c.At.Line)
			}
		}
		fmt.Fprintf(stdout, "%s：%d 个案例\n", p.Name, len(p.Cases()))
		return ok
	})
}

func eachPack(f *policyFlags, stderr io.Writer, do func(*policy.Pack) bool) int {
	names, err := f.packs()
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	code := 0
	for _, name := range names {
		p, err := policy.Load(f.fsys(), name)
		if err != nil {
			code = max(code, packFault(f, name, err, stderr))
			continue
		}
		if !do(p) {
			code = max(code, 1)
		}
	}
	return code
}
