package deptsim

import (
	"crypto/subtle"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"strings"
)

// adminRoutes are for whoever runs a test; they ask for the token that was printed at the start.
func (s *Sim) adminRoutes(m *http.ServeMux) {
	m.HandleFunc("GET /faults", s.admin(s.showFaults))
	m.HandleFunc("POST /faults", s.admin(s.changeFaults))
	m.HandleFunc("DELETE /faults", s.admin(func(w http.ResponseWriter, r *http.Request) {
		s.ClearFaults()
		s.showFaults(w, r)
	}))
	m.HandleFunc("GET /stats", s.admin(s.showStats))
	m.HandleFunc("DELETE /stats", s.admin(func(w http.ResponseWriter, _ *http.Request) {
		for _, src := range s.sources {
			src.book.mu.Lock()
			src.book.clear()
			src.book.mu.Unlock()
		}
		w.WriteHeader(http.StatusNoContent)
	}))
	m.HandleFunc("POST /stats/dump", s.admin(s.dumpStats))
}

func (s *Sim) admin(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if subtle.ConstantTimeCompare([]byte(token), []byte(s.o.Admin)) != 1 {
			http.Error(w, "需要管理令牌：Authorization: Bearer <启动时打印的令牌>", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func (s *Sim) showFaults(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, *s.switches.plan.Load())
}

func (s *Sim) changeFaults(w http.ResponseWriter, r *http.Request) {
	raw, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	p, err := ReadPlan(raw)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if err := s.SetFaults(p); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.showFaults(w, r)
}

func (s *Sim) showStats(w http.ResponseWriter, r *http.Request) {
	atLeast, _ := strconv.Atoi(r.URL.Query().Get("asked"))
	w.Header().Set("Content-Type", "application/json")
	if err := s.WriteStats(w, r.URL.Query().Get("questions") != "", atLeast); err != nil {
		s.o.Log.Debug("deptsim: the counts were not taken", "error", err)
	}
}

func (s *Sim) dumpStats(w http.ResponseWriter, _ *http.Request) {
	if s.o.StatsFile == "" {
		http.Error(w, "启动时没有给出统计文件", http.StatusConflict)
		return
	}
	if err := s.DumpStats(s.o.StatsFile); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	writeJSON(w, map[string]string{"file": s.o.StatsFile})
}

func writeJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
