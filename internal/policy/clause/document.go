package clause

import (
	"fmt"
	"io/fs"
	"strings"
)

// Document is a text with its clauses. It is immutable after Parse.
type Document struct {
	ID      string    `json:"id"`
	Head    []string  `json:"head"` // who wrote to whom, title, preamble; one paragraph each
	Clauses []*Clause `json:"clauses"`
	Tail    []string  `json:"tail"` // annexes (tables with tabs), how it was published

	byAnchor map[string]*Clause
}

// Clause is one numbered part of a document.
type Clause struct {
	Anchor     string    `json:"anchor"` // c2-3-4: unique within the document
	Number     string    `json:"number"` // as written: （三）
	Cite       string    `json:"cite"`   // the whole way: 二（三）4
	Heading    string    `json:"heading"`
	Paragraphs []string  `json:"paragraphs"`
	Children   []*Clause `json:"children,omitempty"`

	level, n int
	parent   *Clause
}

// Levels of numbering.
const (
	levelPart    = 1 // 一、
	levelSection = 2 // （一）
	levelPoint   = 3 // 1.
	levelInline  = 4 // 一是, within a paragraph
)

// Load reads the document with the id from dir/<id>.txt. A document without a text is an fs.ErrNotExist.
func Load(fsys fs.FS, dir, id string) (*Document, error) {
	if !fs.ValidPath(id) || strings.ContainsAny(id, "/.") {
		return nil, fmt.Errorf("document %q: %w", id, fs.ErrNotExist)
	}
	text, err := fs.ReadFile(fsys, dir+"/"+id+".txt")
	if err != nil {
		return nil, err
	}
	return Parse(id, string(text)), nil
}

// Clause returns the clause with the anchor, or nil.
func (d *Document) Clause(anchor string) *Clause { return d.byAnchor[anchor] }

// All lists every clause in the order of the text.
func (d *Document) All() []*Clause {
	var out []*Clause
	var walk func([]*Clause)
	walk = func(list []*Clause) {
		for _, c := range list {
			out = append(out, c)
			walk(c.Children)
		}
	}
	walk(d.Clauses)
	return out
}

// Text is what the clause itself says, without the clauses under it.
func (c *Clause) Text() string {
	return strings.Join(append(nonEmpty(c.Heading), c.Paragraphs...), "\n")
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// Level is how deep the clause lies: 1 for a part (一、), one more for each level under it.
func (c *Clause) Level() int {
	n := 1
	for up := c.parent; up != nil; up = up.parent {
		n++
	}
	return n
}
