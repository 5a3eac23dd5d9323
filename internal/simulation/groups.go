package simulation

import (
	"zhongfu/internal/calendar"
	"zhongfu/internal/policy/columnar"
)

// Areas of a household.
const (
	areaRural = iota
	areaUrban
	areaUnknown
)

var areaLabels = []string{"农村", "城镇", "城乡未知"}

// Types of household; one household may be of several.
const (
	typeSingle = iota
	typeTwo
	typeThree
	typeFour
	typeMore
	typeChildren
	typeOld
	typeDisabled
	typeIll
	typeCount
)

var typeLabels = [typeCount]string{"1 人户", "2 人户", "3 人户", "4 人户", "5 人及以上", "有未成年人", "有 60 岁以上老人", "有残疾人", "有重病患者"}

var typeKeys = [typeCount]string{"one", "two", "three", "four", "more", "children", "old", "disabled", "ill"}

// traits reads what groups a household belongs to.
type traits struct {
	pop                *columnar.Population
	urban              *columnar.Column
	birth, grade, ill  *columnar.Column
	adultFrom, oldFrom int32 // born on or before
}

func newTraits(pop *columnar.Population, day calendar.Date) *traits {
	y, m, d := day.Civil()
	return &traits{pop: pop, urban: pop.Household["urban"], birth: pop.Member["birth"], grade: pop.Member["disability_grade"], ill: pop.Member["serious_illness"],
		adultFrom: int32(calendar.NewDate(y-18, m, d)), oldFrom: int32(calendar.NewDate(y-60, m, d))}
}

func known(c *columnar.Column, i int) bool { return c != nil && (c.Known == nil || c.Known[i] != 0) }

func (t *traits) area(i int) uint8 {
	if !known(t.urban, i) {
		return areaUnknown
	}
	return t.urban.Codes[i]
}

// types is a mask of the types of household i.
func (t *traits) types(i int) uint32 {
	first, end := int(t.pop.First[i]), int(t.pop.First[i+1])
	mask := uint32(1) << min(max(end-first, 1)-1, typeMore)
	for m := first; m < end; m++ {
		if known(t.birth, m) {
			switch b := t.birth.Days[m]; {
			case b > t.adultFrom:
				mask |= 1 << typeChildren
			case b <= t.oldFrom:
				mask |= 1 << typeOld
			}
		}
		if known(t.grade, m) && t.grade.Codes[m] != 0 { // the catalogue's first grade is "none"
			mask |= 1 << typeDisabled
		}
		if known(t.ill, m) && t.ill.Codes[m] != 0 {
			mask |= 1 << typeIll
		}
	}
	return mask
}
