package attachment_test

import (
	"bytes"
	"context"
	"slices"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/attachment"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/errs"
)

func service(w *casefixture.World) *attachment.Service { return attachment.New(w.DB, w.Keys, w.Clock) }

func TestSameFileTwiceIsOneAttachment(t *testing.T) {
	w := casefixture.New(t)
	ctx, s, clerk := context.Background(), service(w), casefixture.Actor(access.TownClerk, casefixture.Beijing)
	f := w.CaseOf(casefixture.Village, "dibao", w.Grown("李建国"))
	up := attachment.Upload{CaseID: f.ID, Kind: "id_card", Name: "身份证.jpg", Content: jpegFile(64, 48)}
	var wg sync.WaitGroup
	ids := make(chan uuid.UUID, 10)
	for range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			a, err := s.Add(ctx, clerk, up)
			if err != nil {
				t.Errorf("Add: %v", err)
			}
			ids <- a.ID
		}()
	}
	wg.Wait()
	close(ids)
	first := <-ids
	for id := range ids {
		if id != first {
			t.Error("the same file became two attachments")
		}
	}
	up.Name, up.Content = "换个名字.jpg", append(slices.Clone(up.Content), "trailing"...)
	if a, err := s.Add(ctx, clerk, up); err != nil || a.ID != first || !a.Existing || a.Name != "身份证.jpg" {
		t.Errorf("the same picture under another name: %+v, %v", a, err)
	}
	up.Kind = "household_register"
	if a, err := s.Add(ctx, clerk, up); err != nil || a.ID == first {
		t.Errorf("the same picture as proof of something else: %+v, %v", a, err)
	}
	a, content, err := s.Open(ctx, clerk, f.ID, first)
	if err != nil || !bytes.Equal(content, jpegFile(64, 48)) || a.MIME != attachment.JPEG {
		t.Errorf("opened %+v, %d bytes, %v", a, len(content), err)
	}
	var sealed []byte
	w.Tx(func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select sealed from attachment where id = $1`, first).Scan(&sealed)
	})
	if bytes.Contains(sealed, []byte("JFIF")) || bytes.Contains(sealed, jpegFile(64, 48)[100:140]) {
		t.Error("the store holds the picture in clear")
	}
	if n := w.Count(`select count(*) from audit_event where root_id = $1 and action = 'case.attach'`, f.ID); n != 2 {
		t.Errorf("%d audit events of 2 attachments", n)
	}
}

func TestRemovingKeepsTheRowAndEndsWithTheCase(t *testing.T) {
	w := casefixture.New(t)
	ctx, s, clerk := context.Background(), service(w), casefixture.Actor(access.TownClerk, casefixture.Beijing)
	f := w.CaseOf(casefixture.Village, "dibao", w.Grown("李建国"))
	up := attachment.Upload{CaseID: f.ID, Kind: "other", Name: "a.png", Content: pngFile(40, 30)}
	a, err := s.Add(ctx, clerk, up)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(ctx, clerk, f.ID, a.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(ctx, clerk, f.ID, a.ID); !errs.Is(err, errs.NotFound) {
		t.Errorf("removed twice: %v", err)
	}
	if _, _, err := s.Open(ctx, clerk, f.ID, a.ID); !errs.Is(err, errs.NotFound) {
		t.Errorf("a removed file opened: %v", err)
	}
	list, err := s.List(ctx, clerk, f.ID)
	if err != nil || len(list) != 1 || list[0].RemovedAt == nil || list[0].KindLabel != "其他材料" {
		t.Errorf("list %+v, %v", list, err)
	}
	b, err := s.Add(ctx, clerk, up)
	if err != nil || b.ID == a.ID {
		t.Errorf("handed in again: %+v, %v", b, err)
	}
	w.Exec(`update cases set status = 'confirmed', closed_at = $2 where id = $1`, f.ID, w.Clock.Now())
	if err := s.Remove(ctx, clerk, f.ID, b.ID); !errs.Is(err, errs.Conflict) {
		t.Errorf("removed from a closed case: %v", err)
	}
	up.Kind = "id_card"
	if _, err := s.Add(ctx, clerk, up); !errs.Is(err, errs.Conflict) {
		t.Errorf("added to a closed case: %v", err)
	}
}

func TestWhoMayAttachAndSee(t *testing.T) {
	w := casefixture.New(t)
	ctx, s := context.Background(), service(w)
	f := w.CaseOf(casefixture.Village, "dibao", w.Grown("李建国"))
	const window = int64(440106001000) // another county's town, where the case was handed in
	w.Exec(`update cases set handed_in_division = $2 where id = $1`, f.ID, window)
	n := 20
	for _, c := range []struct {
		name           string
		who            access.Actor
		attach, read   errs.Kind
		mayAdd, maySee bool
	}{
		{"town clerk", casefixture.Actor(access.TownClerk, casefixture.Beijing), 0, 0, true, true},
		{"window that handed it in", casefixture.Actor(access.TownClerk, window), 0, 0, true, true},
		{"village assistant", casefixture.Actor(access.VillageAssistant, casefixture.Village), 0, 0, true, true},
		{"county reviewer", casefixture.Actor(access.CountyReviewer, casefixture.Yuexiu), 0, 0, true, true},
		{"county approver", casefixture.Actor(access.CountyApprover, casefixture.Yuexiu), errs.Forbidden, 0, false, true},
		{"auditor", casefixture.Actor(access.Auditor, 440100000000), errs.Forbidden, 0, false, true},
		{"next village", casefixture.Actor(access.VillageAssistant, casefixture.Village2), errs.NotFound, errs.NotFound, false, false},
		{"clerk elsewhere", casefixture.Actor(access.TownClerk, 440305001000), errs.NotFound, errs.NotFound, false, false},
		{"administrator", casefixture.Actor(access.Administrator, casefixture.Yuexiu), errs.Forbidden, errs.Forbidden, false, false},
		{"public", access.Public("1.1.1.1"), errs.Unauthenticated, errs.Unauthenticated, false, false},
	} {
		n++
		a, err := s.Add(ctx, c.who, attachment.Upload{CaseID: f.ID, Kind: "other", Name: "a.jpg", Content: jpegFile(n, n)})
		if c.mayAdd != (err == nil) || err != nil && !errs.Is(err, c.attach) {
			t.Errorf("%s adds: %v", c.name, err)
		}
		list, err := s.List(ctx, c.who, f.ID)
		if c.maySee != (err == nil) || err != nil && !errs.Is(err, c.read) || c.maySee && len(list) == 0 {
			t.Errorf("%s lists %d: %v", c.name, len(list), err)
		}
		if c.mayAdd {
			if _, content, err := s.Open(ctx, c.who, f.ID, a.ID); err != nil || len(content) == 0 {
				t.Errorf("%s opens: %v", c.name, err)
			}
		}
	}
	if _, err := s.Add(ctx, casefixture.Actor(access.TownClerk, casefixture.Beijing), attachment.Upload{CaseID: f.ID, Kind: "virus", Name: "a.jpg", Content: jpegFile(99, 99)}); !errs.Is(err, errs.Invalid) {
		t.Errorf("an unknown kind: %v", err)
	}
	if _, err := s.Add(ctx, casefixture.Actor(access.TownClerk, casefixture.Beijing), attachment.Upload{CaseID: uuid.New(), Kind: "other", Name: "a.jpg", Content: jpegFile(99, 99)}); !errs.Is(err, errs.NotFound) {
		t.Errorf("an unknown case: %v", err)
	}
	other := w.CaseOf(casefixture.Village2, "dibao", w.Grown("别家"))
	a, err := s.Add(ctx, casefixture.Actor(access.TownClerk, 440104004000), attachment.Upload{CaseID: other.ID, Kind: "other", Name: "a.jpg", Content: jpegFile(98, 98)})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Open(ctx, casefixture.Actor(access.TownClerk, casefixture.Beijing), f.ID, a.ID); !errs.Is(err, errs.NotFound) {
		t.Errorf("another case's file opened through this one: %v", err)
	}
}
