package policy

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"strings"
)

type packFile struct {
	Name     string `yaml:"name"`
	Title    string `yaml:"title"`
	Version  string `yaml:"version"`
	Parent   string `yaml:"parent"`
	Division string `yaml:"division"`
	Note     string `yaml:"note"`
	At       Pos    `yaml:"-"`
}

// The files that hold a list.
type (
	documentFile struct {
		Documents []Document `yaml:"documents"`
	}
	factFile struct {
		Facts []Fact `yaml:"facts"`
		Gates []Gate `yaml:"gates"`
	}
	parameterFile struct {
		Parameters []Parameter `yaml:"parameters"`
	}
)

// rawPack is a pack as written, its parents already laid under it, before compiling.
type rawPack struct {
	head       packFile
	chain      []string // names, root first
	documents  []Document
	facts      []Fact
	gates      []Gate
	parameters []Parameter
	items      []Item
	procedures []Procedure
	cases      []*Case
	files      map[string]string
}

// Load reads the pack fsys/name and its parents, checks all of it and compiles it. Every fault is told at once in a
// *LoadError. The worked cases of the pack run as part of loading: one that fails keeps the pack out.
func Load(fsys fs.FS, name string) (*Pack, error) {
	return load(fsys, name, nil, true)
}

// LoadUnproved is Load without the worked cases and without asking whether the rules make sense (units, rules that hold for
// everyone or twice): for packs that a test makes up. Nothing may be decided with it.
func LoadUnproved(fsys fs.FS, name string) (*Pack, error) {
	return load(fsys, name, nil, false)
}

func load(fsys fs.FS, name string, below []string, proved bool) (*Pack, error) {
	ps := &problems{unproved: !proved}
	own, ok := readPack(fsys, name, ps)
	if !ok {
		return nil, ps.err(name)
	}
	var parent *Pack
	if own.head.Parent != "" {
		for _, b := range append(below, name) {
			if b == own.head.Parent {
				ps.add(own.head.At, "政策包 %s 的上级又指回自己。请改正 parent。", name)
				return nil, ps.err(name)
			}
		}
		var err error
		if parent, err = load(fsys, own.head.Parent, append(below, name), proved); err != nil {
			return nil, err
		}
		own = layer(parent.raw, own, ps)
	}
	if err := ps.err(name); err != nil {
		return nil, err
	}
	p := build(own, ps)
	if err := ps.err(name); err != nil {
		return nil, err
	}
	if parent != nil {
		for k := range parent.covered {
			p.covered[k] = true
		}
	}
	if proved {
		p.runCases(ps)
	}
	if err := ps.err(name); err != nil {
		return nil, err
	}
	p.checkUnused(ps)
	p.keepWarnings(ps)
	return p, nil
}

// readPack reads the files of one pack, without its parents.
func readPack(fsys fs.FS, name string, ps *problems) (*rawPack, bool) {
	raw := &rawPack{files: map[string]string{}, chain: []string{name}}
	if !fs.ValidPath(name) || strings.Contains(name, "/") || name == "." {
		ps.add(Pos{}, "%q 不是政策包的名字。", name)
		return nil, false
	}
	headFile := name + "/pack.yaml"
	text, err := fs.ReadFile(fsys, headFile)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			ps.add(Pos{}, "没有名为 %s 的政策包（找不到 %s）。%s", name, headFile, available(fsys))
		} else {
			ps.add(Pos{headFile, 1}, "读不到文件：%v。", err)
		}
		return nil, false
	}
	raw.files[headFile] = string(text)
	if !decodeYAML(headFile, text, &raw.head, ps) {
		return nil, false
	}
	if raw.head.Name != name {
		ps.add(raw.head.At, "pack.yaml 的 name 是 %q，应与文件夹 %q 相同。", raw.head.Name, name)
	}
	if _, _, ok := divisionRange(raw.head.Division); !ok {
		ps.add(raw.head.At, "division %q 应为 2、4、6、9、12 位区划代码前缀，或 all。", raw.head.Division)
	}
	if raw.head.Version == "" || raw.head.Title == "" {
		ps.add(raw.head.At, "pack.yaml 缺少 title 或 version。请补上。")
	}
	err = fs.WalkDir(fsys, name, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".yaml" || file == headFile {
			return err
		}
		text, err := fs.ReadFile(fsys, file)
		if err != nil {
			return err
		}
		raw.files[file] = string(text)
		raw.readFile(file, text, ps)
		return nil
	})
	if err != nil {
		ps.add(Pos{headFile, 1}, "读不到政策包的文件：%v。", err)
	}
	raw.checkTwice(ps)
	raw.markOrigin(name)
	return raw, true
}

