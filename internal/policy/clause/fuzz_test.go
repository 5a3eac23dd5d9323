package clause

import (
	"io/fs"
	"strings"
	"testing"
	"unicode"

	"zhongfu/policies"
)

// FuzzParse: no panic, nothing of the text lost or moved, anchors unique, and every clause found by its own citation.
func FuzzParse(f *testing.F) {
	found, _ := fs.Glob(policies.FS, "documents/*.txt")
	for _, name := range found {
		text, err := fs.ReadFile(policies.FS, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text), "（一）1")
	}
	f.Add("一、甲\n（一）乙。丙\n1. 丁\n1. 丁\n3.5%的\n（一）又\n二、\n一是甲；二是乙", "一（一）至二")
	f.Add("一、\n甲：一是乙。二是丙。\n丁", "一一是")
	f.Fuzz(func(t *testing.T, text, article string) {
		d := Parse("X", text)
		if want, got := letters(text), letters(d.said()); want != got {
			t.Fatalf("the text changed:\n%q\n%q", want, got)
		}
		seen := map[string]bool{}
		for _, c := range d.All() {
			if seen[c.Anchor] || d.Clause(c.Anchor) != c {
				t.Fatalf("anchor %s twice", c.Anchor)
			}
			seen[c.Anchor] = true
		}
		places, err := d.Resolve(article)
		if err == nil && len(places) == 0 {
			t.Fatal("neither a place nor an error")
		}
		for _, p := range places {
			if d.Clause(p.Anchor) == nil {
				t.Fatalf("%q leads to %s, which does not exist", article, p.Anchor)
			}
		}
	})
}

// said puts a document together again.
func (d *Document) said() string {
	out := append([]string{}, d.Head...)
	for _, c := range d.All() {
		out = append(out, c.Number, c.Text())
	}
	return strings.Join(append(out, d.Tail...), "\n")
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
