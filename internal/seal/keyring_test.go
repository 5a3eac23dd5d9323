package seal

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"
)

func TestSealOpens(t *testing.T) {
	k := ForTest()
	rapid.Check(t, func(t *rapid.T) {
		plain := rapid.StringN(1, 60, -1).Draw(t, "plain")
		sealed := k.Seal("person.id", plain)
		if bytes.Contains(sealed, []byte(plain)) && len(plain) > 4 {
			t.Fatal("plain text shows in the sealed value")
		}
		got, err := k.Open("person.id", sealed)
		if err != nil || got != plain {
			t.Fatalf("open: %q, %v", got, err)
		}
		if _, err := k.Open("person.phone", sealed); err != ErrSealed {
			t.Fatal("a value opened under another field's name")
		}
		i := rapid.IntRange(0, len(sealed)-1).Draw(t, "i")
		sealed[i] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		if _, err := k.Open("person.id", sealed); err != ErrSealed {
			t.Fatal("a changed value opened")
		}
	})
}

func TestBlindIsStableAndSeparate(t *testing.T) {
	k := ForTest()
	a := k.Blind("person.id", "11010519491231002X")
	if !bytes.Equal(a, k.Blind("person.id", "11010519491231002X")) {
		t.Error("equal values have different indexes")
	}
	if bytes.Equal(a, k.Blind("person.phone", "11010519491231002X")) {
		t.Error("the field does not enter the index")
	}
	if k.Blind("person.id", "") != nil || k.Seal("person.id", "") != nil {
		t.Error("an absent value must stay NULL")
	}
}

func TestGeneratedKeysDiffer(t *testing.T) {
	a, _ := Generate()
	b, _ := Generate()
	if bytes.Equal(a, b) {
		t.Fatal("two generated key files are equal")
	}
	ka, err := Parse(a)
	if err != nil {
		t.Fatal(err)
	}
	kb, _ := Parse(b)
	if _, err := kb.Open("f", ka.Seal("f", "x")); err != ErrSealed {
		t.Error("another installation's key opened the value")
	}
	if kb.Verify([]byte("m"), ka.Sign([]byte("m"))) {
		t.Error("another installation's signature verified")
	}
}

func BenchmarkSeal(b *testing.B) {
	k := ForTest()
	for b.Loop() {
		k.Seal("person.id", "11010519491231002X")
	}
}

func BenchmarkBlind(b *testing.B) {
	k := ForTest()
	for b.Loop() {
		k.Blind("person.id", "11010519491231002X")
	}
}
