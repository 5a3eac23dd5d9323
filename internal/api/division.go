package api

import (
	"context"
	"fmt"
	"strconv"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
)

// DivisionView is a division as pickers show it. The county-level placeholder of a city without counties stands under its
// city's name and is never listed beside it.
type DivisionView struct {
	Code        string `json:"code" doc:"12 digits"`
	Name        string `json:"name"`
	FullName    string `json:"full_name" doc:"from the province down"`
	Level       int    `json:"level" doc:"1 province … 5 village"`
	HasChildren bool   `json:"has_children"`
	Placeholder bool   `json:"placeholder"`
}

type divisionQuery struct {
	Parent     string `query:"parent" pattern:"^([0-9]{12})?$" doc:"list what lies directly inside; absent: the top of what one may see"`
	Q          string `query:"q" maxLength:"30" doc:"search by name, pinyin initials or the beginning of the code"`
	Everywhere bool   `query:"everywhere" doc:"search beyond one's own range (register places elsewhere)"`
}

const divisionHits = 20

// RegisterDivision serves the administrative divisions; they are public.
func RegisterDivision(r *Router, places *division.Index) {
	Handle(r, Endpoint{Method: "GET", Path: "/api/divisions", ID: "list-divisions", Summary: "Divisions inside another, or found by text",
		Tag: "division", Action: "public.division"},
		func(_ context.Context, actor access.Actor, in *divisionQuery) ([]DivisionView, error) {
			return divisionViews(places, divisionsFor(places, actor, in)), nil
		})
}

func divisionsFor(places *division.Index, actor access.Actor, in *divisionQuery) []division.Division {
	lo, hi := actor.Lo, actor.Hi
	if actor.IsPublic() || in.Everywhere {
		lo, hi = division.Range(0)
	}
	switch {
	case in.Q != "":
		return places.Search(in.Q, lo, hi, divisionHits)
	case in.Parent != "":
		return places.Children(codeOf(in.Parent))
	case actor.IsPublic() || in.Everywhere || actor.Division == 0:
		return places.Children(0)
	}
	own, ok := places.Get(actor.Division)
	if !ok {
		return nil
	}
	return []division.Division{own}
}

func divisionViews(places *division.Index, ds []division.Division) []DivisionView {
	out := make([]DivisionView, len(ds))
	for i, d := range ds {
		name := d.Name
		if path := places.Path(d.Code); d.Placeholder && len(path) > 0 {
			name = path[len(path)-1].Name
		}
		out[i] = DivisionView{Code: codeText12(d.Code), Name: name, FullName: places.FullName(d.Code), Level: int(d.Level),
			HasChildren: len(places.Children(d.Code)) > 0, Placeholder: d.Placeholder}
	}
	return out
}

// codeText12 writes a division code as JSON carries it.
func codeText12(c int64) string { return fmt.Sprintf("%012d", c) }

// codeOf reads a code that the schema has checked; "" is 0.
func codeOf(s string) int64 {
	n, _ := strconv.ParseInt(s, 10, 64)
	return n
}
