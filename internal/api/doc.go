// Package api is the HTTP edge: one file per use-case group; each endpoint parses, calls one service method and renders.
// No rule of the business lives here. Every endpoint declares its action of the access table; one that does not panics
// at start, and a test walks them all (DESIGN.md section 3).
package api
