package division

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Index answers questions about divisions from memory. It is never changed after New and safe for concurrent use.
type Index struct {
	rows     []Division
	at       map[int64]int32
	children map[int64][]int32 // by the parent that screens show
}

// New builds an index over rows, which must be in order of code and hold the parent of each row.
func New(rows []Division) (*Index, error) {
	x := &Index{rows: rows, at: make(map[int64]int32, len(rows)), children: map[int64][]int32{}}
	for i, d := range rows {
		if i > 0 && rows[i-1].Code >= d.Code {
			return nil, fmt.Errorf("division: code %d out of order", d.Code)
		}
		x.at[d.Code] = int32(i)
	}
	for i, d := range rows {
		if _, ok := x.at[d.Parent]; d.Parent != 0 && !ok {
			return nil, fmt.Errorf("division: %d %s: no parent %d", d.Code, d.Name, d.Parent)
		}
		if !d.Placeholder {
			p := visible(d.Parent)
			x.children[p] = append(x.children[p], int32(i))
		}
	}
	return x, nil
}

// visible is the division that stands for code on screens: a placeholder's city.
func visible(code int64) int64 {
	if IsPlaceholder(code) {
		return ParentOf(code)
	}
	return code
}

// Len is the number of rows, placeholders included.
func (x *Index) Len() int { return len(x.rows) }

// All yields every row in order of code, placeholders included.
func (x *Index) All() iter.Seq[Division] { return slices.Values(x.rows) }

// Get returns the division with this code.
func (x *Index) Get(code int64) (Division, bool) {
	i, ok := x.at[code]
	if !ok {
		return Division{}, false
	}
	return x.rows[i], true
}

// Name returns the division's own name, or "" for an unknown code.
func (x *Index) Name(code int64) string {
	d, _ := x.Get(code)
	return d.Name
}

// Children returns the divisions directly inside code in order of code; 0 gives the provinces. A placeholder is
// stepped over: its towns stand directly under the city.
func (x *Index) Children(code int64) []Division {
	idx := x.children[visible(code)]
	out := make([]Division, len(idx))
	for i, k := range idx {
		out[i] = x.rows[k]
	}
	return out
}

// Path returns the divisions from the province down to code, without placeholders; empty for an unknown code.
func (x *Index) Path(code int64) []Division {
	d, ok := x.Get(visible(code))
	if !ok {
		return nil
	}
	out := make([]Division, 0, 5)
	for ok {
		if !d.Placeholder {
			out = append(out, d)
		}
		d, ok = x.Get(d.Parent)
	}
	slices.Reverse(out)
	return out
}

// FullName joins the names from the province down: 广东省广州市越秀区北京街道. "" for an unknown code.
func (x *Index) FullName(code int64) string { return x.ShortName(code, Nation) }

// ShortName is FullName from the level below `below` on: with the county level of whoever looks, 北京街道盐运西社区居委会.
// It is the division's own name when it stands above that level.
func (x *Index) ShortName(code int64, below Level) string {
	path := x.Path(code)
	var b strings.Builder
	for i, d := range path {
		if d.Level > below || i == len(path)-1 {
			b.WriteString(d.Name)
		}
	}
	return b.String()
}

// within returns the rows whose code lies in lo … hi.
func (x *Index) within(lo, hi int64) []Division {
	byCode := func(d Division, code int64) int {
		switch {
		case d.Code < code:
			return -1
		case d.Code > code:
			return 1
		}
		return 0
	}
	i, _ := slices.BinarySearchFunc(x.rows, lo, byCode)
	j, found := slices.BinarySearchFunc(x.rows, hi, byCode)
	if found {
		j++
	}
	if j < i {
		return nil
	}
	return x.rows[i:j]
}

// Villages returns the villages inside scope in order of code.
func (x *Index) Villages(scope int64) []Division {
	var out []Division
	for _, d := range x.within(Range(scope)) {
		if d.Level == Village {
			out = append(out, d)
		}
	}
	return out
}
