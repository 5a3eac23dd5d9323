package report

// gathering puts what is wanting together by source and reason.
type gathering struct {
	list []ReportUnknown
	at   map[[2]string]int
}

func (g *gathering) of(source, reason string) *ReportUnknown {
	key := [2]string{source, reason}
	k, ok := g.at[key]
	if !ok {
		k = len(g.list)
		g.at[key] = k
		g.list = append(g.list, ReportUnknown{Source: source, Reason: reason})
	}
	return &g.list[k]
}

// unknowns names every source that left something open about the household's people, with what stays unknown through it; one whose
// data no item of this report stands on is named all the same.
func (s *Service) unknowns(lines []ReportLine, g *group) []ReportUnknown {
	all := gathering{at: map[[2]string]int{}}
	people := map[string]*subject{}
	for i := range g.people {
		people[g.people[i].PersonID.String()] = &g.people[i]
	}
	for i := range g.asked {
		a := &g.asked[i]
		p := people[a.person.String()]
		class, src := s.catalogue.Class(a.class)
		if a.answer != nil || p.supporter || class == nil || !s.catalogue.Applies(a.class, p.facts, s.today()) {
			continue
		}
		u := all.of(src.Name, a.why())
		u.Classes, u.People = append(u.Classes, class.Name), append(u.People, p.Name)
		if class.MovedAway != nil {
			u.Items = append(u.Items, p.Name+"申请前转移的财产（"+class.Name+"）")
		}
	}
	for i := range lines {
		l := &lines[i]
		if l.Result != NotKnown || l.Fixed != nil || !l.wasAsked() {
			continue
		}
		item := l.Label
		if l.Person != "" {
			item = l.Person + "的" + l.Label
		}
		for _, m := range l.Missing {
			u := all.of(m.Source, m.Reason)
			u.Classes, u.Items = append(u.Classes, m.Class), append(u.Items, item)
			if m.Person != "" {
				u.People = append(u.People, m.Person)
			}
		}
	}
	for i := range all.list {
		u := &all.list[i]
		u.Classes, u.Items, u.People = dedupe(u.Classes), dedupe(u.Items), dedupe(u.People)
	}
	return all.list
}
