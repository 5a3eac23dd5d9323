// Package postgres is the one way to the database: a pool that runs as a role without ownership, transactions that
// carry the actor's scope for row-level security, migrations, and the translation of constraint names into field
// errors (DESIGN.md section 3).
//
// A transaction without a scope sees no row of any scoped table: forgetting is safe.
package postgres
