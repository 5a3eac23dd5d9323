package policy

// bindOutcomes makes the household's status facts that were not given known from the items that answer them.
func (e *evaluation) bindOutcomes() error {
	for _, key := range e.item.code.household {
		f := e.pack.householdFacts[key]
		if _, given := e.facts.household[key]; given || f.OutcomeOf == "" {
			continue
		}
		if err := e.bindOutcome(e.root, "h."+key, f, ""); err != nil {
			return err
		}
	}
	return nil
}

// bindOutcome sets a status fact to what its item comes out as on the same facts; person is "" for a household's item.
func (e *evaluation) bindOutcome(s *scope, name string, f *Fact, person string) error {
	own := []Missing{e.missing(f.Of, person, f.Key)}
	it := e.pack.items[f.OutcomeOf]
	if !it.Valid(e.in.Date) {
		s.unknown(name, own, anyInt)
		return nil
	}
	cached := f.OutcomeOf + "\x00" + person
	sub := e.facts.outcomes[cached]
	if sub == nil {
		in := e.in
		in.Person = person
		var err error
		if sub, err = e.pack.evaluate(it, in, e.facts, e.set); err != nil {
			return err
		}
		e.facts.outcomes[cached] = sub
	}
	switch sub.Outcome {
	case Eligible:
		s.set(name, true)
	case Ineligible:
		s.set(name, false)
	default:
		s.unknown(name, union(own, sub.Missing), anyInt)
	}
	return nil
}
