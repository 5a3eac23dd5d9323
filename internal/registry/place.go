package registry

import (
	"fmt"
	"strconv"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
)

// Place is a division as screens show it.
type Place struct {
	Code string `json:"code" doc:"12 digits"`
	Name string `json:"name" doc:"full name from the province down; empty for a division outside the data"`
}

func (s *Service) place(code int64) Place {
	return Place{Code: fmt.Sprintf("%012d", code), Name: s.places.FullName(code)}
}

// ParseDivision reads a 12-digit code as interfaces send it.
func ParseDivision(field, code string) (int64, error) {
	n, err := strconv.ParseInt(code, 10, 64)
	if err != nil || len(code) != 12 || !division.Valid(n) {
		return 0, errs.Bad(field, "行政区划代码应为12位有效代码，请从列表中选择。")
	}
	return n, nil
}

// keeps checks that files can be kept at the division: a village, or a town for those without one.
func (s *Service) keeps(field string, code int64, c *errs.Collector) {
	d, ok := s.places.Get(code)
	switch {
	case code == 0:
		c.Add(field, "请选择所属村（居）。")
	case !ok:
		c.Add(field, "所属地区不在行政区划表中，请从列表中重新选择。")
	case d.Level < division.Town || d.Placeholder:
		c.Add(field, "所属地区应选到村（居），至少选到乡镇（街道），请继续选择下一级。")
	}
}

// where is the resource of a division that may not be filled in yet: that is then a fault of the form, not of scope.
func where(code int64) access.Resource {
	if code == 0 {
		return access.Listing
	}
	return access.At(code)
}
