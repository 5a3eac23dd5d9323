package calendar

import (
	"bytes"
	_ "embed"
	"fmt"
	"time"

	"github.com/goccy/go-yaml"
)

//go:embed data/holidays.yaml
var holidayData []byte

// Notice is the document that fixes a year's holidays.
type Notice struct {
	Year   int    `yaml:"year"`
	Number string `yaml:"notice"` // 文号
	Title  string `yaml:"title"`
	Issued string `yaml:"issued"` // 2006-01-02
}

type yearData struct {
	Notice `yaml:",inline"`
	Off    []struct {
		Name string `yaml:"name"`
		From string `yaml:"from"`
		To   string `yaml:"to"`
	} `yaml:"off"`
	Work []string `yaml:"work"`
}

type dayKind uint8

const (
	dayOff dayKind = iota + 1
	dayWork
)

type special struct {
	kind dayKind
	name string
}

// table is what the notices say, with the deviations from Monday to Friday by day.
type table struct {
	days    map[Date]special
	notices map[int]Notice
}

var notices = mustLoad(holidayData)

func mustLoad(raw []byte) table {
	t, err := load(raw)
	if err != nil {
		panic("calendar: embedded holidays: " + err.Error()) // embedded at build; the package's tests read it
	}
	return t
}

func load(raw []byte) (table, error) {
	var years []yearData
	if err := yaml.NewDecoder(bytes.NewReader(raw), yaml.Strict()).Decode(&years); err != nil {
		return table{}, err
	}
	t := table{days: map[Date]special{}, notices: map[int]Notice{}}
	for _, y := range years {
		if _, twice := t.notices[y.Year]; twice || y.Number == "" {
			return table{}, fmt.Errorf("year %d appears twice or lacks its notice number", y.Year)
		}
		t.notices[y.Year] = y.Notice
		for _, h := range y.Off {
			from, err1 := ParseDate(h.From)
			to, err2 := ParseDate(h.To)
			if err1 != nil || err2 != nil || to < from || to-from > 15 {
				return table{}, fmt.Errorf("%s: bad range %s to %s", h.Name, h.From, h.To)
			}
			for d := from; d <= to; d++ {
				if err := t.put(d, y.Year, special{dayOff, h.Name}); err != nil {
					return table{}, err
				}
			}
		}
		for _, s := range y.Work {
			d, err := ParseDate(s)
			if err != nil {
				return table{}, err
			}
			if !d.weekend() {
				return table{}, fmt.Errorf("%s is declared worked but is no weekend", s)
			}
			if err := t.put(d, y.Year, special{dayWork, "调休上班"}); err != nil {
				return table{}, err
			}
		}
	}
	return t, nil
}

func (t table) put(d Date, year int, s special) error {
	if y, _, _ := d.Civil(); y != year {
		return fmt.Errorf("%s does not belong to %d", d, year)
	}
	if _, twice := t.days[d]; twice {
		return fmt.Errorf("%s is declared twice", d)
	}
	t.days[d] = s
	return nil
}

func (d Date) weekend() bool {
	w := d.Weekday()
	return w == time.Saturday || w == time.Sunday
}

// NoticeOf returns the notice that fixes the holidays of year y, and whether there is one.
func NoticeOf(y int) (Notice, bool) {
	n, ok := notices.notices[y]
	return n, ok
}

// KnownYear tells whether the State Council's notice for year y is known. Without it the calendar falls back to
// Monday to Friday and every date counted through that year is provisional.
func KnownYear(y int) bool {
	_, ok := notices.notices[y]
	return ok
}

// HolidayName returns the holiday that d belongs to (春节), or 调休上班 for a weekend that is worked, or "".
func HolidayName(d Date) string { return notices.days[d].name }
