// Package paper prints what people sign and receive: application, authorisation, pledge, notices, survey form, letters
// (the forms of facts.md section 9; 民发〔2021〕57号 art 9-11, 16, 18-21, 38).
//
// It promises: a paper is issued once per case, kind and round, with a number that runs without gaps per office, kind and
// year; what it was printed from is kept sealed as it was and never computed again; a letter says what was decided, why
// with figures and clauses, what happens next, what can be done against it and whom to call; a notice shows name, members,
// amount and nothing more; a letter can be seen before the act that sends it.
package paper
