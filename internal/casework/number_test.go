package casework_test

import (
	"testing"

	"zhongfu/internal/casework"
)

// A case is found by its number or the beginning of it, in whatever case it is typed, and only inside the range.
func TestListByNumber(t *testing.T) {
	w := setUp(t)
	s := w.submit(application())
	for _, c := range []struct {
		who    string
		typed  string
		wanted int
	}{
		{"clerk", s.Number, 1}, {"clerk", " " + s.Number[:12], 1}, {"clerk", "gd" + s.Number[2:], 1},
		{"clerk", s.Number[:len(s.Number)-1] + "9", 0}, {"clerk", "%", 0}, {"elsewhere", s.Number, 0},
	} {
		actor := clerk
		if c.who == "elsewhere" {
			actor = farClerk
		}
		page, err := w.List(w.ctx, actor, casework.CaseFilter{Number: c.typed})
		if err != nil {
			t.Fatal(err)
		}
		if len(page.Items) != c.wanted {
			t.Errorf("%s types %q and finds %d cases, want %d", c.who, c.typed, len(page.Items), c.wanted)
		}
	}
}
