package arch

import (
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
)

// What people tell the self-check is kept nowhere: neither it nor what it stands on can reach a database, the audit trail, a
// file or a log.
func TestSelfcheckCanStoreNothing(t *testing.T) {
	banned := []string{"zhongfu/internal/postgres", "zhongfu/internal/audit", "zhongfu/internal/job", "zhongfu/internal/attachment",
		"database/sql", "github.com/jackc", "log", "log/slog", "os", "io/ioutil", "net/http"}
	files := 0
	eachGoFile(t, func(path, pkg string) {
		if strings.HasSuffix(path, "_test.go") || pkg != "selfcheck" && pkg != "policy/advise" && pkg != "throttle" {
			return
		}
		files++
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, imp := range f.Imports {
			p, _ := strconv.Unquote(imp.Path.Value)
			for _, b := range banned {
				if p == b || strings.HasPrefix(p, b+"/") {
					t.Errorf("%s imports %s", path, p)
				}
			}
		}
	})
	if files < 10 {
		t.Errorf("only %d files were looked at", files)
	}
}
