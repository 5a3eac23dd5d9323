package identity_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhongfu/internal/errs"
	"zhongfu/internal/identity"
)

func TestHashVerifiesOnlyItsPassword(t *testing.T) {
	h := identity.Cheap()
	rapid.Check(t, func(t *rapid.T) {
		password := rapid.String().Draw(t, "password")
		other := rapid.OneOf(rapid.String(), rapid.Custom(func(t *rapid.T) string { // a near miss
			return rapid.SampledFrom([]string{password + " ", password + "\x00", strings.ToUpper(password) + "x", "x" + password}).Draw(t, "near")
		})).Draw(t, "other")
		hash := h.Hash(password)
		if !h.Verify(hash, password) {
			t.Fatal("own password refused")
		}
		if other != password && h.Verify(hash, other) {
			t.Fatalf("%q opens the hash of %q", other, password)
		}
		if h.Hash(password) == hash {
			t.Fatal("two hashes of one password are equal: no salt")
		}
	})
}

func TestHashCarriesItsCost(t *testing.T) {
	hash := identity.Cheap().Hash("x")
	if !strings.HasPrefix(hash, "$argon2id$v=19$m=64,t=1,p=1$") {
		t.Errorf("%s", hash)
	}
	if !identity.Production().Verify(hash, "x") {
		t.Error("a hash of another cost is not verified")
	}
	for _, broken := range []string{"", "x", "$argon2id$v=19$m=64,t=1,p=1$$", strings.Replace(hash, "argon2id", "argon2i", 1), strings.Replace(hash, "v=19", "v=16", 1),
		strings.Replace(hash, "m=64", "m=99999999", 1), strings.Replace(hash, "t=1", "t=0", 1), strings.Replace(hash, "p=1", "p=0", 1), hash[:len(hash)-30]} {
		if identity.Cheap().Verify(broken, "x") {
			t.Errorf("%q verifies", broken)
		}
	}
}

func FuzzVerify(f *testing.F) {
	good := identity.Cheap().Hash("x")
	f.Add(good)
	f.Add("$argon2id$v=19$m=64,t=1,p=1$AAAA$AAAA")
	f.Fuzz(func(t *testing.T, hash string) {
		if len(hash) > 200 || strings.Contains(hash, "m=") && !strings.Contains(hash, "m=64,t=1,") {
			return // dear costs are legal and slow
		}
		if identity.Cheap().Verify(hash, "y") && !strings.HasPrefix(hash, "$argon2id$") {
			t.Errorf("%q verifies", hash)
		}
	})
}

func TestPasswordRules(t *testing.T) {
	for password, want := range map[string]string{
		"Wt7-kz9Q-mm3x": "",
		"三人行必有我师焉择其善者而从之其不善者改之": "",
		"Wt7-kz9Q":                 "太短",
		"":                         "太短",
		strings.Repeat("Ab1-", 17): "太长",
		"wtkzqmmxnvbr":             "太简单",
		"WTKZQMMX739582":           "太简单",
		"Wangli-739582":            "登录名",
		"Kz9-王丽-mm3x-Q":            "姓名",
		"P@ssw0rd-7395":            "常见",
		"Wt7-kz9Q-1234":            "连续",
		"Wt7-kz9Q-aaaa":            "连续",
		"Wt7-kz9Q-dcba":            "连续",
		"Wt7-kz9Q\x07mm3x":         "控制字符",
	} {
		err := identity.CheckPassword(password, "wangli", "王丽")
		if want == "" && err != nil {
			t.Errorf("%q refused: %v", password, err)
		}
		if want != "" && (!errs.Is(err, errs.Invalid) || !mentions(err, want)) {
			t.Errorf("%q: %v, want a word about %s", password, err, want)
		}
	}
}

func mentions(err error, word string) bool {
	for _, f := range errs.As(err).Fields {
		if f.Name == "new" && strings.Contains(f.Message, word) {
			return true
		}
	}
	return false
}

func TestOneTimePasswordsPassTheRules(t *testing.T) {
	seen := map[string]bool{}
	for range 500 {
		p := identity.OneTimePassword("wangli", "王丽")
		if err := identity.CheckPassword(p, "wangli", "王丽"); err != nil || seen[p] {
			t.Fatalf("%q: %v, seen before: %v", p, err, seen[p])
		}
		seen[p] = true
	}
}
