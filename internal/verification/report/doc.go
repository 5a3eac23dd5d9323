// Package report compares what people declared with what sources answered and reports it (核对报告): 民发〔2021〕57号 art 17 (the
// county checks the household's means) and 18 (objection: proof from the applicant, re-check by the township); GD-2019 (五),
// SD-2019 二(三)2; the compare, report and review of MZ/T 072-2024.
//
// It promises: a missing answer never becomes a number, and a sum with a missing part is unknown ("at least" is for the eye);
// the order in which answers come changes nothing; every value names its sources and the day of their data, every unknown names
// the source and the reason; what exceeds a limit is told by the policy pack, with its clause; nothing of relatives who live
// apart and of legal supporters stands in a household's report; an issued report is never changed, what comes later is the next
// version and says what changed; a corrected value keeps the source's value beside it.
package report
