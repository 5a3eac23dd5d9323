package policy

import (
	"strings"
	"sync"

	"cel.dev/cel-go/cel"
)

// environment is a CEL environment with what was compiled in it. The items of a pack, of its parents and of the next draft
// of it mostly use the same names and the same texts; a text that compiled once is taken as it is. Faults are not kept.
type environment struct {
	*cel.Env

	mu       sync.Mutex
	compiled map[compiledKey]*expr
}

type compiledKey struct{ text, want string }

// environments by the names that they know. Past the limits all is forgotten: what packs in use need is theirs.
var environments = struct {
	sync.Mutex
	kept map[string]*environment
}{kept: map[string]*environment{}}

const (
	maxEnvironments = 600
	maxCompiled     = 200 // texts in one of them
)

var sharedBase = sync.OnceValues(baseEnv)

// named is a name that expressions may use, with its type.
type named struct {
	name string
	of   *cel.Type
}

// environmentOf returns the environment that knows the names besides those of every expression.
func environmentOf(names []named) (*environment, error) {
	var key strings.Builder
	for _, n := range names {
		key.WriteString(n.name + " " + n.of.String() + "\n")
	}
	environments.Lock()
	e := environments.kept[key.String()]
	environments.Unlock()
	if e != nil {
		return e, nil
	}
	base, err := sharedBase()
	if err != nil {
		return nil, err
	}
	opts := make([]cel.EnvOption, len(names))
	for i, n := range names {
		opts[i] = cel.Variable(n.name, n.of)
	}
	env, err := base.Extend(opts...)
	if err != nil {
		return nil, err
	}
	e = &environment{Env: env, compiled: map[compiledKey]*expr{}}
	environments.Lock()
	defer environments.Unlock()
	if len(environments.kept) >= maxEnvironments {
		clear(environments.kept)
	}
	environments.kept[key.String()] = e
	return e, nil
}

// forgetful is the same environment for texts that are tried once: it keeps nothing.
func (e *environment) forgetful() *environment { return &environment{Env: e.Env} }

// known returns what a text compiled to before, to be had at another place, or nil.
func (e *environment) known(text string, want *cel.Type, at Pos) *expr {
	e.mu.Lock()
	x := e.compiled[compiledKey{text, want.String()}]
	e.mu.Unlock()
	if x == nil {
		return nil
	}
	own := *x
	own.at = at
	return &own
}

func (e *environment) keep(x *expr, want *cel.Type) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.compiled == nil {
		return
	}
	if len(e.compiled) >= maxCompiled {
		clear(e.compiled)
	}
	e.compiled[compiledKey{x.text, want.String()}] = x
}
