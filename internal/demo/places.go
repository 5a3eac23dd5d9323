package demo

import (
	"fmt"

	"zhongfu/internal/division"
)

// county is a county with offices in the demonstration; slug stands in its staff's login names.
type county struct {
	code  int64
	slug  string
	city  string // slug of its city
	towns []int64
}

// counties are where people of every role can be played: two districts of Guangzhou, one of Shenzhen, a rural county of
// Meizhou, a county-level city of Maoming, and Dongguan, which has no counties.
var counties = []county{
	{440104000000, "yuexiu", "guangzhou", []int64{440104003000, 440104004000}},
	{440106000000, "tianhe", "guangzhou", []int64{440106006000, 440106012000}},
	{440304000000, "futian", "shenzhen", []int64{440304002000, 440304004000}},
	{441403000000, "meixian", "meizhou", []int64{441403100000, 441403113000}},
	{440981000000, "gaozhou", "maoming", []int64{440981100000, 440981101000}},
	{441901000000, "dongguan", "dongguan", []int64{441900006000, 441900121000}},
}

const province = 440000000000

// village returns the first village or community of a town.
func village(places *division.Index, town int64) (division.Division, error) {
	for _, v := range places.Children(town) {
		return v, nil
	}
	return division.Division{}, fmt.Errorf("demo: town %d has no villages", town)
}
