package clause

import "strings"

// splitInline makes clauses of 一是 … 二是 … within the paragraphs of a clause that has none under it. What stands before 一是
// stays with the clause. The numbers must run 一, 二, 三 without a gap, each after the end of a sentence or clause.
func (p *parser) splitInline(c *Clause) {
	if len(c.Children) > 0 {
		return
	}
	for i, text := range c.Paragraphs {
		starts := inlineStarts(text)
		if len(starts) < 2 {
			continue
		}
		rest := c.Paragraphs[i+1:]
		c.Paragraphs = append(append([]string{}, c.Paragraphs[:i]...), nonEmpty(strings.TrimSpace(text[:starts[0]]))...)
		for k, from := range starts {
			to := len(text)
			if k+1 < len(starts) {
				to = starts[k+1]
			}
			number := chinese(k+1) + "是"
			child := &Clause{Number: number, level: levelInline, n: k + 1, parent: c,
				Paragraphs: []string{strings.TrimSpace(text[from+len(number) : to])}}
			p.hang(child) // always free: c had no children
			if k == len(starts)-1 {
				child.Paragraphs = append(child.Paragraphs, rest...)
			}
		}
		return
	}
}

// inlineStarts are the places where 一是, 二是, 三是 … begin, in order.
func inlineStarts(text string) []int {
	var out []int
	for at := 0; ; {
		mark := chinese(len(out)+1) + "是"
		i := strings.Index(text[at:], mark)
		if len(out) >= 99 || i < 0 {
			return out
		}
		i += at
		at = i + len(mark)
		if before := strings.TrimRight(text[:i], " "); before == "" || endsClause(before) {
			out = append(out, i)
		}
	}
}

func endsClause(s string) bool {
	for _, mark := range []string{"。", "；", "：", "，", ";", ":"} {
		if strings.HasSuffix(s, mark) {
			return true
		}
	}
	return false
}
