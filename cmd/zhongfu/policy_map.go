package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"zhongfu/internal/policy"
	"zhongfu/internal/policy/policylist"
)

// policyMap prints the table of every item and parameter against its clauses, or writes it into the policy map between the
// marks.
func policyMap(f *policyFlags, _ io.Reader, stdout, stderr io.Writer) int {
	var packs []*policy.Pack
	if code := eachPack(f, stderr, func(p *policy.Pack) bool { packs = append(packs, p); return true }); code != 0 {
		return code
	}
	text := policylist.Map(packs)
	file := f.values["write"]
	if file == "" {
		fmt.Fprint(stdout, text)
		return 0
	}
	page, err := os.ReadFile(file)
	if err != nil {
		fmt.Fprintf(stderr, "打不开文件 %s：%s。\n", file, fileFault(err))
		return 2
	}
	before, rest, ok := strings.Cut(string(page), policylist.MapBegin)
	_, after, ends := strings.Cut(rest, policylist.MapEnd+"\n")
	if !ok || !ends {
		fmt.Fprintf(stderr, "%s 里没有标记 %s 和 %s，不知道写在哪里。请先把这两行放进文件。\n", file, policylist.MapBegin, policylist.MapEnd)
		return 2
	}
	if err := os.WriteFile(file, []byte(before+text+after), 0o600); err != nil { // the page was just read: it keeps its own mode
		fmt.Fprintf(stderr, "写不进文件 %s：%s。\n", file, fileFault(err))
		return 1
	}
	fmt.Fprintf(stdout, "已写入 %s\n", file)
	return 0
}
