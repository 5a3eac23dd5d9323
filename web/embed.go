// Package web holds the built front end, so that one binary serves everything.
//
// Before the first `npm run build` the folder holds only README.txt: the program then compiles and serves the API, and
// says that the pages are not built.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Files is the built front end, rooted at its index.html.
func Files() fs.FS {
	sub, err := fs.Sub(dist, "dist")
	if err != nil { // cannot happen: the folder is embedded at compile time
		panic(err)
	}
	return sub
}

// Built tells whether the front end was built before the program was.
func Built() bool {
	_, err := fs.Stat(dist, "dist/index.html")
	return err == nil
}
