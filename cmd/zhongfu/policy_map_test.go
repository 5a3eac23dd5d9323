package main

import (
	"os"
	"strings"
	"testing"

	"zhongfu/internal/policy/policylist"
)

// The policy map holds what the packs say now.
func TestPolicyMapHoldsThePacks(t *testing.T) {
	code, out, errText := runPolicy("", "map")
	if code != 0 {
		t.Fatalf("exit %d: %s", code, errText)
	}
	page, err := os.ReadFile("../../docs/policy-map.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), out) {
		t.Error("docs/policy-map.md is not what the packs say; run: go run ./cmd/zhongfu policy map --write docs/policy-map.md")
	}
	for _, want := range []string{"| dibao ", "| bravery ", "| dibao_standard ", "GD2019 （六）", "`guangdong/cases/dibao_income.yaml` ("} {
		if !strings.Contains(out, want) {
			t.Errorf("the map does not say %q", want)
		}
	}
	plain := t.TempDir() + "/plain.md"
	if err := os.WriteFile(plain, []byte("# no marks\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errText := runPolicy("", "map", "--write", plain); code != 2 || !strings.Contains(errText, policylist.MapBegin) {
		t.Errorf("a page without marks: exit %d, %s", code, errText)
	}
}
