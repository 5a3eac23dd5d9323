// Package arch holds no code: its tests keep the shape of the program (DESIGN.md section 2): imports only go down, every
// package says what it promises, migrations are named and scoped tables are guarded.
package arch
