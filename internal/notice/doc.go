// Package notice is what the public sees without signing in, and the one place that decides what that is: the seven-day
// notices of first opinions (公示, 民发〔2021〕57号 art 19), the standing list of those on benefit (长期公示, art 24), and
// objections against either.
//
// It promises: name, number of members, amount, and nothing more; never a child's case, never a benefit that tells of
// illness or disability; a notice is gone after its last day; an objection reaches the township in the transaction that
// keeps it; nobody can flood an office with objections.
package notice
