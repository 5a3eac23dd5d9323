package policy

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhongfu/policies"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func allPacks(t *testing.T) []*Pack {
	t.Helper()
	found, err := fs.Glob(policies.FS, "*/pack.yaml")
	if err != nil || len(found) < 2 {
		t.Fatal(found, err)
	}
	var out []*Pack
	for _, f := range found {
		p := guangdong(t)
		if name := strings.TrimSuffix(f, "/pack.yaml"); name != "guangdong" {
			if p, err = Load(policies.FS, name); err != nil {
				t.Fatal(err)
			}
		}
		out = append(out, p)
	}
	return out
}

// The committed schemas are what the types, the words and the catalogue say, and every file of every pack keeps to them.
func TestPackFilesKeepToTheirSchemas(t *testing.T) {
	packs := allPacks(t)
	schemas := map[string]*jsonschema.Schema{}
	for _, kind := range SchemaFiles() {
		text, err := FileSchema(kind, packs...)
		if err != nil {
			t.Fatal(err)
		}
		committed, err := os.ReadFile(filepath.Join("../../policies/schema", kind+".schema.json"))
		if err != nil || !bytes.Equal(committed, text) {
			t.Errorf("policies/schema/%s.schema.json is not current (%v): run `go run ./cmd/zhongfu policy schema --for all`", kind, err)
		}
		schemas[kind] = compiled(t, kind, text)
	}
	seen := map[string]int{}
	for _, p := range packs {
		for _, file := range p.Sources() {
			kind := kindOf(strings.TrimPrefix(file, folder(file)+"/"))
			text, err := p.Source(file)
			if err != nil {
				t.Fatal(err)
			}
			seen[kind]++
			if err := schemas[kind].Validate(decoded(t, file, text)); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
	for _, kind := range SchemaFiles() {
		if seen[kind] == 0 {
			t.Errorf("no file of kind %s was looked at", kind)
		}
	}
}

func TestSchemasMarkWhatTheLoaderRefuses(t *testing.T) {
	p := guangdong(t)
	for _, c := range []struct{ kind, file, from, to string }{
		{"items", "national/items/dibao.yaml", "theme: living", "theme: livng"},
		{"items", "national/items/dibao.yaml", "    when: v.income_total", "    whem: v.income_total"},
		{"items", "national/items/dibao.yaml", "rule: fen", "rule: fun"},
		{"items", "national/items/dibao.yaml", "clause: MZF57 第十三条", "clause: MZF58 第十三条"},
		{"items", "national/items/dibao.yaml", "    when: v.income_total", "    item: tekun\n    when: v.income_total"},
		{"facts", "national/facts/household.yaml", "type: money", "type: monny"},
		{"parameters", "guangdong/parameters/dibao_standard.yaml", "status: floor", "status: flor"},
		{"procedures", "national/procedures/dibao.yaml", "role: county_approver", "role: county_aprover"},
		{"procedures", "national/procedures/dibao.yaml", "guards: [objection_raised]", "guards: [objection_raise]"},
		{"cases", "guangdong/cases/dibao_income.yaml", "financial_assets: 0", "financial_asset: 0"},
		{"cases", "guangdong/cases/dibao_income.yaml", "outcome: eligible", "outcome: eligable"},
		{"sources", "national/sources.yaml", "reading: ", "readng: "},
		{"pack", "national/pack.yaml", "version:", "versoin:"},
	} {
		t.Run(c.kind+" "+c.to, func(t *testing.T) {
			text, err := FileSchema(c.kind, p)
			if err != nil {
				t.Fatal(err)
			}
			source, err := p.Source(c.file)
			if err != nil || !strings.Contains(source, c.from) {
				t.Fatalf("%s does not hold %q", c.file, c.from)
			}
			s := compiled(t, c.kind, text)
			if err := s.Validate(decoded(t, c.file, source)); err != nil {
				t.Fatalf("as written: %v", err)
			}
			if s.Validate(decoded(t, c.file, strings.Replace(source, c.from, c.to, 1))) == nil {
				t.Errorf("%s is let through", c.to)
			}
		})
	}
	if _, err := FileSchema("item"); err == nil || !strings.Contains(err.Error(), "是否想写 items") {
		t.Error(err)
	}
}

func kindOf(path string) string {
	kind, _, _ := strings.Cut(path, "/")
	return strings.TrimSuffix(kind, ".yaml")
}

func compiled(t *testing.T, kind string, text []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(kind, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(kind)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// decoded is a YAML text as an editor's validator sees it.
func decoded(t *testing.T, file, text string) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	j, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	out, err := jsonschema.UnmarshalJSON(bytes.NewReader(j))
	if err != nil {
		t.Fatal(err)
	}
	return out
}
