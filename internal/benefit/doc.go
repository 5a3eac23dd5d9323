// Package benefit opens what a confirmed case is due and makes the monthly payment list (月发放册).
//
// It promises: an entitlement exists once per case, however often its job runs, from the month after the decision
// (民发〔2021〕57号 art 21); a list holds each household once and its total is the sum of its lines; who makes a list never
// approves it; an approved list with its SM3 digest can no longer change, held by the database itself; a county sees its
// own lists only; every file taken away is audited.
package benefit
