package division

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/*.csv.gz
var files embed.FS

// Parse reads the embedded rows of every province, in order of code.
func Parse() ([]Division, error) {
	names, err := fs.Glob(files, "data/*.csv.gz") // sorted, and file names are province codes
	if err != nil {
		return nil, err
	}
	rows := make([]Division, 0, 100_000)
	for _, name := range names {
		if rows, err = parseFile(rows, name); err != nil {
			return nil, fmt.Errorf("division: %s: %w", name, err)
		}
	}
	return rows, nil
}

func parseFile(rows []Division, name string) ([]Division, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	zr, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	sc := bufio.NewScanner(zr)
	for sc.Scan() {
		d, err := parseRow(sc.Text())
		if err != nil {
			return nil, err
		}
		if n := len(rows); n > 0 && rows[n-1].Code >= d.Code {
			return nil, fmt.Errorf("code %d out of order", d.Code)
		}
		rows = append(rows, d)
	}
	return rows, sc.Err()
}

// parseRow reads code,name,initials,flag. Names hold no comma and no quote; the maker's data are checked by the tests.
func parseRow(line string) (Division, error) {
	parts := strings.Split(line, ",")
	if len(parts) != 4 || parts[1] == "" {
		return Division{}, fmt.Errorf("bad row %q", line)
	}
	code, err := strconv.ParseInt(parts[0], 10, 64)
	if err != nil || !Valid(code) || (parts[3] == "P") != IsPlaceholder(code) {
		return Division{}, fmt.Errorf("bad row %q", line)
	}
	return Division{
		Code: code, Parent: ParentOf(code), Level: LevelOf(code),
		Name: parts[1], Pinyin: parts[2], Placeholder: parts[3] == "P",
	}, nil
}

// Digest identifies the embedded edition, the file names and contents.
var Digest = sync.OnceValue(func() string {
	h := sha256.New()
	names, _ := fs.Glob(files, "data/*.csv.gz") // the pattern is constant and well formed
	for _, name := range names {
		raw, err := files.ReadFile(name)
		if err != nil {
			panic("division: embedded data: " + err.Error())
		}
		fmt.Fprintf(h, "%s %d\n", name, len(raw))
		h.Write(raw)
	}
	return hex.EncodeToString(h.Sum(nil))
})

// Default is the index over the embedded data, built on first use and shared.
var Default = sync.OnceValue(func() *Index {
	rows, err := Parse()
	if err != nil {
		panic(err) // embedded at build and read by the tests
	}
	x, err := New(rows)
	if err != nil {
		panic(err)
	}
	return x
})
