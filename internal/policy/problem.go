package policy

import (
	"fmt"
	"sort"
	"strings"
)

// Problem is one fault of a pack: where it is and what to do about it.
type Problem struct {
	At      Pos    `json:"at"`
	Message string `json:"message"`
}

func (p Problem) String() string {
	if p.At.File == "" {
		return p.Message
	}
	return fmt.Sprintf("%s:%d: %s", p.At.File, p.At.Line, p.Message)
}

// LoadError is every fault found in a pack; such a pack does not load.
type LoadError struct {
	Pack     string    `json:"pack"`
	Problems []Problem `json:"problems"`
}

func (e *LoadError) Error() string {
	lines := make([]string, 0, len(e.Problems)+1)
	lines = append(lines, fmt.Sprintf("政策包 %s 有 %d 处错误，拒绝加载：", e.Pack, len(e.Problems)))
	for _, p := range e.Problems {
		lines = append(lines, p.String())
	}
	return strings.Join(lines, "\n")
}

// problems collects faults so that an author is told all of them at once; warnings do not keep a pack out.
type problems struct {
	list, warnings []Problem
	unproved       bool   // what is sound but makes no sense is let through: LoadUnproved
	guide          string // the page that says how the file is written; empty: that of the packs
}

func (p *problems) warn(at Pos, format string, args ...any) {
	p.warnings = append(p.warnings, Problem{At: at, Message: fmt.Sprintf(format, args...)})
}

func (p *problems) add(at Pos, format string, args ...any) {
	p.list = append(p.list, Problem{At: at, Message: fmt.Sprintf(format, args...)})
}

func (p *problems) err(pack string) error {
	if len(p.list) == 0 {
		return nil
	}
	inOrder(p.list)
	return &LoadError{Pack: pack, Problems: p.list}
}

func inOrder(list []Problem) {
	sort.SliceStable(list, func(i, j int) bool {
		a, b := list[i].At, list[j].At
		if a.File != b.File {
			return a.File < b.File
		}
		return a.Line < b.Line
	})
}

// suggestion names the nearest known word, or nothing when none is near.
func suggestion(word string, known []string) string {
	best, bestDistance := "", 1+len(word)/3
	for _, k := range known {
		if d := editDistance(word, k); d <= bestDistance && (best == "" || d < bestDistance) {
			best, bestDistance = k, d
		}
	}
	if best == "" {
		return ""
	}
	return "，是否想写 " + best
}

func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		last := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			last, row[j] = row[j], min(row[j]+1, row[j-1]+1, last+cost)
		}
	}
	return row[len(b)]
}
