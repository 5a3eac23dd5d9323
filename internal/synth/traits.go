package synth

// Listed serious illnesses (重特大疾病) as files name them.
var illnesses = []string{"恶性肿瘤", "终末期肾病", "脑卒中后遗症", "急性心肌梗死", "重型再生障碍性贫血", "白血病", "血友病", "肝硬化失代偿期", "系统性红斑狼疮", "帕金森病"}

// Health by GB/T 2261.3: 10 good, 20 weak, 30 chronic illness, 61 to 67 disabled by type.
func (b *builder) traits(m *Member) {
	r := &b.r
	age := m.Birth.Age(b.g.asOf)
	disabled, ill := 7.0, 3.0
	switch {
	case age < 18:
		disabled, ill = 3, 1
	case age >= 60:
		disabled, ill = 14, 7
	}
	m.Health = []string{"10", "20", "30"}[r.weighted([]int{max(5, 80-age), 10 + age/4, 4 + age/2})]
	if r.chance(disabled) {
		m.DisabilityType = 1 + r.weighted([]int{12, 17, 2, 44, 9, 11, 5})
		m.DisabilityGrade = 1 + r.weighted([]int{18, 26, 29, 27})
		m.DisabilityNo = m.IDNumber + string([]byte{byte('0' + m.DisabilityType), byte('0' + m.DisabilityGrade)})
		if r.chance(3) {
			m.DisabilityNo += "B1"
		}
		m.Health = string([]byte{'6', byte('0' + m.DisabilityType)})
	}
	if r.chance(ill) {
		m.SeriousIllness = pick(r, illnesses)
		if m.DisabilityType == 0 {
			m.Health = "30"
		}
	}
	b.school(m, age)
	m.WorkAbility = b.workAbility(m, age)
}

func (b *builder) workAbility(m *Member, age int) string {
	severe := m.DisabilityGrade == 1 || m.DisabilityGrade == 2
	switch {
	case age < 16, age >= 75, severe:
		return "none"
	case m.Schooling != "":
		return "none"
	case age >= 60:
		if b.r.chance(35) {
			return "partial"
		}
		return "none"
	case m.SeriousIllness != "" && b.r.chance(70), m.DisabilityGrade != 0:
		return "partial"
	}
	return "full"
}

// school sets education (GB/T 4658) and the school attended by age and generation.
func (b *builder) school(m *Member, age int) {
	r := &b.r
	switch {
	case age < 3:
	case age < 6:
		m.Schooling = "preschool"
	case age < 12:
		m.Schooling = "primary"
	case age < 15:
		m.Schooling, m.Education = "junior", "80"
	case age < 18:
		m.Schooling, m.Education = "senior", "70"
	case age < 22 && r.chance(62):
		m.Schooling, m.Education = "college", "60"
	case age < 35:
		m.Education = []string{"20", "30", "40", "60", "70"}[r.weighted([]int{8, 17, 15, 18, 42})]
	case age < 60:
		m.Education = []string{"30", "40", "60", "70", "80"}[r.weighted([]int{3, 7, 14, 50, 26})]
	default:
		m.Education = []string{"60", "70", "80", "90"}[r.weighted([]int{6, 22, 47, 25})]
	}
	if m.DisabilityType >= 5 && m.DisabilityGrade == 1 && age >= 6 && r.chance(70) {
		m.Schooling = ""
		if age >= 12 {
			m.Education = "90"
		}
	}
}
