package clause

import (
	"regexp"
	"strings"
)

var articleNumber = regexp.MustCompile(`第([一二三四五六七八九十]{1,4})条`)

// CompareArticles orders articles of a document whose text is not held: 第九条 before 第十条, what has no number after them.
func CompareArticles(a, b string) int {
	x, y := firstArticle(a), firstArticle(b)
	if x != y {
		return x - y
	}
	return strings.Compare(a, b)
}

func firstArticle(s string) int {
	if m := articleNumber.FindStringSubmatch(s); m != nil {
		if n := numeral(m[1]); n > 0 {
			return n
		}
	}
	return 1000
}
