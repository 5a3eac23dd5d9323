package throttle

import (
	"testing"
	"time"
)

func TestBucketEmptiesAndRefills(t *testing.T) {
	l := New(2, time.Minute)
	at := time.Unix(1_700_000_000, 0)
	for i, want := range []bool{true, true, false} {
		if l.Take("a", at) != want {
			t.Errorf("take %d: want %v", i+1, want)
		}
	}
	if !l.Take("b", at) {
		t.Error("another address is held back")
	}
	if l.Take("a", at.Add(59*time.Second)) || !l.Take("a", at.Add(time.Minute)) {
		t.Error("one token comes back after a minute, not before")
	}
}

func TestNetworkOfAnAddress(t *testing.T) {
	for remote, want := range map[string]string{"192.0.2.7": "192.0.2.7", "2001:db8:1:2:3::4": "2001:db8:1:2::/64", "?": "?"} {
		if got := Network(remote); got != want {
			t.Errorf("%s: got %s, want %s", remote, got, want)
		}
	}
}

func TestManyAddressesAreForgotten(t *testing.T) {
	l := New(1, time.Hour)
	at := time.Unix(1_700_000_000, 0)
	for i := range most + 10 {
		l.Take(time.Duration(i).String(), at)
	}
	if len(l.buckets) > most {
		t.Errorf("%d addresses are remembered", len(l.buckets))
	}
}
