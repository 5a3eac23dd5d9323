package clause

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

var (
	partLine    = regexp.MustCompile(`^([一二三四五六七八九十]{1,3})、`)
	sectionLine = regexp.MustCompile(`^[（(]([一二三四五六七八九十]{1,3})[）)]`)
	pointLine   = regexp.MustCompile(`^([1-9][0-9]?)[.．、]`)
	// tailLine begins what stands after the last clause.
	tailLine = regexp.MustCompile(`^(公开方式|附件|抄送|（此件|\(此件)`)
)

// longestHeading is the number of characters up to which a first sentence is the clause's heading.
const longestHeading = 40

// Parse reads a text of one paragraph per line. It never fails: what is not numbered belongs to what stands before it.
func Parse(id, text string) *Document {
	p := parser{doc: &Document{ID: id, byAnchor: map[string]*Clause{}}}
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			p.line(line)
		}
	}
	for _, c := range p.doc.All() {
		p.splitInline(c)
	}
	return p.doc
}

type parser struct {
	doc    *Document
	open   [levelInline]*Clause // the clause open at each level, by level
	inTail bool
}

func (p *parser) line(line string) {
	if p.inTail || len(p.doc.Clauses) > 0 && tailLine.MatchString(line) {
		p.inTail = true
		p.doc.Tail = append(p.doc.Tail, line)
		return
	}
	level, n, number := numbered(line)
	if level > 0 && p.add(level, n, number, strings.TrimSpace(line[len(number):])) {
		return
	}
	if c := p.last(); c != nil {
		c.Paragraphs = append(c.Paragraphs, line)
		return
	}
	p.doc.Head = append(p.doc.Head, line)
}

// numbered tells at which level a line is numbered, by what number and how it is written.
func numbered(line string) (level, n int, number string) {
	for level, re := range []*regexp.Regexp{nil, partLine, sectionLine, pointLine} {
		if re == nil {
			continue
		}
		m := re.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if n, _ = strconv.Atoi(m[1]); level != levelPoint {
			n = numeral(m[1])
		}
		if n > 0 {
			return level, n, m[0]
		}
	}
	return 0, 0, ""
}

// last is the deepest clause that is open.
func (p *parser) last() *Clause {
	for level := levelPoint; level >= levelPart; level-- {
		if p.open[level] != nil {
			return p.open[level]
		}
	}
	return nil
}

// add opens a clause; false when the number cannot stand here (a figure at the beginning of a paragraph).
func (p *parser) add(level, n int, number, rest string) bool {
	var parent *Clause
	for up := level - 1; up >= levelPart && parent == nil; up-- {
		parent = p.open[up]
	}
	siblings := p.doc.Clauses
	if parent != nil {
		siblings = parent.Children
	}
	if level == levelPoint && n != len(siblings)+1 {
		return false
	}
	c := &Clause{Number: number, level: level, n: n, parent: parent}
	c.Heading, c.Paragraphs = heading(level, rest)
	if !p.hang(c) {
		return false
	}
	p.open[level] = c
	for down := level + 1; down < len(p.open); down++ {
		p.open[down] = nil
	}
	return true
}

// hang puts the clause under its parent; false when its anchor is taken.
func (p *parser) hang(c *Clause) bool {
	c.Anchor, c.Cite = fmt.Sprintf("c%d", c.n), cite(c.level, c.n)
	if c.parent != nil {
		c.Anchor = fmt.Sprintf("%s-%d", c.parent.Anchor, c.n)
		c.Cite = c.parent.Cite + c.Cite
	}
	if p.doc.byAnchor[c.Anchor] != nil {
		return false
	}
	p.doc.byAnchor[c.Anchor] = c
	if c.parent == nil {
		p.doc.Clauses = append(p.doc.Clauses, c)
	} else {
		c.parent.Children = append(c.parent.Children, c)
	}
	return true
}

func cite(level, n int) string {
	switch level {
	case levelPart:
		return chinese(n)
	case levelSection:
		return "（" + chinese(n) + "）"
	case levelInline:
		return chinese(n) + "是"
	}
	return strconv.Itoa(n)
}

// heading splits a clause's first line: the heading of a part is the whole line, of others the first short sentence.
func heading(level int, rest string) (string, []string) {
	first, text, found := strings.Cut(rest, "。")
	if level == levelPart || !found && utf8.RuneCountInString(rest) <= longestHeading {
		return rest, nil
	}
	if !found || utf8.RuneCountInString(first) > longestHeading {
		return "", []string{rest}
	}
	return first + "。", nonEmpty(strings.TrimSpace(text))
}
