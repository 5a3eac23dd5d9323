package deptsim

import "zhongfu/internal/calendar"

// moneyClasses: income, contributions, deposits and other financial assets. The families' deposits are the sum over their
// members of deposit, payment_account, security_holding, fund_holding and commercial_insurance.
var moneyClasses = map[string]knows{
	"income_tax":           incomeTax,
	"social_insurance":     socialInsurance,
	"pension":              pension,
	"unemployment":         unemployment,
	"deposit":              deposit,
	"payment_account":      paymentAccount,
	"security_holding":     securityHolding,
	"fund_holding":         fundHolding,
	"commercial_insurance": commercialInsurance,
	"large_outflow":        largeOutflow,
	"insurance_surrender":  insuranceSurrender,
	"security_transfer":    securityTransfer,
	"fund_account":         fundAccount,
	"fund_loan":            fundLoan,
	"hkmo_income":          hongKongMacaoIncome,
	"hkmo_asset":           hongKongMacaoAsset,
}

// wage is the month's wage as the payer reports it: what was declared, or more where that is the difference.
func (p *person) wage() fen {
	w := fen(p.m.Wage)
	if p.apart.wage && p.age < 65 {
		d := p.draw("hidden wage")
		w += yuan(d.between(9, 42) * 100)
	}
	return w
}

func (p *person) employer() string {
	d := p.draw("employer")
	return pick(&d, "广东", "粤东", "岭南", "珠江", "南粤") + pick(&d, "华盛", "恒泰", "佳美", "永兴", "顺达") + pick(&d, "制衣厂", "电子有限公司", "物业服务有限公司", "餐饮有限公司", "建筑劳务有限公司")
}

func incomeTax(p *person, from calendar.Date) []record {
	d := p.draw("tax")
	var out []record
	each := func(kind, payer string, income fen) {
		for _, m := range p.months(6, from) {
			r := record{"kind": kind, "month": m, "income": income, "tax": fen(0)}
			if payer != "" {
				r["payer"] = payer
			}
			if income > yuan(5000) {
				r["tax"] = (income - yuan(5000)) * 3 / 100
			}
			out = append(out, r)
		}
	}
	// One wage in twelve is paid by hand and reaches no tax office.
	if w := p.wage(); w > 0 && (p.apart.wage || !d.chance(8)) {
		each(pick(&d, "wage", "wage", "wage", "labour"), p.employer(), w)
	}
	if b := fen(p.m.Business); b > 0 && !d.chance(8) {
		each("business", "", b)
	}
	if r := fen(p.m.Property); r > 0 && p.h.Urban && !d.chance(8) {
		each("property", "", r)
	}
	return out
}

func socialInsurance(p *person, from calendar.Date) []record {
	d := p.draw("contributions")
	var out []record
	each := func(payer, employer string, base, paid fen) {
		for _, m := range p.months(6, from) {
			r := record{"insurance": "pension", "payer": payer, "month": m, "paid_self": paid}
			if employer != "" {
				r["employer"], r["base"] = employer, base
			}
			out = append(out, r)
		}
	}
	paid := fen(p.fact("social_insurance_paid"))
	switch w := p.wage(); {
	case paid > 0:
		each("flexible", "", 0, paid)
	case w > 0 && p.age < 60 && d.chance(75):
		base := max(w, yuan(4588))
		each("employer", p.employer(), base, base*8/100)
	case p.age >= 16 && p.age < 60 && p.m.Schooling == "" && d.chance(60):
		year, _, _ := p.day.Civil()
		if m := calendar.NewDate(year, 1, 1); m >= from {
			out = append(out, record{"insurance": "pension", "payer": "resident", "month": m, "paid_self": yuan(pick(&d, 180, 240, 360))})
		}
	}
	return out
}

