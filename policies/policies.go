// Package policies embeds the written policies: one folder per pack (DESIGN.md section 4). How a pack is written
// stands in README.md beside them; package internal/policy reads and checks them.
package policies

import "embed"

// FS holds every pack, the texts of the documents they cite (documents/<id>.txt), the JSON Schema of an input and the guide.
//
//go:embed national guangdong shandong documents household.schema.json README.md
var FS embed.FS
