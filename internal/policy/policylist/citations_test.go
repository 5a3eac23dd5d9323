package policylist

import (
	"io/fs"
	"path"
	"sync"
	"testing"

	"zhongfu/internal/policy"
	"zhongfu/policies"
)

var loadPacks = sync.OnceValues(func() (map[string]*policy.Pack, error) {
	found, err := fs.Glob(policies.FS, "*/pack.yaml")
	if err != nil {
		return nil, err
	}
	packs := map[string]*policy.Pack{}
	for _, f := range found {
		name := path.Dir(f)
		if packs[name], err = policy.Load(policies.FS, name); err != nil {
			return nil, err
		}
	}
	return packs, nil
})

func packs(t testing.TB) map[string]*policy.Pack {
	t.Helper()
	ps, err := loadPacks()
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

// Every clause that a pack cites in one of the five documents is in its text. What could mean several clauses is listed.
func TestEveryCitationIsInTheText(t *testing.T) {
	texts := NewTexts(policies.FS)
	for name, p := range packs(t) {
		held := 0
		for _, c := range Citations(p) {
			places, err := texts.places(c.Clause)
			if err != nil {
				t.Errorf("%s:%d: %s %s/%s: %v", c.At.File, c.At.Line, c.What, c.Owner, c.ID, err)
			}
			held += len(places)
			for _, place := range places {
				if place.Others != "" {
					t.Logf("%s:%d: %s %s is read as %s, could also be %s", c.At.File, c.At.Line, c.Clause.ID, c.Clause.Article, place.Cite, place.Others)
				}
			}
		}
		if name != "national" && held == 0 {
			t.Errorf("pack %s cites none of the documents whose text is held", name)
		}
	}
}

func TestCitationsReachEveryPart(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Citations(packs(t)["guangdong"]) {
		seen[c.What] = true
		if c.At.File == "" || c.Name == "" && c.What != "derive" || c.WhatName == "" {
			t.Errorf("%s %s/%s lacks its place or name", c.What, c.Owner, c.ID)
		}
	}
	for what := range citing {
		if !seen[what] && what != "form" { // forms come with the packs that print some
			t.Errorf("no citation of kind %s", what)
		}
	}
}
