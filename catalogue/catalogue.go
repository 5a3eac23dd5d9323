// Package catalogue embeds the catalogue of sources (信息共享目录, GD-2018 一): one file per source with its data classes,
// fields, service and the way to facts of the policy packs. Package internal/exchange reads and checks it; README.md says how
// a source is written.
package catalogue

import "embed"

// FS holds the sources of the platform and the guide.
//
//go:embed *.yaml README.md
var FS embed.FS
