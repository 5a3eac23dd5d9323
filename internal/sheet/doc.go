// Package sheet writes one Excel workbook as a stream: a title, a header that repeats on every printed page, rows of
// typed cells, a totals row. Numbers that are no quantities (identity numbers, accounts) are text cells, so that no
// spreadsheet rounds their last digits away; text that a spreadsheet could take for a formula is defused.
//
// Serves 月发放册 and every list that offices take away (社会救助资金管理: lists go to the paying bank and to finance).
package sheet
