package policy

import (
	"strings"

	"zhongfu/internal/calendar"

	"github.com/goccy/go-yaml/ast"
)

// Pos says where in a pack something is written.
type Pos struct {
	File string `json:"file"`
	Line int    `json:"line"`
}

// or returns the place, or another where this one is not known.
func (p Pos) or(other Pos) Pos {
	if p.File == "" {
		return other
	}
	return p
}

// Document is one source that a pack may cite.
type Document struct {
	ID      string         `yaml:"id" json:"id"`
	Number  string         `yaml:"number" json:"number"` // 文号, as letters cite it
	Title   string         `yaml:"title" json:"title"`
	InForce *calendar.Date `yaml:"in_force" json:"in_force,omitempty"`
	// Reading says how sure we are of its text: regulation (read itself), mirrored (read on a page that mirrors an
	// official notice), sample (no source found; the value is an example).
	Reading string `yaml:"reading" json:"reading"`
	Note    string `yaml:"note" json:"note,omitempty"`
	At      Pos    `yaml:"-" json:"-"`
}

// Clause is a place in a document: 文号 + 条款. In a pack it is written "ID 条款", for example "MZF57 第十三条".
type Clause struct {
	ID       string `json:"id"`       // Document.ID
	Document string `json:"document"` // Document.Number, filled at load
	Article  string `json:"article"`
}

// UnmarshalYAML reads "ID article".
func (c *Clause) UnmarshalYAML(n ast.Node) error {
	s := strings.TrimSpace(scalar(n))
	id, article, _ := strings.Cut(s, " ")
	c.ID, c.Article = id, strings.TrimSpace(article)
	return nil
}

// String returns 文号 and article as a letter prints them.
func (c Clause) String() string {
	if c.Document == "" {
		return strings.TrimSpace(c.ID + " " + c.Article)
	}
	return c.Document + c.Article
}

// Literal is a scalar exactly as the pack writes it, so that 1282.50 never passes through a float.
type Literal string

// UnmarshalYAML keeps the text of the scalar.
func (l *Literal) UnmarshalYAML(n ast.Node) error {
	*l = Literal(strings.TrimSpace(scalar(n)))
	return nil
}

// Strings is a list that may be written as one string.
type Strings []string

// UnmarshalYAML reads a string or a list of strings.
func (s *Strings) UnmarshalYAML(n ast.Node) error {
	if seq, ok := n.(*ast.SequenceNode); ok {
		*s = nil
		for _, v := range seq.Values {
			*s = append(*s, scalar(v))
		}
		return nil
	}
	*s = Strings{scalar(n)}
	return nil
}

func scalar(n ast.Node) string {
	if n == nil {
		return ""
	}
	switch v := n.(type) {
	case *ast.LiteralNode:
		return v.Value.Value
	case *ast.StringNode:
		return v.Value
	case *ast.NullNode:
		return ""
	}
	if t := n.GetToken(); t != nil {
		return t.Value
	}
	return n.String()
}
