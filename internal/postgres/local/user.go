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

// reachable returns dir, or a folder under /var/lib/zhongfu when some parent of dir is closed to other users (as /root is).
func (u *unprivileged) reachable(dir string) string {
	for p := filepath.Dir(dir); ; p = filepath.Dir(p) {
		if st, err := os.Stat(p); err == nil && st.Mode().Perm()&0o001 == 0 {
			sum := sha256.Sum256([]byte(dir))
			moved := filepath.Join("/var/lib/zhongfu", hex.EncodeToString(sum[:6]), filepath.Base(dir))
			_ = os.MkdirAll(filepath.Dir(moved), 0o755)
			return moved
		}
		if p == "/" || p == "." {
			return dir
		}
	}
}
