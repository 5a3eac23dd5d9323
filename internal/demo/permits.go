package demo

import (
	"zhongfu/internal/division"
	"zhongfu/internal/idnum"
)

// Numbers of residence permits (港澳居民居住证) begin like these where a resident's begins with the county.
var permitSeries = [2]int{810000, 820000} // Hong Kong, Macao

const spouse = "10" // GB/T 4761

// holdPermits makes some spouses residents of Hong Kong or Macao who live here: the synthetic province has none, and the window
// that answers about them (GD-2019 四) would stand empty. They are of households on dibao in the counties that the windows are asked about.
func (w *world) holdPermits(rest []*registered) {
	pack, n := w.packs[len(w.packs)-1], 0
	for _, at := range asked {
		left := 2
		for _, h := range rest {
			if left == 0 {
				break
			}
			if division.At(h.Division, division.County) != at.code || !w.fits(pack, script{}, h) {
				continue
			}
			for i := range h.Members {
				m := &h.Members[i]
				if m.Relation != spouse || m.DisabilityNo != "" { // a certificate's number holds the person's
					continue
				}
				m.IDNumber = idnum.MakeResident(permitSeries[n%2], m.Birth, n, m.Sex)
				n, left = n+1, left-1
			}
		}
	}
}
