package rulebook_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"zhongfu/internal/errs"
	"zhongfu/internal/rulebook"
)

// A draft can be tried out as it stands, with approved standards over it; nothing of it is archived.
func TestDraftIsTriedOut(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	d := o.draftWith(t, append(slices.Clone(bump), shantou...)...)
	c, err := o.ProposeChange(ctx, guangzhou, raise("1400", today.AddDays(1), "4401"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.ApproveChange(ctx, second, c.ID, 0); err != nil {
		t.Fatal(err)
	}
	got, err := o.Trial(ctx, drafter, d.ID)
	if err != nil || got.Title != d.Title || got.Version != d.Version {
		t.Fatalf("%+v, %v", got, err)
	}
	urban := true
	for place, want := range map[int64]int64{440507001001: 109000, 440104003001: 140000} {
		u, err := got.Pack.Parameter("dibao_standard", place, today.AddDays(1), &urban)
		if err != nil || u.Value != want {
			t.Errorf("%d: %v (%v), want %d", place, u.Value, err, want)
		}
	}
	if list, err := o.Versions(ctx, drafter, "guangdong"); err != nil || len(list) != 1 {
		t.Errorf("the trial was archived: %+v, %v", list, err)
	}
	if _, err := o.Trial(ctx, guangzhou, d.ID); !errs.Is(err, errs.Forbidden) {
		t.Errorf("a city tries a draft out: %v", err)
	}
	if _, err := o.Trial(ctx, shandong, d.ID); !errs.Is(err, errs.NotFound) {
		t.Errorf("another province tries a draft out: %v", err)
	}
	d, err = o.EditDraft(ctx, drafter, d.ID, rulebook.Edit{Path: "guangdong/items/dibao.yaml", Text: "id: [", Version: d.Version})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Trial(ctx, drafter, d.ID); !errs.Is(err, errs.Invalid) || !strings.Contains(err.Error(), "dibao.yaml") {
		t.Errorf("a broken draft: %v", err)
	}
	if err := o.DropDraft(ctx, drafter, d.ID, d.Version); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Trial(ctx, drafter, d.ID); err == nil {
		t.Error("a dropped draft is tried out")
	}
}
