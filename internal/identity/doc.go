// Package identity knows who works with the system: organisations, people of staff and the duties they hold at places, how
// they prove who they are (password and one-time code), and their sessions, which can be seen and revoked.
//
// It promises that no secret is kept in a form that opens a door: passwords as Argon2id hashes, session tokens as SM3
// hashes, one-time-code secrets sealed; that an unknown login name, a wrong password and a demo account outside a
// demonstration look and cost the same; that a code works once; that guessing is slowed down and survives a restart; that
// nobody administers beyond the own range or above the own level; and that duties which check one another do not meet in
// one person at one place.
//
// Serves GD-2018 二(二)4 and 二(三) (who is responsible at which level) and 社会救助暂行办法 61, 66 (secrecy).
// docs/adr/0006-sign-in.md gives the reasons.
package identity
