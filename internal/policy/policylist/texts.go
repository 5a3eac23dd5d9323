package policylist

import (
	"errors"
	"io/fs"
	"sync"

	"zhongfu/internal/policy"
	"zhongfu/internal/policy/clause"
)

// Texts are the documents whose text the program carries, read once.
type Texts struct {
	fsys fs.FS
	mu   sync.Mutex
	read map[string]*clause.Document // nil: there is no text
}

// NewTexts reads documents/<id>.txt of fsys when they are asked for.
func NewTexts(fsys fs.FS) *Texts { return &Texts{fsys: fsys, read: map[string]*clause.Document{}} }

// Get returns the text of a document; nil where the text is not held (原文未收录).
func (t *Texts) Get(id string) (*clause.Document, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if d, ok := t.read[id]; ok {
		return d, nil
	}
	d, err := clause.Load(t.fsys, "documents", id)
	if errors.Is(err, fs.ErrNotExist) {
		d, err = nil, nil
	}
	if err == nil {
		t.read[id] = d
	}
	return d, err
}

// ClauseLink is a citation with the way to its text.
type ClauseLink struct {
	Document string `json:"document" doc:"id of the document"`
	Number   string `json:"number" doc:"文号"`
	Article  string `json:"article"`
	Anchor   string `json:"anchor,omitempty" doc:"of the clause in the document's text; empty where the text is not held"`
	Sample   bool   `json:"sample,omitempty" doc:"there is no source: an example that must be marked"`
}

// Link finds where a clause leads. A clause of a document without text, or one that is not found in it, has no anchor.
func (t *Texts) Link(p *policy.Pack, c policy.Clause) ClauseLink {
	l := ClauseLink{Document: c.ID, Number: c.Document, Article: c.Article}
	for _, d := range p.Documents() {
		l.Sample = l.Sample || d.ID == c.ID && d.Reading == "sample"
	}
	if places, err := t.places(c); err == nil && len(places) > 0 {
		l.Anchor = places[0].Anchor
	}
	return l
}

// places are the clauses that a citation means; none where the document's text is not held.
func (t *Texts) places(c policy.Clause) ([]clause.Place, error) {
	d, err := t.Get(c.ID)
	if d == nil || err != nil {
		return nil, err
	}
	return d.Resolve(c.Article)
}
