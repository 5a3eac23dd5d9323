package policylist

import (
	"strconv"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// Action is what the public library needs by the access table: anybody may.
const Action access.Action = "public.policy"

// Service answers questions about the packs in force. It keeps nothing and is safe for concurrent use.
type Service struct {
	packs  policy.Library
	places *division.Index
	clock  clock.Clock
	texts  *Texts
}

// New makes the service over the packs and the texts of their documents.
func New(packs policy.Library, places *division.Index, c clock.Clock, texts *Texts) *Service {
	return &Service{packs: packs, places: places, clock: c, texts: texts}
}

// Where is the place and day that are asked about. Division 0 is the deciding pack's own province, Day 0 is today.
type Where struct {
	Division int64
	Day      calendar.Date
}

// stand is where an answer stands: the pack in force there on the day.
type stand struct {
	pack  *policy.Pack
	place int64 // 0: no place was chosen
	day   calendar.Date
}

// PolicyStand is the same for the reader.
type PolicyStand struct {
	Pack      string        `json:"pack"`
	PackTitle string        `json:"pack_title"`
	Version   string        `json:"version"`
	Digest    string        `json:"digest"`
	Division  string        `json:"division,omitempty" doc:"12 digits; absent where no place was chosen"`
	Place     string        `json:"place,omitempty" doc:"full name of the place"`
	Day       calendar.Date `json:"day"`
}

func (s *Service) stand(w Where) (stand, error) {
	st := stand{place: w.Division, day: w.Day}
	if st.day == 0 {
		st.day = clock.Today(s.clock)
	}
	if w.Division == 0 {
		all := s.packs.All(st.day)
		if len(all) == 0 {
			return st, errs.Missing("政策包")
		}
		st.pack = all[len(all)-1]
		return st, nil
	}
	if _, ok := s.places.Get(w.Division); !ok {
		return st, errs.Bad("division", "没有代码为 %012d 的地区，请重新选择地区。", w.Division)
	}
	p, err := s.packs.At(w.Division, st.day)
	if err != nil {
		return st, errs.Bad("division", "这个地区还没有收录政策，请换一个地区，或直接咨询当地镇（街道）民政服务窗口。").Because(err)
	}
	st.pack = p
	return st, nil
}

func (s *Service) view(st stand) PolicyStand {
	v := PolicyStand{Pack: st.pack.Name, PackTitle: st.pack.Title, Version: st.pack.Version, Digest: st.pack.Digest, Day: st.day}
	if st.place != 0 {
		v.Division, v.Place = code12(st.place), s.places.FullName(st.place)
	}
	return v
}

// seat is the place that stands for a pack: its own province. 0 where the pack serves everywhere.
func seat(p *policy.Pack) int64 {
	n, err := strconv.ParseInt(p.Division, 10, 64)
	if err != nil {
		return 0
	}
	for i := len(p.Division); i < 12; i++ {
		n *= 10
	}
	return n
}

func code12(code int64) string {
	s := strconv.FormatInt(code, 10)
	for len(s) < 12 {
		s = "0" + s
	}
	return s
}
