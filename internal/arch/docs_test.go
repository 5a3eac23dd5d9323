package arch

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The policy map is worth its names: each test, path, package and part of a pack that it sets in backquotes exists.
func TestPolicyMapNamesWhatExists(t *testing.T) {
	page := read(t, "../../docs/policy-map.md")
	tests, keys := testNames(t), packKeys(t)
	test := regexp.MustCompile(`^([a-z/]+)\.((?:Test|Fuzz)\w+)$`)
	named := map[string]int{}
	for _, m := range regexp.MustCompile("`([^`\n]+)`").FindAllStringSubmatch(page, -1) {
		name := m[1]
		switch parts := test.FindStringSubmatch(name); {
		case parts != nil:
			named["test"]++
			if !tests[name] {
				t.Errorf("no test %s", name)
			}
		case strings.ContainsAny(name, "/.*"):
			named["path"]++
			if !pathExists(t, name) {
				t.Errorf("no path %s", name)
			}
		default:
			if info, err := os.Stat(filepath.Join("..", name)); (err != nil || !info.IsDir()) && !keys[name] && !pathExists(t, name) {
				t.Errorf("%s is no package, and no id or key of a pack", name)
			}
		}
	}
	if named["test"] < 40 || named["path"] < 40 {
		t.Errorf("only %d tests and %d paths found: is the page read as it is written?", named["test"], named["path"])
	}
	// A test or path that lost its backquotes would go unseen.
	bare := regexp.MustCompile("`[^`\n]*`").ReplaceAllString(page, "")
	if m := regexp.MustCompile(`\b(?:Test[A-Z]\w+|\w+/[\w/]+\.\w+)`).FindString(bare); m != "" {
		t.Errorf("%s stands without backquotes", m)
	}
}

// pathExists looks at the root, in internal, among the packs and in each pack. A * stands for any name.
func pathExists(t *testing.T, path string) bool {
	t.Helper()
	for _, from := range []string{"", "internal", "policies", "policies/*"} {
		found, err := filepath.Glob(filepath.Join("../..", from, path))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if len(found) > 0 {
			return true
		}
	}
	return false
}

// testNames are the tests and fuzz tests below internal as package.Name.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	out, head := map[string]bool{}, regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	eachGoFile(t, func(path, pkg string) {
		if !strings.HasSuffix(path, "_test.go") {
			return
		}
		for _, m := range head.FindAllStringSubmatch(read(t, path), -1) {
			out[pkg+"."+m[1]] = true
		}
	})
	return out
}

// packKeys are the ids and field names of the packs.
func packKeys(t *testing.T) map[string]bool {
	t.Helper()
	out, key := map[string]bool{}, regexp.MustCompile(`\b(?:id|key): (\w+)|(?m)^\s*(\w+):`)
	err := filepath.WalkDir("../../policies", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".yaml") {
			return err
		}
		for _, m := range key.FindAllStringSubmatch(read(t, path), -1) {
			out[m[1]+m[2]] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
