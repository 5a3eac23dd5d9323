// Package columnar decides the items of a policy pack for whole populations. It compiles the checked expressions of a
// pack to typed loops over columns of facts, a thousand households at a time, on all cores, with exactly the meaning of
// policy.Evaluate: which members count (民发〔2021〕57号 art. 7), values, rules, amounts with their rounding, standards by
// place and day, facts that nobody has answered, status facts answered by other items. A property test holds the two
// together on random packs, expressions and facts, and every worked case of every pack runs through both.
//
// Unknown facts travel as ranges: a whole number as its least and greatest value, a condition as known or open. Figures
// that the pack's own limits keep inside 64 bits are computed plainly; elsewhere a row that overflows, divides by zero or
// misses a parameter is marked, and the mark is dropped where CEL would not have looked (the branch not taken, false && x).
// Rows on which a fault meets an unknown fact are few; the interpreter decides them, and Results counts them.
package columnar
