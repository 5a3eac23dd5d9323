package keyset

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/errs"
)

type place struct {
	At time.Time
	ID uuid.UUID
}

func TestPlacesComeBack(t *testing.T) {
	want := place{time.Date(2026, 11, 26, 8, 0, 0, 1000, time.UTC), uuid.New()}
	var got place
	if err := Read(Write(want), "after", &got); err != nil || got != want {
		t.Errorf("%v came back as %v, %v", want, got, err)
	}
	if err := Read("", "after", &got); err != nil || got != want {
		t.Errorf("the first page moved the place to %v, %v", got, err)
	}
}

func TestOtherTextsAreRefused(t *testing.T) {
	for _, text := range []string{"x", "****", Write("no place"), Write(place{})[1:], "e30=" /* padded */} {
		var got place
		if err := Read(text, "after", &got); !errs.Is(err, errs.Invalid) {
			t.Errorf("%q was read: %v", text, err)
		}
	}
}
