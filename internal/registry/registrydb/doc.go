// Package registrydb holds the statements of package registry as sqlc makes them from queries.sql (scripts/generate.sh). Only that
// package uses it; nothing here but this comment is written by hand.
package registrydb
