// Package idnum reads and writes the numbers that identify people, organisations and accounts: resident identity
// numbers (GB 11643), unified social credit codes (GB 32100), disability certificate numbers, mobile phone numbers and
// bank accounts. A parser normalises what people type or paste (full-width digits, lower-case x, blanks) and refuses
// the rest with a Chinese message on the caller's field that says the way out. No message repeats the number, and a
// wrong check digit is never answered with the right one: it must be read from the card, not corrected by guess.
// Masks are what screens show without a declared purpose. MakeResident makes valid numbers for synthetic data only.
package idnum
