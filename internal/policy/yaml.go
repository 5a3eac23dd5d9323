package policy

import (
	"cmp"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// decodeYAML reads one file strictly into v and notes in every field "At Pos" where its mapping begins. Faults are
// added to ps; it tells whether v may be used.
func decodeYAML(file string, text []byte, v any, ps *problems) (ok bool) {
	defer func() { // the YAML parser has been seen to panic on hostile input; a pack must only ever be refused
		if r := recover(); r != nil {
			ps.add(Pos{file, 1}, "不是有效的 YAML：解析器中止（%v）。请检查缩进和引号。", r)
			ok = false
		}
	}()
	into := reflect.ValueOf(v)
	key := decodedKeyOf(file, text, into.Type())
	if into.Elem().IsZero() && decodedFiles.get(key, into) {
		return true
	}
	if why := hostile(text); why != "" {
		ps.add(Pos{file, 1}, "%s", why)
		return false
	}
	f, err := parser.ParseBytes(text, 0)
	if err != nil {
		yamlProblem(file, err, ps)
		return false
	}
	if len(f.Docs) != 1 || f.Docs[0].Body == nil {
		ps.add(Pos{file, 1}, "文件应恰好有一个 YAML 文档，得到 %d 个。", len(f.Docs))
		return false
	}
	body := f.Docs[0].Body
	if alias := findAlias(body); alias != nil {
		ps.add(Pos{file, alias.GetToken().Position.Line}, "这里不用 YAML 的别名（*名字）。请把内容写出来，政策包也可以用 include。")
		return false
	}
	if err := yaml.NodeToValue(body, v, yaml.Strict()); err != nil {
		yamlProblem(file, err, ps)
		return false
	}
	setPositions(file, into, body)
	decodedFiles.put(key, into, len(text))
	return true
}

func yamlProblem(file string, err error, ps *problems) {
	line, msg := 1, err.Error()
	if e, ok := err.(interface {
		GetToken() *token.Token
		GetMessage() string
	}); ok {
		msg = e.GetMessage()
		if t := e.GetToken(); t != nil && t.Position != nil {
			line = t.Position.Line
		}
	}
	switch {
	case strings.Contains(msg, "unknown field"):
		ps.add(Pos{file, line}, "没有这个字段（%s）。请对照 %s 改正拼写。", msg, cmp.Or(ps.guide, "policies/README.md"))
	case strings.Contains(msg, "duplicate"):
		ps.add(Pos{file, line}, "同一个键写了两次（%s）。请删去一个。", msg)
	default:
		ps.add(Pos{file, line}, "不是有效的 YAML 或类型不对（%s）。请检查缩进、引号和取值；以 ! 开头的表达式要加引号。", msg)
	}
}

var posType = reflect.TypeFor[Pos]()

func setPositions(file string, v reflect.Value, n ast.Node) {
	for v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return
		}
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.Struct:
		entries := mappingEntries(n)
		if entries == nil {
			return
		}
		if at := v.FieldByName("At"); at.IsValid() && at.Type() == posType && at.CanSet() {
			at.Set(reflect.ValueOf(Pos{file, lineOf(entries[0])}))
		}
		for _, e := range entries {
			key := scalar(e.Key)
			for i := range v.NumField() {
				if at := v.Type().Field(i).Tag.Get("at"); at != "" && v.Field(i).CanSet() && contains(strings.Fields(at), key) {
					v.Field(i).Set(reflect.ValueOf(Pos{file, textLine(e)}))
				}
				if name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ","); name == key && v.Field(i).CanSet() {
					setPositions(file, v.Field(i), e.Value)
				}
			}
		}
	case reflect.Slice:
		if seq, ok := n.(*ast.SequenceNode); ok {
			for i := 0; i < v.Len() && i < len(seq.Values); i++ {
				setPositions(file, v.Index(i), seq.Values[i])
			}
		}
	}
}

func mappingEntries(n ast.Node) []*ast.MappingValueNode {
	switch m := n.(type) {
	case *ast.MappingNode:
		return m.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{m}
	}
	return nil
}

func lineOf(e *ast.MappingValueNode) int {
	if t := e.Key.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line
	}
	return 1
}

// textLine is the line on which the text of an entry begins; that of a block (|-) begins below its key.
func textLine(e *ast.MappingValueNode) int {
	line := lineOf(e)
	if block, ok := e.Value.(*ast.LiteralNode); ok {
		if block.Start != nil && block.Start.Position != nil {
			line = block.Start.Position.Line
		}
		return line + 1
	}
	if t := e.Value.GetToken(); t != nil && t.Position != nil && t.Position.Line > 0 {
		return t.Position.Line
	}
	return line
}

// Bounds on one file, far above any honest pack: the parser's time grows with the square of the nesting.
const (
	maxFileBytes = 512 << 10
	maxNesting   = 64
)

// hostile tells why a text is not given to the parser at all.
func hostile(text []byte) string {
	if len(text) > maxFileBytes {
		return "文件超过 512 KB。请拆成几个文件。"
	}
	flow, dashes, lineStart := 0, 0, true
	for i, c := range text {
		switch c {
		case '[', '{':
			flow++
		case ']', '}':
			flow = max(0, flow-1)
		case '\n':
			dashes, lineStart = 0, true
			continue
		case '-', '?':
			if lineStart && i+1 < len(text) && text[i+1] == ' ' {
				dashes++
			}
		case ' ':
		default:
			lineStart = false
		}
		if flow > maxNesting || dashes > maxNesting {
			return "括号或列表嵌套太深。请检查是否漏写了右括号。"
		}
	}
	return ""
}

type aliasFinder struct{ found ast.Node }

// Visit implements ast.Visitor.
func (f *aliasFinder) Visit(n ast.Node) ast.Visitor {
	if _, ok := n.(*ast.AliasNode); ok && f.found == nil {
		f.found = n
	}
	return f
}

// findAlias returns the first alias: a few nested ones can stand for gigabytes.
func findAlias(n ast.Node) ast.Node {
	f := &aliasFinder{}
	ast.Walk(f, n)
	return f.found
}
