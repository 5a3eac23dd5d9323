package bench

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"github.com/jackc/pgx/v5"
)

// Server is a PostgreSQL server that the benchmarks may make databases on, and the beginning of their names.
type Server struct {
	URL    string // superuser's connection to any database
	Prefix string
}

func (s Server) database(name string) string { return s.Prefix + name }

// url is the connection to one of the benchmark's databases.
func (s Server) url(name string) (string, error) { return withDatabase(s.URL, s.database(name)) }

// withDatabase names another database in a connection URL, whether it stands in the path or among the parameters.
func withDatabase(conn, name string) (string, error) {
	u, err := url.Parse(conn)
	if err != nil {
		return "", fmt.Errorf("bench: the connection URL cannot be read")
	}
	if q := u.Query(); q.Has("dbname") {
		q.Set("dbname", name)
		u.RawQuery = q.Encode()
		return u.String(), nil
	}
	u.Path = "/" + name
	return u.String(), nil
}

// do runs statements outside of the benchmark's own databases.
func (s Server) do(ctx context.Context, statements ...string) error {
	conn, err := pgx.Connect(ctx, s.URL)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	for _, q := range statements {
		if _, err := conn.Exec(ctx, q); err != nil {
			return fmt.Errorf("bench: %s: %w", q, err)
		}
	}
	return nil
}

// create makes an empty database in place of one of that name.
func (s Server) create(ctx context.Context, name string) error {
	return s.do(ctx, s.dropping(name), "create database "+s.quoted(name))
}

// clone copies a database file by file. Nobody may be connected to the one that is copied.
func (s Server) clone(ctx context.Context, from, to string) error {
	return s.do(ctx, s.dropping(to), "create database "+s.quoted(to)+" template "+s.quoted(from)+" strategy file_copy")
}

func (s Server) drop(ctx context.Context, names ...string) error {
	var all []string
	for _, n := range names {
		all = append(all, s.dropping(n))
	}
	return s.do(ctx, all...)
}

func (s Server) dropping(name string) string {
	return "drop database if exists " + s.quoted(name) + " with (force)"
}

func (s Server) quoted(name string) string { return pgx.Identifier{s.database(name)}.Sanitize() }

// setting reads what the server runs with.
func (s Server) settings(ctx context.Context) (string, error) {
	conn, err := pgx.Connect(ctx, s.URL)
	if err != nil {
		return "", err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	var out []string
	for _, name := range []string{"server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers", "max_wal_size", "work_mem"} {
		var v string
		if err := conn.QueryRow(ctx, "select current_setting($1)", name).Scan(&v); err != nil {
			return "", err
		}
		out = append(out, name+" "+v)
	}
	return strings.Join(out, ", "), nil
}
