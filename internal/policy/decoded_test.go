package policy

import (
	"reflect"
	"strings"
	"testing"

	"zhongfu/policies"
)

// What one pack does with the text that it read is nothing to the next pack that reads the same text.
func TestLoadedTwiceSharesNothingThatIsWritten(t *testing.T) {
	first, _ := readPack(policies.FS, "guangdong", &problems{})
	want, _ := readPack(policies.FS, "guangdong", &problems{})
	spoilt := 0
	for i := range first.parameters {
		for j := range first.parameters[i].Values {
			v := &first.parameters[i].Values[j]
			v.Source.Document, v.Value = "spoilt", "spoilt"
			for k := range v.Divisions {
				v.Divisions[k] = "spoilt"
			}
			if v.Until != nil {
				*v.Until++
			}
			spoilt++
		}
	}
	for _, c := range first.cases {
		c.Item, c.Household["spoilt"] = "spoilt", true
		for _, m := range c.Members {
			clear(m)
		}
		clear(c.Expect.Values)
	}
	for i := range first.items {
		for j := range first.items[i].Rules {
			first.items[i].Rules[j].When = "spoilt"
		}
		if a := first.items[i].Amount; a != nil {
			a.Expr = "spoilt"
		}
	}
	if spoilt == 0 {
		t.Fatal("the pack has no values; the test shows nothing")
	}
	again, ok := readPack(policies.FS, "guangdong", &problems{})
	if !ok || !reflect.DeepEqual(again, want) {
		t.Error("what was written into a pack shows in the next one read from the same text")
	}
}

// A copy from the cache is what the decoder gives: read with and without it, every pack is the same.
func TestCacheGivesWhatTheDecoderGives(t *testing.T) {
	for _, name := range []string{"national", "guangdong", "shandong"} {
		if _, ok := readPack(policies.FS, name, &problems{}); !ok {
			t.Fatal(name)
		}
		kept, _ := readPack(policies.FS, name, &problems{})
		decodedFiles.mu.Lock()
		decodedFiles.kept = nil
		decodedFiles.mu.Unlock()
		fresh, _ := readPack(policies.FS, name, &problems{})
		if !reflect.DeepEqual(kept, fresh) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestDecodedCache(t *testing.T) {
	type list struct{ Lines []string }
	c := decodedCache{limit: 10}
	key := func(s string) decodedKey { return decodedKeyOf("f", []byte(s), reflect.TypeFor[*list]()) }
	put := func(s string) { c.put(key(s), reflect.ValueOf(&list{strings.Fields(s)}), len(s)) }
	get := func(s string) (l list, ok bool) { ok = c.get(key(s), reflect.ValueOf(&l)); return l, ok }
	put("a b c")
	if l, ok := get("a b c"); !ok || len(l.Lines) != 3 {
		t.Errorf("got %v, %v", l, ok)
	}
	put("a b c") // counted once
	put("d e f")
	if _, ok := get("a b c"); !ok {
		t.Error("forgotten below the limit")
	}
	put("g")
	if _, ok := get("a b c"); ok || c.bytes != 1 {
		t.Errorf("kept %d bytes past the limit", c.bytes)
	}
	if _, ok := get("g"); !ok {
		t.Error("the newest is not kept")
	}
}

// The same fault is told each time that a file is read.
func TestFaultsAreToldAgain(t *testing.T) {
	for range 3 {
		ps := &problems{}
		var f factFile
		if decodeYAML("x/facts/a.yaml", []byte("facts:\n  - {nokey: 1}\n"), &f, ps) || len(ps.list) != 1 {
			t.Fatalf("got %v", ps.list)
		}
	}
}
