package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/errs"
)

// The PDF is made once by the browser of the machine; without one the page stays and says so.
func TestPDF(t *testing.T) {
	w := newWorld(t)
	f := w.family(nil)
	w.answered(w.ordered(f), &f.Household, f.Members, "member", nil)
	r, err := w.s.IssueForCase(w.ctx, officer, f.ID, IssueInput{ID: uuid.New()})
	if err != nil {
		t.Fatal(err)
	}
	html, err := w.s.Print(w.ctx, officer, r.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{r.Number, r.Digest, "仅用于社会救助", "复核途径", "核对专用章", "<svg", "授权书编号", "SQ-周父"} {
		if !strings.Contains(string(html), part) {
			t.Errorf("the page lacks %s", part)
		}
	}
	if _, _, err := w.s.PDF(w.ctx, officer, r.ID); !errs.Is(err, errs.NotFound) || r.PDF != "none" {
		t.Errorf("%s %v", r.PDF, err)
	}
	if w.s.settings.Chromium = FindChromium(); w.s.settings.Chromium == "" {
		t.Skip("no browser here")
	}
	for range 2 {
		if err := w.s.makePDF(w.ctx, r.OrderID, r.ID); err != nil {
			t.Fatal(err)
		}
	}
	name, pdf, err := w.s.PDF(w.ctx, officer, r.ID)
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) < 5000 || !strings.Contains(name, r.Number) {
		t.Errorf("%s, %d bytes, %v", name, len(pdf), err)
	}
	if got, err := w.s.Get(w.ctx, officer, r.ID); err != nil || got.PDF != "ready" || len(got.PDFDigest) != 64 {
		t.Errorf("%s %v", got.PDF, err)
	}
}
