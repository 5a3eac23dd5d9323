package app

import (
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// static serves the embedded front end. Hashed assets are cached for good; every other path that is not a file is the
// single page, so that a link into the application opens.
func static(dist fs.FS) http.Handler {
	files := http.FileServerFS(dist)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if st, err := fs.Stat(dist, name); err == nil && !st.IsDir() && name != "index.html" {
			if strings.HasPrefix(name, "assets/") {
				w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
			}
			serveCompressed(w, r, dist, name, files)
			return
		}
		if path.Ext(name) != "" && strings.HasPrefix(name, "assets/") {
			http.NotFound(w, r)
			return
		}
		page, err := fs.ReadFile(dist, "index.html")
		if err != nil {
			http.Error(w, "the front end was not built into this program: run make build", http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Cache-Control", "no-cache")
		_, _ = w.Write(page)
	})
}

var precompressedTypes = map[string]string{".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json", ".svg": "image/svg+xml"}

// serveCompressed sends the .gz that the build laid beside a file where the browser takes it.
func serveCompressed(w http.ResponseWriter, r *http.Request, dist fs.FS, name string, files http.Handler) {
	contentType, text := precompressedTypes[path.Ext(name)]
	if text && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		if data, err := fs.ReadFile(dist, name+".gz"); err == nil {
			w.Header().Set("Content-Type", contentType)
			w.Header().Set("Content-Encoding", "gzip")
			w.Header().Add("Vary", "Accept-Encoding")
			_, _ = w.Write(data)
			return
		}
	}
	files.ServeHTTP(w, r)
}
