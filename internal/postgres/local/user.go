package local

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
)

// unprivileged is the account that the server runs as when the program itself runs as root, which PostgreSQL refuses.
type unprivileged struct {
	name     string
	uid, gid int
}

func unprivilegedUser() (*unprivileged, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err1 := strconv.Atoi(u.Uid)
		gid, err2 := strconv.Atoi(u.Gid)
		if err1 == nil && err2 == nil && uid != 0 {
			return &unprivileged{name, uid, gid}, nil
		}
	}
	return nil, fmt.Errorf("以 root 运行时需要一个普通用户（postgres 或 nobody）来运行 PostgreSQL，本机没有找到")
}

// shelter holds what must lie where the unprivileged user can reach it.
const shelter = "/var/lib/zhongfu"

// reachable returns dir, or a folder in the shelter when some parent of dir is closed to other users (as /root is).
func (u *unprivileged) reachable(dir string) string {
	if open(dir) {
		return dir
	}
	moved := sheltered(dir, filepath.Base(dir))
	_ = os.MkdirAll(filepath.Dir(moved), 0o755) // a failure shows when the folder itself is made
	return moved
}

// programs returns the folder of the programs, or that of a copy in the shelter when the user cannot reach them.
func (u *unprivileged) programs(bin string) (string, error) {
	if open(bin) {
		return bin, nil
	}
	moved := sheltered(filepath.Dir(bin), "pgsql")
	if isFile(filepath.Join(moved, "bin", "postgres")) {
		return filepath.Join(moved, "bin"), nil
	}
	half := moved + ".part"
	_ = os.RemoveAll(half)
	if err := os.MkdirAll(filepath.Dir(half), 0o755); err != nil {
		return "", err
	}
	if err := os.CopyFS(half, os.DirFS(filepath.Dir(bin))); err != nil {
		return "", fmt.Errorf("PostgreSQL 程序无法复制到 %s：%w", moved, err)
	}
	return filepath.Join(moved, "bin"), os.Rename(half, moved)
}

func sheltered(of, name string) string {
	sum := sha256.Sum256([]byte(of))
	return filepath.Join(shelter, hex.EncodeToString(sum[:6]), name)
}

// open tells whether every parent of a path lets other users pass.
func open(path string) bool {
	for p := filepath.Dir(path); ; p = filepath.Dir(p) {
		if st, err := os.Stat(p); err == nil && st.Mode().Perm()&0o001 == 0 {
			return false
		}
		if p == "/" || p == "." {
			return true
		}
	}
}