func (raw *rawPack) readFile(file string, text []byte, ps *problems) {
	folder := strings.Split(strings.TrimPrefix(file, raw.head.Name+"/"), "/")[0]
	switch folder {
	case "sources.yaml":
		var f documentFile
		decodeYAML(file, text, &f, ps)
		raw.documents = append(raw.documents, f.Documents...)
	case "facts":
		var f factFile
		decodeYAML(file, text, &f, ps)
		raw.facts = append(raw.facts, f.Facts...)
		raw.gates = append(raw.gates, f.Gates...)
	case "parameters":
		var f parameterFile
		decodeYAML(file, text, &f, ps)
		raw.parameters = append(raw.parameters, f.Parameters...)
	case "items":
		var it Item
		if decodeYAML(file, text, &it, ps) {
			raw.items = append(raw.items, it)
		}
	case "procedures":
		var p Procedure
		if decodeYAML(file, text, &p, ps) {
			raw.procedures = append(raw.procedures, p)
		}
	case "cases":
		raw.readCases(file, text, ps)
	default:
		ps.add(Pos{file, 1}, "政策包里没有 %s 这一类文件。可用：sources.yaml、facts/、parameters/、items/、procedures/、cases/。", folder)
	}
}

func (raw *rawPack) markOrigin(name string) {
	for i := range raw.items {
		it := &raw.items[i]
		for j := range it.Rules {
			it.Rules[j].Origin = name
		}
		for j := range it.Exclusions {
			it.Exclusions[j].Origin = name
		}
		for j := range it.Values {
			it.Values[j].Origin = name
		}
		for j := range it.MemberValues {
			it.MemberValues[j].Origin = name
		}
	}
	for i := range raw.procedures {
		raw.procedures[i].Origin = name
	}
}

// layer lays a child's text over its parent's.
func layer(parent, child *rawPack, ps *problems) *rawPack {
	out := *child
	out.chain = append(append([]string{}, parent.chain...), child.chain...)
	out.documents = mergeList(parent.documents, child.documents, nil, func(d Document) string { return d.ID })
	out.facts = mergeList(parent.facts, child.facts, nil, func(f Fact) string { return f.Of + "." + f.Key })
	out.gates = mergeList(parent.gates, child.gates, nil, func(g Gate) string { return g.Key })
	out.procedures = mergeList(parent.procedures, child.procedures, nil, func(p Procedure) string { return p.ID })
	out.parameters = append([]Parameter{}, parent.parameters...)
	for _, c := range child.parameters {
		out.parameters = mergeParameter(out.parameters, c)
	}
	out.items = append([]Item{}, parent.items...)
	for _, c := range child.items {
		found := false
		for i, it := range out.items {
			if it.ID == c.ID {
				checkLayer(it, c, ps)
				out.items[i], found = mergeItem(it, c), true
			}
		}
		if !found {
			out.items = append(out.items, c)
		}
	}
	out.files = map[string]string{}
	for _, files := range []map[string]string{parent.files, child.files} {
		for k, v := range files {
			out.files[k] = v
		}
	}
	return &out
}

// mergeParameter adds a child's values before the parent's: for the same place the child's win.
func mergeParameter(list []Parameter, c Parameter) []Parameter {
	for i, p := range list {
		if p.ID == c.ID {
			m := p
			pick(&m.Label, c.Label)
			pick(&m.Unit, c.Unit)
			pick(&m.Fallback, c.Fallback)
			pick(&m.Type, c.Type)
			m.At = c.At
			m.Values = append([]ParameterValue{}, c.Values...)
			if !c.Replace {
				m.Values = append(m.Values, p.Values...)
			}
			list[i] = m
			return list
		}
	}
	return append(list, c)
}

func (raw *rawPack) digest() string {
	h := sha256.New()
	for _, f := range sortedKeys(raw.files) {
		h.Write([]byte(f + "\x00" + raw.files[f] + "\x00"))
	}
	return hex.EncodeToString(h.Sum(nil))
}

func available(fsys fs.FS) string {
	found, _ := fs.Glob(fsys, "*/pack.yaml")
	var names []string
	for _, f := range found {
		names = append(names, path.Dir(f))
	}
	if len(names) == 0 {
		return "这里没有任何政策包。"
	}
	return "可用：" + strings.Join(names, "、") + "。"
}
