// Package audit keeps who did what to which object, with the values before and after and the purpose, written in the
// transaction that did it, sealed afterwards into an SM3 hash chain so that a changed, missing or inserted row is found
// and named (GD-2018 三, GD-2024 (二十二): supervision must be able to trust the record; 社会救助暂行办法 61, 66).
//
// Write and Queue append. A job (Workers, Periodic) seals what was appended and makes the coming months' partitions.
// Verify recomputes the whole chain. Service is what auditors use. docs/adr/0005-audit-chain.md says what the chain can
// and cannot show.
package audit
