package bench

import (
	"fmt"
	"strings"
)

// Titles of the sections that can be run by themselves.
var sectionTitles = map[string]string{"policy": "Policy over a population", "verify": "Asking departments"}

// Into returns an earlier report with the sections that this run measured put in their place, and says of each where it comes from. A
// whole run, or one whose section the earlier report lacks, is a report of its own.
func (r *Report) Into(earlier string) string {
	title := sectionTitles[r.Options.Only]
	fresh := part(r.Markdown(), title)
	old := part(earlier, title)
	if title == "" || fresh == "" || old == "" {
		return r.Markdown()
	}
	fresh = strings.TrimRight(fresh, "\n") + fmt.Sprintf("\n\nThis section comes from a run of its own: `%s` on %s (version %s, %.0f s in all, load average %s at the start, %s at the end).\n\n",
		r.Options.Command, r.Began.Format("2006-01-02 15:04"), r.Options.Version, r.Took.Seconds(), r.BusyBefore, r.BusyAfter)
	return strings.Replace(earlier, old, fresh, 1)
}

// part is a section with its heading, up to the next; "" where there is none.
func part(report, title string) string {
	from := strings.Index(report, "## "+title+"\n")
	if title == "" || from < 0 {
		return ""
	}
	rest := report[from:]
	if end := strings.Index(rest[3:], "\n## "); end >= 0 {
		return rest[:end+4]
	}
	return rest
}
