package policy

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"zhongfu/internal/calendar"
)

// schemaFiles are the files of a pack folder that have a schema, by the word that `policy schema --for` takes.
var schemaFiles = map[string]struct {
	title string
	of    reflect.Type
}{
	"pack":       {"政策包（pack.yaml）", reflect.TypeFor[packFile]()},
	"sources":    {"引用的文件（sources.yaml）", reflect.TypeFor[documentFile]()},
	"facts":      {"事实目录（facts/*.yaml）", reflect.TypeFor[factFile]()},
	"parameters": {"参数（parameters/*.yaml）", reflect.TypeFor[parameterFile]()},
	"items":      {"事项（items/*.yaml）", reflect.TypeFor[Item]()},
	"procedures": {"流程（procedures/*.yaml）", reflect.TypeFor[Procedure]()},
	"cases":      {"案例（cases/*.yaml）", reflect.TypeFor[caseFile]()},
}

// SchemaFiles names the kinds of pack files that FileSchema describes, sorted.
func SchemaFiles() []string { return sortedKeys(schemaFiles) }

// FileSchema returns the JSON Schema (2020-12) of one kind of file of a pack folder, by which editors complete and mark
// words. It is made from the types that the loader reads into, the words that it accepts, and the facts and documents of
// the packs given. The error names a kind that there is not.
func FileSchema(kind string, packs ...*Pack) ([]byte, error) {
	f, ok := schemaFiles[kind]
	if !ok {
		return nil, fmt.Errorf("没有 %q 这一类文件%s。可用：%s。", kind, suggestion(kind, SchemaFiles()), strings.Join(SchemaFiles(), "、"))
	}
	w := &schemaWriter{defs: map[string]any{}}
	for _, p := range packs {
		w.documents = append(w.documents, p.documentOrder...)
		w.household = append(w.household, sortedKeys(p.householdFacts)...)
		w.member = append(w.member, sortedKeys(p.memberFacts)...)
	}
	for _, list := range []*[]string{&w.documents, &w.household, &w.member} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	doc := map[string]any{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f.title}
	maps.Copy(doc, w.object(f.of))
	doc["$defs"] = w.defs
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(doc)
	return b.Bytes(), err
}

type schemaWriter struct {
	defs                         map[string]any
	documents, household, member []string
}

// of describes a type; where is "Type.field", for words that only that field takes.
func (w *schemaWriter) of(t reflect.Type, where string) map[string]any {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if s := w.special(where); s != nil {
		return s
	}
	switch t {
	case reflect.TypeFor[calendar.Date]():
		return map[string]any{"type": "string", "pattern": `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`}
	case reflect.TypeFor[Literal]():
		return map[string]any{"type": []string{"string", "number", "boolean"}}
	case reflect.TypeFor[Clause]():
		return map[string]any{"type": "string", "pattern": "^(" + strings.Join(w.documents, "|") + ")( .+)?$", "description": "来源代号 第几条"}
	case reflect.TypeFor[Strings]():
		one := map[string]any{"type": []string{"string", "integer"}}
		if words := fieldWords[where]; words != nil {
			one = map[string]any{"enum": words()}
		}
		return map[string]any{"anyOf": []any{one, map[string]any{"type": "array", "items": one}}}
	}
	if words := fieldWords[where]; words != nil {
		return map[string]any{"enum": words()}
	}
	switch t.Kind() {
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int, reflect.Int64:
		return map[string]any{"type": "integer"}
	case reflect.Slice:
		return map[string]any{"type": []string{"array", "null"}, "items": w.of(t.Elem(), "")}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": w.of(t.Elem(), "")}
	case reflect.Struct:
		if _, have := w.defs[t.Name()]; !have {
			w.defs[t.Name()] = nil // types that hold themselves
			w.defs[t.Name()] = w.object(t)
		}
		return map[string]any{"$ref": "#/$defs/" + t.Name()}
	case reflect.Interface:
		return map[string]any{}
	}
	return map[string]any{"type": "string"}
}

// special describes the facts of worked cases, whose keys are the catalogue's.
func (w *schemaWriter) special(where string) map[string]any {
	keys := func(list []string, more ...string) map[string]any {
		return map[string]any{"type": []string{"object", "null"}, "propertyNames": map[string]any{"enum": append(slices.Clone(list), more...)}}
	}
	switch where {
	case "caseFile.household", "Case.household":
		return keys(w.household)
	case "caseFile.member":
		return keys(w.member)
	case "Case.members":
		return map[string]any{"type": "array", "items": keys(w.member, "id")}
	case "Item.asks_for":
		all := append(slices.Clone(w.household), w.member...)
		slices.Sort(all)
		return map[string]any{"type": "array", "items": map[string]any{"enum": slices.Compact(all)}}
	}
	return nil
}

func (w *schemaWriter) object(t reflect.Type) map[string]any {
	props := map[string]any{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name == "" || name == "-" {
			continue
		}
		s := w.of(f.Type, t.Name()+"."+name)
		if text := fieldHelp[t.Name()+"."+name]; text != "" {
			s["description"] = text
		}
		props[name] = s
	}
	out := map[string]any{"type": "object", "additionalProperties": false, "properties": props}
	if list := fieldsRequired[t.Name()]; list != nil {
		out["required"] = list
	}
	if list := fieldsOneOf[t.Name()]; list != nil {
		var each []any
		for _, name := range list {
			each = append(each, map[string]any{"required": []string{name}})
		}
		out["oneOf"] = each
	}
	return out
}
