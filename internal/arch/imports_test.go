package arch

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors, from the ground up. A package may import packages of its own floor or lower ones; within the business floor
// the consumer declares the interface it needs, so two businesses never import each other except where allowed names it.
var floors = map[string]int{
	"errs": 0, "demo/account": 0, "calendar": 0, "clock": 0, "money": 0, "idnum": 0, "codes": 0, "division": 0, "seal": 0, "synth": 1, "sheet": 1,
	"access": 1, "postgres": 1, "postgres/local": 1, "postgres/testdb": 1, "job": 1, "audit": 1, "identity": 2,
	"registry": 3, "rulebook": 3, "policy": 3, "exchange": 3, "policy/clause": 3, "policy/policylist": 3, "policy/mutate": 3, "task": 3, "attachment": 3, "casefixture": 3,
	"casework": 4, "benefit": 4, "paper": 4, "notice": 4,
	"policy/advise":   3,
	"policy/columnar": 3,
	"population":      3, "simulation": 4,
	"throttle": 0, "keyset": 1,
	"selfcheck":          4,
	"exchange/transport": 6, "deptsim": 6, "faultrun": 9, "verification": 4, "verification/report": 4, "liveness": 4,
	"api": 6, "app": 7, "demo": 8, "bench": 8, "arch": 9,
}

// allowed names the imports between businesses: what follows a decision is told by casework's job arguments.
var allowed = map[[2]string]bool{
	{"benefit", "casework"}: true, {"paper", "casework"}: true, {"notice", "casework"}: true, {"verification/report", "casework"}: true,
}

const module = "zhongfu/"

func floorOf(t *testing.T, pkg string) int {
	f, ok := floors[pkg]
	if !ok {
		// generated query packages live on their parent's floor
		if parent := filepath.Dir(pkg); parent != "." && strings.HasSuffix(pkg, "db") {
			return floorOf(t, parent)
		}
		t.Errorf("internal/%s stands on no floor: add it to floors in imports_test.go", pkg)
	}
	return f
}

func TestImportsOnlyGoDown(t *testing.T) {
	eachGoFile(t, func(path, pkg string) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		mine := floorOf(t, pkg)
		for _, imp := range f.Imports {
			p, _ := strconv.Unquote(imp.Path.Value)
			target, ours := strings.CutPrefix(p, module+"internal/")
			if !ours || strings.HasPrefix(target, pkg+"/") || strings.HasPrefix(pkg, target+"/") {
				continue
			}
			theirs := floorOf(t, target)
			if theirs > mine {
				t.Errorf("%s imports %s, which stands above it", path, target)
			}
			if target == "casefixture" {
				t.Errorf("%s imports %s, which is for tests only", path, target)
			}
			if mine == 4 && theirs == 4 && target != pkg && !allowed[[2]string{pkg, target}] {
				t.Errorf("%s: business %s imports business %s; declare the interface it needs instead", path, pkg, target)
			}
		}
	})
}

// Businesses and the ground know nothing of HTTP; only the edge does.
func TestDomainIsFreeOfHTTP(t *testing.T) {
	eachGoFile(t, func(path, pkg string) {
		if strings.HasSuffix(path, "_test.go") || floors[pkg] >= 6 {
			return
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, imp := range f.Imports {
			if p, _ := strconv.Unquote(imp.Path.Value); strings.Contains(p, "danielgtaylor/huma") || p == "net/http" && pkg != "attachment" {
				t.Errorf("%s imports %s: HTTP belongs to the edge", path, p)
			}
		}
	})
}

func TestPackagesSayWhatTheyPromise(t *testing.T) {
	documented, seen := map[string]bool{}, map[string]bool{}
	eachGoFile(t, func(path, pkg string) {
		if strings.HasSuffix(path, "_test.go") || strings.HasSuffix(pkg, "db") && pkg != "postgres/testdb" {
			return
		}
		seen[pkg] = true
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments|parser.PackageClauseOnly)
		if err != nil {
			t.Fatal(err)
		}
		if f.Doc != nil && strings.HasPrefix(f.Doc.Text(), "Package "+f.Name.Name+" ") {
			documented[pkg] = true
		}
	})
	for pkg := range seen {
		if !documented[pkg] {
			t.Errorf("internal/%s has no package comment", pkg)
		}
	}
}

// Business dates come from the injected clock. The edge may measure durations.
func TestNobodyReadsTheWallClock(t *testing.T) {
	eachGoFile(t, func(path, pkg string) {
		if strings.HasSuffix(path, "_test.go") || floors[pkg] >= 6 || pkg == "clock" || strings.HasPrefix(pkg, "postgres") {
			return
		}
		if src := read(t, path); strings.Contains(src, "time.Now()") {
			t.Errorf("%s calls time.Now: take a clock.Clock", path)
		}
	})
}

func eachGoFile(t *testing.T, visit func(path, pkg string)) {
	t.Helper()
	root := filepath.Join("..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		visit(path, filepath.ToSlash(filepath.Dir(rel)))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
