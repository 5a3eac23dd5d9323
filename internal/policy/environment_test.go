package policy

import (
	"testing"

	"cel.dev/cel-go/cel"
)

// A text that was compiled before comes out the same, at its own place; a fault is told every time, and the same text with
// other names around it is compiled anew.
func TestTextsAreCompiledOnce(t *testing.T) {
	ints, err := environmentOf([]named{{"v.once_x", cel.IntType}})
	if err != nil {
		t.Fatal(err)
	}
	bools, err := environmentOf([]named{{"v.once_x", cel.BoolType}})
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := environmentOf([]named{{"v.once_x", cel.IntType}}); again != ints || bools == ints {
		t.Error("environments are told apart by something else than their names and types")
	}
	ps := &problems{}
	a := compile(ints, "v.once_x > 1", cel.BoolType, Pos{"a.yaml", 1}, "a", nil, ps)
	b := compile(ints, "v.once_x > 1", cel.BoolType, Pos{"b.yaml", 7}, "b", nil, ps)
	if len(ps.list) > 0 || a == nil || b == nil {
		t.Fatal(ps.list)
	}
	if a.ast != b.ast || a.at.File != "a.yaml" || b.at.File != "b.yaml" || b.at.Line != 7 {
		t.Errorf("got %+v at %v and %v", b.refs, a.at, b.at)
	}
	for n := 1; n <= 3; n++ {
		if compile(bools, "v.once_x > 1", cel.BoolType, Pos{"c.yaml", n}, "c", nil, ps) != nil || len(ps.list) != n {
			t.Fatalf("a bool is greater than 1: %v", ps.list)
		}
	}
	if compile(ints, "v.once_x > 1", cel.IntType, Pos{"d.yaml", 1}, "d", nil, ps) != nil {
		t.Error("a condition is taken for a number")
	}
	if x := compile(ints.forgetful(), "v.once_x > 2", cel.BoolType, Pos{}, "e", nil, ps); x == nil || ints.known("v.once_x > 2", cel.BoolType, Pos{}) != nil {
		t.Error("a text that was only tried is kept")
	}
}
