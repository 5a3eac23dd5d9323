package paper

import (
	"slices"

	"zhongfu/internal/access"
	"zhongfu/internal/idnum"
)

// maskFor hides identity numbers, telephones and accounts from readers whose duty does not let them see such data in
// clear (supervisors): a paper is no way round the purpose that revealing asks for.
func (s *Snapshot) maskFor(actor access.Actor, division int64) {
	if access.Check(actor, "person.reveal", access.At(division)) == nil {
		return
	}
	mask := func(p Person) Person {
		p.ID, p.Phone = idnum.MaskResident(p.ID), idnum.MaskPhone(p.Phone)
		return p
	}
	s.Applicant, s.Members, s.Support, s.Authorisations = mask(s.Applicant), slices.Clone(s.Members), slices.Clone(s.Support), slices.Clone(s.Authorisations)
	for i := range s.Members {
		s.Members[i] = mask(s.Members[i])
	}
	for i := range s.Support {
		s.Support[i] = mask(s.Support[i])
	}
	for i := range s.Authorisations {
		s.Authorisations[i].ID = idnum.MaskResident(s.Authorisations[i].ID)
	}
	s.Account = idnum.MaskAccount(s.Account)
}
