package policylist

import (
	"slices"
	"strings"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/clause"
)

// DocumentCard is one document in the list.
type DocumentCard struct {
	ID      string         `json:"id"`
	Number  string         `json:"number"`
	Title   string         `json:"title"`
	InForce *calendar.Date `json:"in_force,omitempty"`
	Reading string         `json:"reading" enum:"regulation,mirrored,sample"`
	Note    string         `json:"note,omitempty"`
	HasText bool           `json:"has_text" doc:"the library holds its text (false: 原文未收录)"`
	Packs   []string       `json:"packs" doc:"titles of the packs that stand on it"`
	Cited   int            `json:"cited" doc:"how many rules, papers, steps and figures stand on it"`
}

// ClauseView is a clause of a text with what stands on it.
type ClauseView struct {
	Anchor     string           `json:"anchor"`
	Number     string           `json:"number"`
	Cite       string           `json:"cite"`
	Heading    string           `json:"heading"`
	Paragraphs []string         `json:"paragraphs"`
	Level      int              `json:"level" doc:"1 for 一、 2 below it …"`
	Cited      []ClauseStanding `json:"cited"`
}

// ClauseStanding is what stands on a clause.
type ClauseStanding struct {
	ClauseCitation
	Pack     string `json:"pack"`
	Division string `json:"division,omitempty" doc:"the pack's own province, 12 digits; absent for the national one"`
}

// ArticleView is an article of a document whose text is not held, with what stands on it.
type ArticleView struct {
	Article string           `json:"article"`
	Cited   []ClauseStanding `json:"cited"`
}

// DocumentPage is a document with its clauses; where the text is not held, with the articles that are cited.
type DocumentPage struct {
	DocumentCard
	Head     []string      `json:"head"`
	Clauses  []ClauseView  `json:"clauses" doc:"in the order of the text"`
	Tail     []string      `json:"tail"`
	Articles []ArticleView `json:"articles"`
}

// Documents lists every document that a pack in force stands on, those with a text first.
func (s *Service) Documents(actor access.Actor) ([]DocumentCard, error) {
	if err := access.Check(actor, Action, access.Listing); err != nil {
		return nil, err
	}
	out := []DocumentCard{}
	cited := s.standings()
	for _, p := range s.packs.All(clock.Today(s.clock)) {
		for _, d := range p.Documents() {
			i := slices.IndexFunc(out, func(c DocumentCard) bool { return c.ID == d.ID })
			if i < 0 {
				text, err := s.texts.Get(d.ID)
				if err != nil {
					return nil, err
				}
				out = append(out, DocumentCard{ID: d.ID, Number: d.Number, Title: d.Title, InForce: d.InForce, Reading: d.Reading, Note: d.Note,
					HasText: text != nil, Packs: []string{}, Cited: len(cited[d.ID])})
				i = len(out) - 1
			}
			out[i].Packs = append(out[i].Packs, p.Title)
		}
	}
	slices.SortStableFunc(out, func(a, b DocumentCard) int { return rankOf(a) - rankOf(b) })
	return out, nil
}

func rankOf(d DocumentCard) int {
	switch {
	case d.HasText:
		return 0
	case d.Reading == "regulation":
		return 1
	case d.Reading == "mirrored":
		return 2
	}
	return 3
}

// standings are all citations of the packs in force by document, each once however many packs inherit it.
func (s *Service) standings() map[string][]ClauseStanding {
	out := map[string][]ClauseStanding{}
	type key struct {
		at            policy.Pos
		what, id, art string
	}
	seen := map[key]bool{}
	packs := s.packs.All(clock.Today(s.clock))
	titles, seats := map[string]string{}, map[string]string{}
	for _, p := range packs {
		titles[p.Name] = p.Title
		if n := seat(p); n != 0 {
			seats[p.Name] = code12(n)
		}
	}
	for _, p := range packs {
		for _, c := range Citations(p) {
			k := key{c.At, c.What, c.Owner + " " + c.ID, c.Clause.Article}
			if seen[k] {
				continue
			}
			seen[k] = true
			writer, _, _ := strings.Cut(c.At.File, "/") // the pack that wrote it, not the one that inherits it
			out[c.Clause.ID] = append(out[c.Clause.ID], ClauseStanding{ClauseCitation: c, Pack: titles[writer], Division: seats[writer]})
		}
	}
	return out
}

// Document is one document with what stands on each of its clauses.
func (s *Service) Document(actor access.Actor, id string) (DocumentPage, error) {
	cards, err := s.Documents(actor)
	if err != nil {
		return DocumentPage{}, err
	}
	i := slices.IndexFunc(cards, func(c DocumentCard) bool { return c.ID == id })
	if i < 0 {
		return DocumentPage{}, errs.Missing("这份文件")
	}
	page := DocumentPage{DocumentCard: cards[i], Head: []string{}, Clauses: []ClauseView{}, Tail: []string{}, Articles: []ArticleView{}}
	text, err := s.texts.Get(id)
	if err != nil {
		return DocumentPage{}, err
	}
	on := map[string][]ClauseStanding{} // by anchor, or by article where there is no text
	for _, c := range s.standings()[id] {
		if text == nil {
			on[c.Clause.Article] = append(on[c.Clause.Article], c)
			continue
		}
		places, err := text.Resolve(c.Clause.Article)
		if err != nil {
			page.Articles = addArticle(page.Articles, c)
		}
		for _, p := range places {
			on[p.Anchor] = append(on[p.Anchor], c)
		}
	}
	if text == nil {
		for article := range on {
			page.Articles = append(page.Articles, ArticleView{article, on[article]})
		}
		slices.SortFunc(page.Articles, func(a, b ArticleView) int { return clause.CompareArticles(a.Article, b.Article) })
		return page, nil
	}
	page.Head, page.Tail = text.Head, append(page.Tail, text.Tail...)
	for _, c := range text.All() {
		v := ClauseView{Anchor: c.Anchor, Number: c.Number, Cite: c.Cite, Heading: c.Heading, Paragraphs: append([]string{}, c.Paragraphs...),
			Level: c.Level(), Cited: append([]ClauseStanding{}, on[c.Anchor]...)}
		page.Clauses = append(page.Clauses, v)
	}
	return page, nil
}

func addArticle(list []ArticleView, c ClauseStanding) []ArticleView {
	for i := range list {
		if list[i].Article == c.Clause.Article {
			list[i].Cited = append(list[i].Cited, c)
			return list
		}
	}
	return append(list, ArticleView{c.Clause.Article, []ClauseStanding{c}})
}
