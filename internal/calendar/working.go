package calendar

// IsWorkingDay tells whether offices work on d.
func IsWorkingDay(d Date) bool {
	switch notices.days[d].kind {
	case dayOff:
		return false
	case dayWork:
		return true
	}
	return !d.weekend()
}

// NextWorking returns d itself when it is a working day, otherwise the first working day after it.
func NextWorking(d Date) Date {
	for !IsWorkingDay(d) {
		d++
	}
	return d
}

// AddWorkingDays returns the n-th working day after d; counting starts the day after d. With n = 0 it is
// NextWorking(d). With negative n it is the n-th working day before d.
func AddWorkingDays(d Date, n int) Date {
	if n == 0 {
		return NextWorking(d)
	}
	step := Date(1)
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		d += step
		if IsWorkingDay(d) {
			n--
		}
	}
	return d
}

// WorkingDaysBetween counts the working days after from up to and including to, so that for n > 0
// WorkingDaysBetween(d, AddWorkingDays(d, n)) == n. It is negative when to lies before from.
func WorkingDaysBetween(from, to Date) int {
	if to < from {
		return -WorkingDaysBetween(to, from)
	}
	n := 0
	for d := from + 1; d <= to; d++ {
		if IsWorkingDay(d) {
			n++
		}
	}
	return n
}

// DueWorking returns the last day of a period of n working days that starts with something done on start; the day of
// start does not count (民法典 article 201). What is done on the due day is in time.
func DueWorking(start Date, n int) Date { return AddWorkingDays(start, n) }

// DueNatural returns the last day of a period of n natural days that starts with something done on start: the day of
// start does not count, and an end on a holiday or a day of rest moves to the next working day (民法典 articles 201
// and 203). A public notice of 7 days (公示期) is such a period.
func DueNatural(start Date, n int) Date { return NextWorking(start.AddDays(n)) }

// Provisional tells whether counting from one day to the other passes through a year whose notice is not known, so
// that the result may still move when it appears.
func Provisional(from, to Date) bool {
	if to < from {
		from, to = to, from
	}
	y1, _, _ := from.Civil()
	y2, _, _ := to.Civil()
	for y := y1; y <= y2; y++ {
		if !KnownYear(y) {
			return true
		}
	}
	return false
}

// DueWorkingProvisional is DueWorking that also tells whether the day is provisional.
func DueWorkingProvisional(start Date, n int) (due Date, provisional bool) {
	due = DueWorking(start, n)
	return due, Provisional(start, due)
}
