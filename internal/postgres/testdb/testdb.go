// Package testdb gives each test its own database, cloned in a fraction of a second from a template that is migrated
// once per edition of the schema. It uses TEST_DATABASE_URL (a superuser's connection to any database of a server) or
// runs a cluster of its own under .data/test that is shared by all test packages and stopped by `make test`.
package testdb

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/division"
	"zhongfu/internal/postgres"
	"zhongfu/internal/postgres/local"
	"zhongfu/migrations"
)

var template = sync.OnceValues(prepare)

type base struct {
	url  func(database string) string
	name string
}

// New returns the application's connection to a fresh database with the whole schema and all divisions. It is dropped
// when the test ends.
func New(t testing.TB) *postgres.DB {
	t.Helper()
	db, _ := NewWithOwner(t)
	return db
}

// NewWithOwner also returns the owner's URL, for tests that tamper behind the program's back.
func NewWithOwner(t testing.TB) (*postgres.DB, string) {
	t.Helper()
	b, err := template()
	if err != nil {
		t.Fatalf("testdb: %v", err)
	}
	ctx := context.Background()
	name := "zf_t_" + hex.EncodeToString(uuidBytes())
	// Copying files takes a third of the time that writing every page through the WAL does.
	if err := exec(ctx, b.url("postgres"), fmt.Sprintf("create database %s template %s strategy file_copy", name, b.name)); err != nil {
		t.Fatalf("testdb: %v", err)
	}
	db, err := postgres.Open(ctx, b.url(name), 8)
	if err != nil {
		t.Fatalf("testdb: %v", err)
	}
	t.Cleanup(func() {
		db.Close()
		if err := exec(ctx, b.url("postgres"), fmt.Sprintf("drop database if exists %s with (force)", name)); err != nil {
			t.Errorf("testdb: %v", err)
		}
	})
	return db, b.url(name)
}

func uuidBytes() []byte { u := uuid.New(); return u[:8] }

func exec(ctx context.Context, url, statement string) error {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, statement)
	return err
}

func prepare() (base, error) {
	ctx := context.Background()
	b, err := server(ctx)
	if err != nil {
		return b, err
	}
	digest, err := edition()
	if err != nil {
		return b, err
	}
	b.name = "zf_template_" + digest
	conn, err := pgx.Connect(ctx, b.url("postgres"))
	if err != nil {
		return b, err
	}
	defer conn.Close(ctx)
	// The first package to come builds the template; the others wait for it here.
	if _, err := conn.Exec(ctx, "select pg_advisory_lock(7261102)"); err != nil {
		return b, err
	}
	var done bool
	if err := conn.QueryRow(ctx, "select exists (select from pg_database where datname = $1 and datistemplate)", b.name).Scan(&done); err != nil || done {
		return b, err
	}
	return b, build(ctx, conn, b)
}

func build(ctx context.Context, conn *pgx.Conn, b base) error {
	if _, err := conn.Exec(ctx, "drop database if exists "+b.name+" with (force)"); err != nil {
		return err
	}
	if _, err := conn.Exec(ctx, "create database "+b.name); err != nil {
		return err
	}
	if _, err := postgres.Migrate(ctx, b.url(b.name), migrations.FS); err != nil {
		return err
	}
	if err := loadDivisions(ctx, b.url(b.name)); err != nil {
		return err
	}
	_, err := conn.Exec(ctx, "alter database "+b.name+" is_template true")
	return err
}

func loadDivisions(ctx context.Context, url string) error {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	return pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error { return division.Load(ctx, tx) })
}

// edition is the digest of everything that the template is made of.
func edition() (string, error) {
	h := sha256.New()
	err := fs.WalkDir(migrations.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(migrations.FS, path)
		fmt.Fprintf(h, "%s %d\n", path, len(data))
		h.Write(data)
		return err
	})
	fmt.Fprintln(h, division.Digest())
	return hex.EncodeToString(h.Sum(nil)[:8]), err
}

func server(ctx context.Context) (base, error) {
	if given := os.Getenv("TEST_DATABASE_URL"); given != "" {
		u, err := url.Parse(given)
		if err != nil {
			return base{}, fmt.Errorf("TEST_DATABASE_URL: %w", err)
		}
		return base{url: func(db string) string {
			c := *u
			c.Path = "/" + db
			return c.String()
		}}, nil
	}
	root, err := moduleRoot()
	if err != nil {
		return base{}, err
	}
	dir := filepath.Join(root, ".data", "test")
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return base{}, err
	}
	lock, err := os.OpenFile(dir+".lock", os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return base{}, err
	}
	defer lock.Close()
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		return base{}, err
	}
	// Durability is of no use to databases that live for one test, and no vacuum pays in them. Plans are made as in the program's own
	// server: without jit.
	s, err := local.Start(ctx, local.Config{Data: dir, Detach: true, Bin: []string{filepath.Join(root, ".data", "pgsql", "bin")},
		Settings: []string{"fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=400", "shared_buffers=256MB",
			"jit=off", "autovacuum=off", "wal_level=minimal", "max_wal_senders=0", "max_wal_size=4GB", "checkpoint_timeout=1h"}})
	if err != nil {
		return base{}, err
	}
	// `make test` reads from here which cluster to stop.
	if err := os.WriteFile(dir+".at", []byte(s.Dir()), 0o600); err != nil {
		return base{}, err
	}
	return base{url: s.URL}, nil
}

func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", fmt.Errorf("go.mod not found above %s", dir)
		}
		dir = parent
	}
}
