package clause

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Place is where a citation leads.
type Place struct {
	Anchor string `json:"anchor"`
	Cite   string `json:"cite"`             // the whole way, as the document numbers it
	Others string `json:"others,omitempty"` // clauses that the same citation could mean, in a document that numbers each part anew
}

var (
	token = regexp.MustCompile(`^(?:\(([一二三四五六七八九十]{1,3})\)|([1-9][0-9]?)[.．]?|([一二三四五六七八九十]{1,3})(是)?)`)
	comma = regexp.MustCompile(`^[、，,和及]+`)
	upto  = regexp.MustCompile(`^(?:至|到|—+|–|-|~)`)
)

var plain = strings.NewReplacer("（", "(", "）", ")", "．", ".", " ", "", "\u3000", "", "０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9")

type step struct{ level, n int }

// Resolve finds what an article means: "（十六）1", "二（三）4", "(二)一", "（一）至（三）", "（十六）1、2". Brackets may be of full or half
// width, and the outer numbers may be left out. Words after the numbers ("一 省司法厅") must stand at the beginning of one of the
// clause's paragraphs. An article that is not in the document is an error that says what is there.
func (d *Document) Resolve(article string) ([]Place, error) {
	rest := plain.Replace(article)
	var out []Place
	var path []step
	join := "" // what stood between the last number and this one
	for rest != "" {
		switch {
		case comma.MatchString(rest):
			join = "、"
			rest = rest[len(comma.FindString(rest)):]
			continue
		case upto.MatchString(rest) && len(out) > 0:
			join = "至"
			rest = rest[len(upto.FindString(rest)):]
			continue
		}
		m := token.FindStringSubmatch(rest)
		if m == nil {
			break
		}
		rest = rest[len(m[0]):]
		s := read(m, path, join)
		deeper := len(path) > 0 && s.level > path[len(path)-1].level && (join == "" || path[len(path)-1].level == levelPart)
		next := within(path, s)
		place, err := d.find(next, article)
		if err != nil {
			return nil, err
		}
		switch {
		case deeper:
			out[len(out)-1] = place
		case join == "至":
			out = append(out, d.between(out[len(out)-1], place)...)
			out = append(out, place)
		default:
			out = append(out, place)
		}
		path, join = next, ""
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s 里没有“%s”：不是这份文件的编号写法", d.ID, article)
	}
	if rest != "" && !d.saidIn(out[len(out)-1].Anchor, rest) {
		return nil, fmt.Errorf("%s %s 里没有以“%s”开头的段落", d.ID, out[len(out)-1].Cite, rest)
	}
	return out, nil
}

func read(m []string, path []step, join string) step {
	switch {
	case m[1] != "":
		return step{levelSection, numeral(m[1])}
	case m[2] != "":
		n, _ := strconv.Atoi(m[2])
		return step{levelPoint, n}
	}
	if m[4] != "" || len(path) > 0 && (join == "" || path[len(path)-1].level == levelInline) {
		return step{levelInline, numeral(m[3])}
	}
	return step{levelPart, numeral(m[3])}
}

// within keeps of the path what lies above the step and adds it.
func within(path []step, s step) []step {
	var out []step
	for _, above := range path {
		if above.level < s.level {
			out = append(out, above)
		}
	}
	return append(out, s)
}

// find returns the first clause whose way ends in the path, its outer numbers left out or not.
func (d *Document) find(path []step, article string) (Place, error) {
	var hits []*Clause
	for _, c := range d.All() {
		if c.ends(path) {
			hits = append(hits, c)
		}
	}
	if len(hits) == 0 {
		return Place{}, fmt.Errorf("%s 里没有“%s”", d.ID, article)
	}
	p := Place{Anchor: hits[0].Anchor, Cite: hits[0].Cite}
	var others []string
	for _, c := range hits[1:] {
		others = append(others, c.Cite)
	}
	p.Others = strings.Join(others, "、")
	return p, nil
}

// ends tells whether the way to the clause ends in the path.
func (c *Clause) ends(path []step) bool {
	at := c
	for i := len(path) - 1; i >= 0; i-- {
		if at == nil || at.level != path[i].level || at.n != path[i].n {
			return false
		}
		at = at.parent
	}
	return true
}

// between are the clauses after a and before b that stand beside both.
func (d *Document) between(a, b Place) []Place {
	from, to := d.byAnchor[a.Anchor], d.byAnchor[b.Anchor]
	var out []Place
	inside := false
	for _, c := range d.All() {
		switch {
		case c == from:
			inside = true
		case c == to:
			return out
		case inside && c.level == to.level:
			out = append(out, Place{Anchor: c.Anchor, Cite: c.Cite})
		}
	}
	return nil // b stands before a
}

const nearBeginning = 24 // characters within which a paragraph names whom it is about

func (d *Document) saidIn(anchor, words string) bool {
	c := d.byAnchor[anchor]
	for _, p := range append([]string{c.Heading}, c.Paragraphs...) {
		head := []rune(plain.Replace(p))
		if strings.Contains(string(head[:min(len(head), nearBeginning)]), words) {
			return true
		}
	}
	return false
}
