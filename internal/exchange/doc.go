// Package exchange speaks with other departments: the catalogue of sources and data classes (信息共享目录), the messages of
// docs/exchange.md with their signatures, and the way from a department's records to facts of the policy catalogue
// (GD-2019 (五), GD-2018 一, GD-2024 (十二); MZ/T 072-2024, MZ/T 073-2024).
//
// It promises: a source is configuration, no line of Go names one; an answer that does not fit the catalogue is a fault that
// says where, never a guess; what a source did not answer is unknown and not zero; a message is believed only when its
// signature, time and nonce are. It asks nobody by itself: package verification decides who may be asked, package
// exchange/transport carries the message.
package exchange
