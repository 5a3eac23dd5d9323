package deptsim

// differences are where a family's truth is not what it declares: what 核对 is there to find. They are drawn for the
// household, so that all departments tell the same story, and fall on one of its adults.
type differences struct {
	vehicle     bool // a car that was not declared
	deposit     bool // money in a bank far over what was declared
	dwelling    bool // a second dwelling
	sold        bool // a dwelling moved away about three months ago
	shareholder bool // a stake in a company
	wage        bool // a wage that was not declared, or a higher one
	emptied     bool // money moved out of banks, policies or securities about two months ago
}

// Shares in a hundred of households with a difference.
const (
	shareVehicle     = 2.5
	shareDeposit     = 3
	shareDwelling    = 2
	shareSold        = 1.5
	shareShareholder = 1.5
	shareWage        = 4
	shareEmptied     = 2
	shareUnknown     = 0.4 // of the answers: the department cannot tell
)

func differencesOf(p *person) differences {
	d := p.ofHousehold("differences")
	var out differences
	adults := 0
	for i := range p.h.Members {
		if p.h.Members[i].Birth.Age(p.day) >= 18 {
			adults++
		}
	}
	turn := -1
	if adults > 0 {
		turn = d.n(adults)
	}
	drawn := differences{d.chance(shareVehicle), d.chance(shareDeposit), d.chance(shareDwelling), d.chance(shareSold), d.chance(shareShareholder), d.chance(shareWage), d.chance(shareEmptied)}
	if p.age < 18 {
		return out
	}
	for i := range p.h.Members {
		if p.h.Members[i].Birth.Age(p.day) < 18 {
			continue
		}
		if turn == 0 && p.m == &p.h.Members[i] {
			return drawn
		}
		turn--
	}
	return out
}
