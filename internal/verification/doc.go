// Package verification asks departments about people who applied or receive assistance, lawfully and once (家庭经济状况核对:
// 民发〔2021〕57号 art 17 and 18; GD-2019 (五) and (六), GD-2024 (十二), GD-2018 一, SD-2019 二(三)2; MZ/T 072-2024: request, obtain, compare,
// report, review).
//
// It promises: no question leaves without an authorisation of that person for that purpose and class, in force at that instant,
// which the database holds, too; a question is on the books before it leaves, so that after a kill it was asked no more often
// than the source's rule allows; one question is open per person and class whoever wants to know, and an answer that is still
// fresh is not asked for again; an answer is taken once, for the person that was asked about, or not at all; what no source
// answered is silent and named, never zero; records are sealed, and what came back raw is purged with a proof left.
package verification
