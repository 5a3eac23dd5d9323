package exchange

import (
	"errors"
	"os"
	"strings"

	"zhongfu/internal/policy"
)

// Endpoint is what an installation says about a source: where it is, or that it is switched off. Empty fields leave what the
// catalogue says. Certificates and keys are names of files.
type Endpoint struct {
	URL         string      `yaml:"url"`
	Folder      string      `yaml:"folder"`
	Format      string      `yaml:"format"`
	TLS         *bool       `yaml:"tls"`
	CA          string      `yaml:"ca"`
	Certificate string      `yaml:"certificate"`
	Key         string      `yaml:"key"`
	Disabled    bool        `yaml:"disabled"`
	Service     *rawService `yaml:"service"` // what was agreed with the department; replaces the catalogue's whole
	At          policy.Pos  `yaml:"-"`
}

// Endpoints are by source. The file may be YAML or JSON.
type Endpoints map[string]Endpoint

type endpointsFile struct {
	Sources []struct {
		ID       string   `yaml:"source"`
		Endpoint Endpoint `yaml:",inline"`
	} `yaml:"sources"`
}

// OpenEndpoints reads the installation's file: {sources: [{source: tax, url: …}, …]}.
func OpenEndpoints(path string) (Endpoints, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return ParseEndpoints(path, text)
}

// ParseEndpoints reads the text of such a file.
func ParseEndpoints(file string, text []byte) (Endpoints, error) {
	var f endpointsFile
	if faults := policy.DecodeYAML(file, text, &f, "docs/exchange.md"); len(faults) > 0 {
		return nil, &LoadError{faults}
	}
	out := Endpoints{}
	for _, s := range f.Sources {
		if _, twice := out[s.ID]; twice || s.ID == "" {
			return nil, &LoadError{[]policy.Problem{{At: policy.Pos{File: file, Line: 1}, Message: "每个来源（source）要有代号，且只能写一次：" + s.ID}}}
		}
		out[s.ID] = s.Endpoint
	}
	return out, nil
}

// With returns the catalogue as the installation has it.
func (c *Catalogue) With(e Endpoints) (*Catalogue, error) {
	l := &loader{}
	out := &Catalogue{byID: map[string]*Source{}, classes: map[string]placed{}, code: c.code, facts: c.facts}
	for id := range e {
		if c.byID[id] == nil && id != Liveness {
			l.add(policy.Pos{}, "来源目录里没有 %s%s。", id, policy.Suggestion(id, c.sourceIDs()))
		}
	}
	for _, old := range c.sources {
		s := *old
		if p, ok := e[s.ID]; ok {
			l.endpoint(&s, p)
		}
		out.sources = append(out.sources, &s)
		out.byID[s.ID] = &s
		for i := range s.Classes {
			out.classes[s.Classes[i].ID] = placed{&s.Classes[i], &s}
		}
	}
	if len(l.problems) > 0 {
		return nil, &LoadError{l.problems}
	}
	return out, nil
}

func (l *loader) endpoint(s *Source, p Endpoint) {
	t := &s.Transport
	for _, f := range []struct {
		to   *string
		from string
	}{{&t.URL, strings.TrimRight(p.URL, "/")}, {&t.Folder, p.Folder}, {&t.Format, p.Format}, {&t.CAFile, p.CA}, {&t.CertificateFile, p.Certificate}, {&t.KeyFile, p.Key}} {
		if f.from != "" {
			*f.to = f.from
		}
	}
	if p.TLS != nil {
		t.TLS = *p.TLS
	}
	s.Disabled = p.Disabled
	if p.Service != nil {
		s.Service = l.service(p.Service, "来源 "+s.ID)
	}
	for _, file := range []string{t.CAFile, t.CertificateFile, t.KeyFile} {
		if file == "" {
			continue
		}
		if _, err := os.Stat(file); errors.Is(err, os.ErrNotExist) {
			l.add(policy.Pos{}, "来源 %s 的证书或密钥文件不存在：%s。", s.ID, file)
		}
	}
	if t.TLS && (t.CertificateFile == "" || t.KeyFile == "") && !s.Disabled {
		l.add(policy.Pos{}, "来源 %s 要求双向 TLS，请写 certificate 和 key（本系统的证书和私钥文件）。", s.ID)
	}
	l.checkTransport(s.ID, t, &s.Service, policy.Pos{})
}

func (c *Catalogue) sourceIDs() []string {
	out := make([]string, len(c.sources))
	for i, s := range c.sources {
		out[i] = s.ID
	}
	return out
}
