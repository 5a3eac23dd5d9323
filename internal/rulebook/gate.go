package rulebook

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/policy"
)

// GateReport is what the gate says of a draft.
type GateReport struct {
	Loads    bool          `json:"loads" doc:"all checks and worked cases passed: the draft can be proposed"`
	Problems []GateProblem `json:"problems"`
	Digest   string        `json:"digest,omitempty"`
	Version  string        `json:"version,omitempty"`
	Items    int           `json:"items"`
	Rules    int           `json:"rules"`
	Cases    int           `json:"cases" doc:"worked cases that ran"`
	// Changes say what the draft says otherwise than the version in force.
	Changes []policy.Change `json:"changes"`
	Checked int             `json:"checked_version" doc:"version of the draft that was checked"`
}

// GateProblem is one fault with its place in the text; without a file it concerns the whole.
type GateProblem struct {
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Message string `json:"message"`
}

// CheckDraft runs the gate over a draft as it stands: the full checker, all worked cases, changed standards laid over it, and
// the cases in flight. What loads is proved in the background; Proof tells how that stands.
func (s *Service) CheckDraft(ctx context.Context, actor access.Actor, id uuid.UUID) (GateReport, error) {
	d, err := s.readDraft(ctx, actor, id)
	if err != nil {
		return GateReport{}, err
	}
	p, problems, err := s.gate(ctx, d.Pack, d.texts)
	if err != nil {
		return GateReport{}, err
	}
	r := GateReport{Loads: len(problems) == 0, Problems: problems, Checked: d.Version, Changes: []policy.Change{}}
	if p == nil {
		return r, nil
	}
	r.Digest, r.Version, r.Cases = p.Digest, p.Version, len(p.Cases())
	if err := s.askProof(ctx, ProveArgs{Digest: p.Digest, Draft: id}); err != nil {
		return r, err
	}
	for _, it := range p.Items() {
		r.Items++
		r.Rules += len(it.Rules)
	}
	if now := s.library.now.Load().on(d.Pack, s.today()); now != nil {
		v, err := s.library.version(ctx, now.digest)
		if err != nil {
			return r, err
		}
		r.Changes = append(r.Changes, policy.Diff(v.pack, p)...)
	}
	return r, nil
}

// gate loads the texts and lists everything that keeps them from coming into force. The pack is nil where it does not load.
func (s *Service) gate(ctx context.Context, name string, texts Files) (*policy.Pack, []GateProblem, error) {
	s.checking.Lock()
	defer s.checking.Unlock()
	problems := []GateProblem{}
	p, err := texts.load(name)
	if err != nil {
		found, err := problemsOf(err)
		for _, f := range found {
			problems = append(problems, GateProblem{f.At.File, f.At.Line, f.Message})
		}
		return nil, problems, err
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	if known := s.library.now.Load().on(name, s.today()); known != nil {
		now, err := known.load()
		if err != nil {
			return nil, nil, err
		}
		if now.Division != p.Division {
			problems = append(problems, GateProblem{name + "/pack.yaml", 1, fmt.Sprintf("division 由 %s 改成了 %s。一个政策包的适用地区不能改变，请改回。", now.Division, p.Division)})
		}
	}
	taken, err := s.versionTaken(ctx, p)
	if err != nil {
		return nil, nil, err
	}
	if taken {
		problems = append(problems, GateProblem{name + "/pack.yaml", 1, fmt.Sprintf("版本号 %s 已经用过，而内容不同。请在 pack.yaml 里写一个新的 version。", p.Version)})
	}
	more, err := s.standards(ctx, p)
	if err != nil {
		return nil, nil, err
	}
	problems = append(problems, more...)
	more, err = s.casesGoOn(ctx, p)
	return p, append(problems, more...), err
}

// standards lays the approved changes over the draft.
func (s *Service) standards(ctx context.Context, p *policy.Pack) ([]GateProblem, error) {
	all, err := s.library.approved(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := p.WithParameters(changesFor(version{p, s.now()}, all)); err != nil {
		found, err := problemsOf(err)
		var out []GateProblem
		for _, f := range found {
			out = append(out, GateProblem{Message: "与已批准的标准调整冲突：" + f.Message})
		}
		return out, err
	}
	var out []GateProblem
	for _, c := range all {
		for _, line := range c.Lines {
			if c.Pack == p.Name && definition(p, line.Parameter) == nil {
				out = append(out, GateProblem{Message: fmt.Sprintf("草稿里没有参数 %s，而%s已调整它的数值。请保留这个参数。", line.Parameter, c.Document)})
			}
		}
	}
	return out, nil
}

func definition(p *policy.Pack, id string) *policy.Parameter {
	for _, d := range p.ParameterDefinitions() {
		if d.ID == id {
			return &d
		}
	}
	return nil
}

// casesGoOn tells which open cases could not be continued under the draft: it lacks their item, procedure or step.
func (s *Service) casesGoOn(ctx context.Context, p *policy.Pack) ([]GateProblem, error) {
	if s.inFlight == nil {
		return nil, nil
	}
	list, err := s.inFlight.Standing(ctx, p.Name)
	if err != nil {
		return nil, err
	}
	var out []GateProblem
	for _, c := range list {
		var lacks []string
		if p.Item(c.Item) == nil {
			lacks = append(lacks, "事项 "+c.Item)
		}
		switch proc := p.Procedure(c.Procedure); {
		case proc == nil:
			lacks = append(lacks, "流程 "+c.Procedure)
		case proc.Step(c.Step) == nil:
			lacks = append(lacks, "流程 "+c.Procedure+" 的步骤 "+c.Step)
		}
		if len(lacks) > 0 {
			out = append(out, GateProblem{Message: fmt.Sprintf("有 %d 件在办案件停在这里，而草稿里没有%s。请保留，待案件办结后再删。", c.Cases, strings.Join(lacks, "、"))})
		}
	}
	return out, nil
}
