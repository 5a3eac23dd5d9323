package selfcheck

import (
	"context"
	"runtime"
	"slices"
	"strconv"
	"time"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/advise"
	"zhongfu/internal/throttle"
)

// One address may ask this much: a family needs some 10 screens, and a whole service hall shares an address.
const (
	bucketSize = 400
	refill     = 500 * time.Millisecond
)

// Service answers self-checks. It is safe for concurrent use and holds nothing between two requests but how often an
// address has asked.
type Service struct {
	clock  clock.Clock
	places *division.Index
	packs  policy.Library
	limit  *throttle.Limiter
	turns  chan struct{} // so many are worked out at once; staff must not wait for the public
}

// New makes the service.
func New(c clock.Clock, places *division.Index, packs policy.Library) *Service {
	return &Service{clock: c, places: places, packs: packs, limit: throttle.New(bucketSize, refill), turns: make(chan struct{}, max(1, runtime.GOMAXPROCS(0)/2))}
}

// Begin tells what the first screens need: the relations and the themes of the pack that serves the place.
func (s *Service) Begin(ctx context.Context, actor access.Actor, place int64) (Start, error) {
	pack, d, err := s.enter(actor, place)
	if err != nil {
		return Start{}, err
	}
	out := Start{Place: s.places.FullName(d.Code), Pack: pack.Title, Relations: relations(pack), Themes: []Theme{}}
	for _, code := range themeOrder {
		t := Theme{Choice: Choice{code, policy.Themes[code]}, Items: []string{}}
		for _, it := range pack.Items() {
			if it.Theme == code && it.Valid(clock.Today(s.clock)) {
				t.Items = append(t.Items, it.Name)
			}
		}
		if len(t.Items) > 0 {
			out.Themes = append(out.Themes, t)
		}
	}
	return out, ctx.Err()
}

var themeOrder = []string{"emergency", "living", "medical", "education", "housing", "employment", "children", "disability", "disaster", "legal", "other"}

// Check answers with the next screen and with what the answers so far come to.
func (s *Service) Check(ctx context.Context, actor access.Actor, in Answers) (Reply, error) {
	place, _ := strconv.ParseInt(in.Division, 10, 64)
	pack, d, err := s.enter(actor, place)
	if err != nil {
		return Reply{}, err
	}
	today := clock.Today(s.clock)
	h, err := household(pack, in, today, s.urban(d))
	if err != nil {
		return Reply{}, err
	}
	items := themed(pack, in.Themes)
	if len(items) == 0 {
		return Reply{}, errs.Bad("themes", "没有这方面的救助事项，请重新选择，或选“全部看看”。")
	}
	select {
	case s.turns <- struct{}{}:
		defer func() { <-s.turns }()
	case <-ctx.Done():
		return Reply{}, ctx.Err()
	}
	advice, err := advise.Assess(pack, h, items...)
	if err != nil {
		return Reply{}, refused(err)
	}
	v := viewer{pack: pack, people: people(in.Members), town: s.town(d)}
	out := Reply{Place: s.places.FullName(d.Code), Window: v.town, Date: today, Pack: pack.Title + " " + pack.Version, Results: v.results(advice)}
	screens := advice.Screens()
	if out.Left = len(screens); len(screens) > 0 {
		out.Screen = v.screen(screens[0])
	}
	for _, r := range out.Results {
		out.Sample = out.Sample || r.Sample && r.Standing != advise.Refused
	}
	return out, nil
}

// enter checks the action, the limit and the place.
func (s *Service) enter(actor access.Actor, place int64) (*policy.Pack, division.Division, error) {
	if err := access.Check(actor, "public.check", access.Listing); err != nil {
		return nil, division.Division{}, err
	}
	if !s.limit.Take(throttle.Network(actor.Remote), s.clock.Now()) {
		return nil, division.Division{}, errs.New(errs.TooMany, "too_many_checks", "问得太频繁，请过一分钟再试；也可以直接到镇（街道）社会救助窗口咨询。")
	}
	d, ok := s.places.Get(place)
	if !ok {
		return nil, d, errs.Bad("division", "没有这个地方，请重新选择您住的村（社区）。")
	}
	pack, err := s.packs.At(place, clock.Today(s.clock))
	if err != nil {
		return nil, d, errs.Bad("division", "这个地方的政策还没有收进来，请到当地镇（街道）社会救助窗口咨询。").Because(err)
	}
	return pack, d, nil
}

// urban is what the kind of town says; a street (街道) is town.
func (s *Service) urban(d division.Division) *bool {
	t, ok := s.places.Get(division.At(d.Code, division.Town))
	if !ok || d.Level < division.Town {
		return nil
	}
	yes := t.UrbanHint()
	return &yes
}

func (s *Service) town(d division.Division) string {
	if d.Level < division.Town {
		return "您所在镇（街道）的社会救助窗口"
	}
	return s.places.Name(division.At(d.Code, division.Town)) + "社会救助窗口"
}

func themed(pack *policy.Pack, themes []string) []string {
	var out []string
	for _, it := range pack.Items() {
		if len(themes) == 0 || slices.Contains(themes, it.Theme) {
			out = append(out, it.ID)
		}
	}
	return out
}

// bornAt is a day of birth at which somebody is so many years old today.
func bornAt(today calendar.Date, age int) calendar.Date {
	y, m, d := today.Civil()
	if m == 2 && d == 29 {
		d = 28
	}
	return calendar.NewDate(y-age, m, d)
}
