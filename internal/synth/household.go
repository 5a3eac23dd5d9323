package synth

import (
	"zhongfu/internal/calendar"
	"zhongfu/internal/money"
)

// Circumstance says around which line a household's income was drawn. It is the generator's intent, to test rules
// against, and no fact that a rule may read.
type Circumstance int8

const (
	Below    Circumstance = iota // income per head under the dibao standard
	Marginal                     // 1 to 1.5 times the standard
	Hardship                     // 1.5 to 2.6 times, most of it spent on what cannot be avoided
	Above                        // 1.5 to 4 times
)

// Household is one family that lives together; Members[0] is its head.
type Household struct {
	Index           int
	Division        int64  // village of the register
	Residence       int64  // village where the family lives; differs for about one in twenty
	Urban           bool   // hint from the town's name
	Address         string // of the residence
	Circumstance    Circumstance
	Standard        money.Fen // monthly dibao standard per head that incomes were drawn around
	FinancialAssets money.Fen // deposits and the like of the whole household
	Vehicles        int
	Dwellings       int
	Members         []Member
	More            HouseholdMore
}

// Member is one person of a household. Codes are strings as the standards write them.
type Member struct {
	IDNumber        string
	Name            string
	Sex             int // GB/T 2261.1
	Birth           calendar.Date
	Relation        string // GB/T 4761: 02 head, 10 spouse, 20 son, 30 daughter, 41/42 grandchild, 51/52 parent
	Ethnicity       string // GB/T 3304
	Marital         string // GB/T 2261.2
	Health          string // GB/T 2261.3
	Education       string // GB/T 4658, highest level reached; "" for small children
	Schooling       string // at school now: preschool, primary, junior, senior, college, or ""
	WorkAbility     string // full, partial, none
	Phone           string // "" for most children
	Account         string
	BankName        string
	DisabilityNo    string // "" without a certificate
	DisabilityType  int    // 1 to 7, 0 without
	DisabilityGrade int    // 1 to 4, 0 without
	SeriousIllness  string // "" without
	Address         string
	Register        int64 // village
	Residence       int64 // village

	Wage, Business, Property, Transfer money.Fen // monthly income
	RigidSpending                      money.Fen // monthly spending that cannot be avoided

	More MemberMore
}

// Facts returns the member's facts for the policy engine, amounts in fen a month.
func (m *Member) Facts() map[string]int64 {
	return map[string]int64{
		"income_wage":     int64(m.Wage),
		"income_business": int64(m.Business),
		"income_property": int64(m.Property),
		"income_transfer": int64(m.Transfer),
		"rigid_spending":  int64(m.RigidSpending),
	}
}

// Income is the member's monthly income.
func (m *Member) Income() money.Fen { return m.Wage + m.Business + m.Property + m.Transfer }

// Facts returns the household's facts: the sums over its members in fen a month, financial_assets in fen, vehicles
// and dwellings as counts.
func (h *Household) Facts() map[string]int64 {
	f := map[string]int64{
		"financial_assets": int64(h.FinancialAssets),
		"vehicles":         int64(h.Vehicles),
		"dwellings":        int64(h.Dwellings),
	}
	for i := range h.Members {
		for k, v := range h.Members[i].Facts() {
			f[k] += v
		}
	}
	return f
}

// Income is the household's monthly income.
func (h *Household) Income() money.Fen {
	var sum money.Fen
	for i := range h.Members {
		sum += h.Members[i].Income()
	}
	return sum
}

// PerHead is the monthly income per member.
func (h *Household) PerHead() money.Fen { return h.Income() / money.Fen(len(h.Members)) }
