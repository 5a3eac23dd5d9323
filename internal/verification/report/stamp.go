package report

import (
	"fmt"
	"html/template"
	"math"
	"strings"
)

// stamp draws the round seal of an office: its name along the upper arc, a star, and what the seal is for. It carries no
// signature; what proves a report is its digest.
func stamp(office string) template.HTML {
	runes := []rune(office)
	const size, radius = 150.0, 56.0
	span := math.Min(250, 22*float64(len(runes)))
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="stamp" viewBox="0 0 %g %g" width="%g" height="%g" role="img" aria-label="%s印章"><g fill="none" stroke="#c8102e">`, size, size, size, size, template.HTMLEscapeString(office))
	fmt.Fprintf(&b, `<circle cx="75" cy="75" r="71" stroke-width="4"/></g><g fill="#c8102e" text-anchor="middle" font-family="SimSun, 'Noto Serif CJK SC', serif">`)
	fmt.Fprintf(&b, `<polygon points="%s"/>`, star(75, 72, 21))
	font := math.Min(17, radius*span*math.Pi/180/float64(max(len(runes), 1)))
	for i, r := range runes {
		at := 0.0
		if len(runes) > 1 {
			at = -span/2 + span*float64(i)/float64(len(runes)-1)
		}
		fmt.Fprintf(&b, `<text x="75" y="%.1f" font-size="%.1f" transform="rotate(%.2f 75 75)">%s</text>`, 75-radius+font*0.4, font, at, template.HTMLEscapeString(string(r)))
	}
	b.WriteString(`<text x="75" y="112" font-size="13">核对专用章</text></g></svg>`)
	return template.HTML(b.String())
}

// star is a five-pointed star as the points of a polygon.
func star(x, y, r float64) string {
	var points []string
	for i := range 10 {
		at, d := -math.Pi/2+float64(i)*math.Pi/5, r
		if i%2 == 1 {
			d = r * 0.382
		}
		points = append(points, fmt.Sprintf("%.2f,%.2f", x+d*math.Cos(at), y+d*math.Sin(at)))
	}
	return strings.Join(points, " ")
}
