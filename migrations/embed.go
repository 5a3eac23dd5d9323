// Package migrations embeds the schema's history. A file that has landed is never edited: a change is a new file.
package migrations

import "embed"

//go:embed *.sql
var FS embed.FS
