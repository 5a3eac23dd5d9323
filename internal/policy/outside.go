package policy

import (
	"fmt"
	"io/fs"
	"path"

	"zhongfu/internal/calendar"
)

// What data beside the packs (the catalogue of sources) shares with them: the same strict reading of YAML, the same fact
// catalogue, the same suggestions.

// DecodeYAML reads one file strictly into v, notes in every field "At Pos" where its mapping begins, and returns the faults.
// Guide is the page that says how such a file is written.
func DecodeYAML(file string, text []byte, v any, guide string) []Problem {
	ps := &problems{guide: guide}
	decodeYAML(file, text, v, ps)
	return ps.list
}

// Suggestion names the nearest known word in the form “，是否想写 …”, or nothing when none is near.
func Suggestion(word string, known []string) string { return suggestion(word, known) }

// ReadFacts reads the fact catalogue of a pack and its parents, the parent's facts first, without checking, compiling or
// proving anything else of the pack.
func ReadFacts(fsys fs.FS, pack string) ([]Fact, error) { return readFacts(fsys, pack, 0) }

func readFacts(fsys fs.FS, pack string, depth int) ([]Fact, error) {
	ps := &problems{}
	if !fs.ValidPath(pack) || depth > 8 {
		return nil, fmt.Errorf("%q 不是政策包的名字。", pack)
	}
	read := func(file string, v any) {
		text, err := fs.ReadFile(fsys, file)
		if err != nil {
			ps.add(Pos{file, 1}, "读不到文件：%v。", err)
			return
		}
		decodeYAML(file, text, v, ps)
	}
	var head packFile
	read(pack+"/pack.yaml", &head)
	if err := ps.err(pack); err != nil {
		return nil, err
	}
	var above []Fact
	if head.Parent != "" {
		var err error
		if above, err = readFacts(fsys, head.Parent, depth+1); err != nil {
			return nil, err
		}
	}
	files, err := fs.Glob(fsys, path.Join(pack, "facts", "*.yaml"))
	if err != nil {
		return nil, err
	}
	var own []Fact
	for _, file := range files {
		var f factFile
		read(file, &f)
		own = append(own, f.Facts...)
	}
	if err := ps.err(pack); err != nil {
		return nil, err
	}
	return mergeList(above, own, nil, func(f Fact) string { return f.Of + "." + f.Key }), nil
}

// ReadDocuments reads the documents that a pack may cite, those of its parents left out.
func ReadDocuments(fsys fs.FS, pack string) ([]Document, error) {
	ps := &problems{}
	file := pack + "/sources.yaml"
	text, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	var f documentFile
	decodeYAML(file, text, &f, ps)
	return f.Documents, ps.err(pack)
}

// Value brings a value to what case files store for the fact: int64, bool, or a string (a code; a date as 2006-01-02). The
// error is the Chinese rest of a sentence that begins with the fact's label.
func (f *Fact) Value(v any) (any, error) {
	out, err := f.normalise(v)
	if err != nil {
		return nil, err
	}
	if f.Type == DateFact {
		switch d := v.(type) {
		case calendar.Date:
			return d.String(), nil
		case string:
			return d, nil
		}
	}
	return out, nil
}
