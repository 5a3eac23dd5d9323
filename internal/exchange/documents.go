package exchange

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"zhongfu/internal/policy"
	"zhongfu/internal/policy/clause"
	"zhongfu/policies"
)

// documents are the texts that a legal basis may cite: those whose wording is held (policies/documents), since what nobody can
// look up is no legal basis.
type documents struct {
	numbers map[string]string // 文号 by id
	read    map[string]*clause.Document
	ids     []string
}

func readDocuments() (*documents, error) {
	d := &documents{numbers: map[string]string{}, read: map[string]*clause.Document{}}
	packs, err := fs.Glob(policies.FS, "*/sources.yaml")
	if err != nil {
		return nil, err
	}
	for _, p := range packs {
		list, err := policy.ReadDocuments(policies.FS, path.Dir(p))
		if err != nil {
			return nil, err
		}
		for _, doc := range list {
			if _, err := fs.Stat(policies.FS, "documents/"+doc.ID+".txt"); err == nil {
				d.numbers[doc.ID] = doc.Number
				d.ids = append(d.ids, doc.ID)
			}
		}
	}
	slices.Sort(d.ids)
	return d, nil
}

// resolve finds the clause that is meant.
func (d *documents) resolve(id, article string) (number, anchor string, err error) {
	number, ok := d.numbers[id]
	if !ok {
		return "", "", fmt.Errorf("没有收录 %q 的原文%s；可用：%s", id, policy.Suggestion(id, d.ids), strings.Join(d.ids, "、"))
	}
	doc := d.read[id]
	if doc == nil {
		if doc, err = clause.Load(policies.FS, "documents", id); err != nil {
			return "", "", err
		}
		d.read[id] = doc
	}
	places, err := doc.Resolve(article)
	if err != nil {
		return "", "", fmt.Errorf("%s没有这一条（%w）", number, err)
	}
	if len(places) == 0 {
		return "", "", errors.New("没有写条款")
	}
	return number, places[0].Anchor, nil
}
