package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"zhongfu/internal/policy"
	"zhongfu/internal/policy/mutate"
)

// policyMutate changes the rules of the packs a little at a time and tells which changes no worked case notices. Packs
// that inherit a text are tried with it, so all packs of the folder are loaded whatever --pack says.
func policyMutate(f *policyFlags, _ io.Reader, stdout, stderr io.Writer) int {
	var packs []*policy.Pack
	known := map[string]bool{}
	wanted := f.values["pack"]
	delete(f.values, "pack")
	code := eachPack(f, stderr, func(p *policy.Pack) bool {
		packs = append(packs, p)
		known[p.Name] = true
		return true
	})
	if code != 0 {
		return code
	}
	if wanted != "" && !known[wanted] {
		fmt.Fprintf(stderr, "没有名为 %s 的政策包。请检查 --pack 的拼写。\n", wanted)
		return 2
	}
	r, err := mutate.Run(context.Background(), packs, mutate.Options{Pack: wanted, Item: f.values["item"]})
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	if len(r.Items) == 0 {
		fmt.Fprintf(stderr, "没有可以改动的文字：--item %q 应是 items/ 里一个文件的名字（项目或片段）。\n", f.values["item"])
		return 2
	}
	if f.values["json"] != "" {
		enc := json.NewEncoder(stdout)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(r); err != nil {
			fmt.Fprintf(stderr, "写不出结果：%v。\n", err)
			return 1
		}
	} else {
		printMutants(r, f.values["survivors"] != "", stdout)
	}
	if !r.Good() {
		return 1
	}
	return 0
}

func printMutants(r *mutate.Report, survivors bool, out io.Writer) {
	if survivors {
		for _, s := range r.Survivors {
			fmt.Fprintf(out, "%s:%d %s\n  原文 %s\n  改为 %s\n  没有案例发现。%s。\n", s.At.File, s.At.Line, s.Where, oneLine(s.Original), s.Mutant, s.Hint)
		}
	}
	fmt.Fprintf(out, "%8s %8s %8s  %s\n", "改动", "发现", "发现率", "写在")
	for _, it := range r.Items {
		fmt.Fprintf(out, "%8d %8d %7.1f%%  %s/%s\n", it.Mutants, it.Caught, mutate.Score(it.Caught, it.Mutants), it.Pack, it.Item)
	}
	fmt.Fprintf(out, "%8d %8d %7.1f%%  合计（至少 %d%%）\n", r.Mutants, r.Caught, mutate.Score(r.Caught, r.Mutants), mutate.Wanted)
	if !r.Good() && !survivors {
		fmt.Fprintln(out, "案例没有发现的改动太多。加 --survivors 看是哪些、应补什么案例。")
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