func pension(p *person, _ calendar.Date) []record {
	if p.m.More.Insurance == 0 {
		return nil
	}
	d := p.draw("pension")
	// The basic part of residents does not count as income; what counts is what the family declares.
	basic := yuan(d.between(200, 245))
	return []record{{"kind": "resident", "monthly": basic + fen(p.m.More.Insurance), "basic": basic, "from_on": p.birth.AddMonths(60*12 + 1).MonthStart(), "state": "paying"}}
}

func unemployment(p *person, _ calendar.Date) []record {
	if !p.m.More.Unemployment {
		return nil
	}
	d := p.draw("unemployment")
	monthly := fen(p.m.Transfer)
	if monthly < yuan(300) {
		monthly = yuan(1548)
	}
	return []record{{"monthly": monthly, "from_on": d.before(p.day, 20, 150).MonthStart(), "until_on": p.day.AddDays(d.between(20, 300))}}
}

// assets is the person's part of the family's deposits, to the fen over all members.
func (p *person) assets() fen {
	n := fen(len(p.h.Members))
	part := fen(p.h.FinancialAssets) / n
	if p.head() {
		part += fen(p.h.FinancialAssets) - part*n
	}
	return part
}

// pocket is the part of it that is kept with a payment company.
func (p *person) pocket() fen {
	d := p.draw("pocket")
	if p.age < 16 || !d.chance(55) {
		return 0
	}
	return min(p.assets()/10, yuan(d.between(5, 900)))
}

func (p *person) tail(subject string) string { return num(p.draw("tail "+subject), 4) }

func deposit(p *person, _ calendar.Date) []record {
	d := p.draw("deposit")
	bank := p.m.BankName
	if bank == "" {
		bank = "广东农村商业银行"
	}
	var out []record
	if own := p.assets() - p.pocket(); own > 0 {
		current := own
		if own > yuan(8000) && d.chance(60) {
			current = round(own / 4)
			out = append(out, record{"bank": bank, "account": p.tail("term"), "kind": "term", "balance": own - current})
		}
		out = append(out, record{"bank": bank, "account": p.tail("current"), "kind": "current", "balance": current})
	}
	if p.apart.deposit {
		out = append(out, record{"bank": pick(&d, "中国工商银行", "中国建设银行", "招商银行"), "account": p.tail("hidden"), "kind": pick(&d, "term", "wealth"),
			"balance": yuan(d.between(60, 480) * 1000)})
	}
	return out
}

func paymentAccount(p *person, _ calendar.Date) []record {
	d := p.draw("payment")
	if b := p.pocket(); b > 0 {
		return []record{{"platform": pick(&d, "支付宝", "财付通"), "kind": "balance", "balance": b}}
	}
	return nil
}

func securityHolding(p *person, _ calendar.Date) []record {
	d := p.draw("securities")
	if !p.apart.deposit || !d.chance(30) {
		return nil
	}
	return []record{{"broker": "南方证券营业部", "account": p.tail("broker"), "market_value": yuan(d.between(3, 90) * 1000), "cash": yuan(d.between(0, 3000))}}
}

func fundHolding(p *person, _ calendar.Date) []record {
	d := p.draw("funds")
	if !p.apart.deposit || !d.chance(20) {
		return nil
	}
	return []record{{"seller": "基金销售公司", "fund": "稳健增利债券", "market_value": yuan(d.between(2, 60) * 1000)}}
}

func commercialInsurance(p *person, _ calendar.Date) []record {
	d := p.draw("insurance")
	r := record{"insurer": pick(&d, "中国人寿", "平安人寿", "太平洋人寿"), "policy_no": p.tail("policy"), "cash_value": fen(0), "from_on": d.before(p.day, 60, 1200)}
	switch {
	case p.apart.deposit && d.chance(25):
		r["kind"], r["cash_value"], r["yearly_premium"] = "annuity", yuan(d.between(20, 120)*1000), yuan(d.between(5, 20)*1000)
	case d.chance(9):
		r["kind"], r["yearly_premium"], r["until_on"] = pick(&d, "accident", "health"), yuan(d.between(1, 9)*100), p.day.AddDays(d.between(20, 360))
	default:
		return nil
	}
	return []record{r}
}

