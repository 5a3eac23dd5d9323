// Package calendar is the law's clock: civil days without a time of day (Date), and deadlines counted in working days
// of the Chinese calendar or in natural days.
//
// A working day is a weekday that the State Council's yearly notice does not declare a holiday, or a Saturday or
// Sunday that it declares worked. The notices of 2024 to 2026 are embedded with their document numbers
// (data/holidays.yaml). A year without a notice falls back to Monday to Friday; KnownYear, Provisional and
// DueWorkingProvisional tell the caller, so that a screen can say the date may still move. Next year's notice appears
// each autumn and is added as data, not as code.
//
// Counting follows 民法典 article 201: the first day is the one after the start. 民法典 article 203 moves the end of a
// period in natural days that falls on a holiday to the next working day; see DueNatural. It serves every deadline of
// the procedures (acceptance, verification, public notice, confirmation, objection).
package calendar
