package deptsim

import "time"

// spoil lets the faults of content happen to a message's answers, at most one of them. garble is what becomes of the bytes
// afterwards; it is nil where nothing does.
func (o *occasion) spoil(answers []answered) (out []answered, garble func([]byte) []byte) {
	if len(answers) == 0 {
		return answers, nil
	}
	if _, hit := o.happens(WrongShape); hit {
		return answers, o.wrongShape(answers)
	}
	if _, hit := o.happens(Half); hit {
		return o.half(answers), nil
	}
	if _, hit := o.happens(Stale); hit {
		d := o.draw("stale")
		for i := range answers {
			answers[i].asOf = answers[i].asOf.AddDays(-d.between(500, 2000))
		}
		return answers, nil
	}
	if _, hit := o.happens(WrongPerson); hit {
		o.wrongPerson(answers)
	}
	return answers, nil
}

// half drops about half of the answers, and at least one.
func (o *occasion) half(answers []answered) []answered {
	d := o.draw("half")
	must := d.n(len(answers))
	out := answers[:0]
	for i := range answers {
		if i != must && d.chance(50) {
			out = append(out, answers[i])
		}
	}
	return out
}

func (o *occasion) wrongShape(answers []answered) func([]byte) []byte {
	d := o.draw("shape")
	f := flaw(d.n(int(flaws) + 1)) // whole: not JSON at all; flaws: cut short
	if f != whole && f != flaws {
		from := d.n(len(answers))
		for i := range answers {
			if a := &answers[(from+i)%len(answers)]; a.canHave(f) {
				a.flaw = f
				return nil
			}
		}
	}
	if f == flaws {
		return func(b []byte) []byte { return b[:len(b)*2/3] }
	}
	return func([]byte) []byte {
		return []byte("<html><head><title>系统维护</title></head><body>系统维护中，请稍后再试。</body></html>")
	}
}

// wrongPerson changes the records of two people round, with the numbers that belong to them, or, where nobody else was asked
// about, puts another number in.
func (o *occasion) wrongPerson(answers []answered) {
	d := o.draw("person")
	from := d.n(len(answers))
	a := &answers[from]
	for i := 1; i < len(answers); i++ {
		b := &answers[(from+i)%len(answers)]
		if b.question.IDNumber != a.question.IDNumber && b.question.Class == a.question.Class {
			a.idNumber, b.idNumber = b.idNumber, a.idNumber
			a.answer, b.answer = b.answer, a.answer
			return
		}
	}
	a.idNumber = o.sim.o.People.household(d.n(20_000)).Members[0].IDNumber
	if a.idNumber == a.question.IDNumber {
		a.idNumber = o.sim.o.People.household(20_000).Members[0].IDNumber
	}
}

// unheard is how long a question may hang that gets no answer.
const unheard = 10 * time.Minute