// emptied is where the money went that a family put out of sight: most of it out of a bank, some of it out of a policy or of
// securities as well. It is gone, so that what is left in accounts is what the family declares.
func (p *person) emptied(where string) (on calendar.Date, d draw, ok bool) {
	d = p.draw("emptied " + where)
	share := map[string]float64{"bank": 100, "policy": 30, "securities": 25}[where]
	ok = p.apart.emptied && d.chance(share)
	return d.before(p.day, 35, 100), d, ok
}

func largeOutflow(p *person, from calendar.Date) []record {
	on, d, ok := p.emptied("bank")
	if !ok {
		return nil
	}
	bank, amount := pick(&d, "中国农业银行", "中国建设银行", "支付宝"), yuan(d.between(25, 320)*1000)
	out := since(from, on, record{"bank": bank, "account": p.tail("emptied"), "kind": pick(&d, "transfer", "transfer", "cash"), "left_on": on, "amount": amount})
	if d.chance(40) {
		closed := on.AddDays(d.between(1, 20))
		out = append(out, since(from, closed, record{"bank": bank, "account": p.tail("emptied"), "kind": "closed", "left_on": closed, "amount": yuan(d.between(0, 900))})...)
	}
	return out
}

func insuranceSurrender(p *person, from calendar.Date) []record {
	on, d, ok := p.emptied("policy")
	if !ok {
		return nil
	}
	return since(from, on, record{"insurer": pick(&d, "中国人寿", "平安人寿", "太平洋人寿"), "policy_no": p.tail("surrendered"), "kind": pick(&d, "surrendered", "assigned"), "left_on": on,
		"amount": yuan(d.between(15, 90) * 1000)})
}

func securityTransfer(p *person, from calendar.Date) []record {
	on, d, ok := p.emptied("securities")
	if !ok {
		return nil
	}
	return since(from, on, record{"kind": pick(&d, "gift", "gift", "divorce"), "security": pick(&d, "稳健增利债券", "南方宝元", "粤高速A"), "left_on": on, "amount": yuan(d.between(12, 80) * 1000)})
}

func fundAccount(p *person, _ calendar.Date) []record {
	d := p.draw("fund account")
	w := p.wage()
	if w == 0 || p.age > 60 || !d.chance(12) {
		return nil
	}
	monthly := max(w, yuan(2500)) / 10
	return []record{{"account": p.tail("fund"), "balance": monthly * fen(d.between(3, 40)), "monthly": monthly, "employer": p.employer(), "state": "normal"}}
}

func fundLoan(p *person, _ calendar.Date) []record {
	d := p.draw("loan")
	if !p.apart.dwelling || !d.chance(25) {
		return nil
	}
	amount := yuan(d.between(15, 60) * 10000)
	return []record{{"contract": serial("GJJ%s", &d, 10), "lent_on": d.before(p.day, 400, 3000), "amount": amount, "outstanding": amount * fen(d.between(30, 90)) / 100}}
}

// What Hong Kong and Macao know is of their own residents, none of whom is on the synthetic register.
func hongKongMacaoIncome(p *person, _ calendar.Date) []record {
	d := p.draw("hkmo income")
	if p.known || !d.chance(60) {
		return nil
	}
	original := yuan(d.between(30, 90) * 100)
	return []record{{"kind": pick(&d, "wage", "transfer"), "currency": pick(&d, "HKD", "MOP"), "original": original, "monthly": original * 92 / 100, "document": "税单"}}
}

func hongKongMacaoAsset(p *person, _ calendar.Date) []record {
	d := p.draw("hkmo asset")
	if p.known || !d.chance(50) {
		return nil
	}
	return []record{{"kind": "deposit", "reference": p.tail("hkmo"), "value": yuan(d.between(1, 60) * 1000), "document": "银行结单"}}
}
