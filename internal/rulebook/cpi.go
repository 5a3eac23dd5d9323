package rulebook

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// The item and parameters of the price linkage (发改价格〔2021〕1553号); trigger, groups and amount are the pack's.
const (
	linkageItem = "price_linkage"
	riseParam   = "cpi_rise"
	foodParam   = "food_cpi_rise"
)

func isPrice(parameter string) bool { return parameter == riseParam || parameter == foodParam }

// PriceInput is a month's rises as the statistics office published them.
type PriceInput struct {
	ID       uuid.UUID
	Month    calendar.Date // its first day
	Rise     string        // per cent on the year, at most two decimals: 3.5, -0.2
	Food     string
	Document string
	Title    string
	Note     string
}

// EnterPrices proposes a month's rises for the actor's place. They count for that month alone once another person has
// approved them. Falling prices are kept in the note and count as no rise.
func (s *Service) EnterPrices(ctx context.Context, actor access.Actor, in PriceInput) (StandardChange, error) {
	if err := access.Check(actor, "cpi.enter", access.At(actor.Division)); err != nil {
		return StandardChange{}, err
	}
	p, c, err := s.prices(actor, in)
	if err != nil {
		return StandardChange{}, err
	}
	c.Pack = p.Name
	return s.insertChange(ctx, actor, "cpi.enter", c)
}

func (s *Service) prices(actor access.Actor, in PriceInput) (*policy.Pack, StandardChange, error) {
	var c errs.Collector
	rise, fell1 := percent(&c, "rise", "居民消费价格涨幅", in.Rise)
	food, fell2 := percent(&c, "food", "食品价格涨幅", in.Food)
	if in.Document = strings.TrimSpace(in.Document); len([]rune(in.Document)) < 2 {
		c.Add("document", "请填写数据来源，例如 统计局2026年10月居民消费价格通报。")
	}
	if in.Title = strings.TrimSpace(in.Title); len([]rune(in.Title)) < 2 {
		c.Add("title", "请填写公布的标题。")
	}
	today := s.today().MonthStart()
	if in.Month != in.Month.MonthStart() || in.Month > today || in.Month < today.AddMonths(-24) {
		c.Add("month", "请选择本月或以前两年内的月份；以后的月份还没有公布数据。")
	}
	p, err := s.library.At(actor.Division, s.today())
	if err != nil {
		return nil, StandardChange{}, err
	}
	if p.Item(linkageItem) == nil || definition(p, riseParam) == nil || definition(p, foodParam) == nil {
		c.Add("month", "现行政策包没有物价联动，不能录入。")
	}
	if err := c.Err(); err != nil {
		return nil, StandardChange{}, err
	}
	note := strings.TrimSpace(in.Note)
	if fell1 || fell2 {
		note = strings.TrimSpace(fmt.Sprintf("公布数为居民消费价格 %s%%、食品 %s%%；下降的按 0 计，不触发联动。%s", strings.TrimSpace(in.Rise), strings.TrimSpace(in.Food), note))
	}
	until, place := in.Month.AddMonths(1), []string{prefixOf(actor.Division)}
	return p, StandardChange{ID: in.ID, division: actor.Division, Kind: "cpi", ActiveFrom: in.Month, Until: &until, Document: in.Document, Title: in.Title, Note: note,
		lines: []Line{{Parameter: riseParam, Places: place, Value: rise, Status: policy.Official}, {Parameter: foodParam, Places: place, Value: food, Status: policy.Official}}}, nil
}

// percent reads 3.5 as the decimal 0.035 that a ratio parameter is written as. A fall reads as 0 and says so.
func percent(c *errs.Collector, field, label, text string) (value string, fell bool) {
	s := strings.TrimSuffix(strings.TrimSpace(text), "%")
	digits, negative := strings.CutPrefix(s, "-")
	whole, frac, _ := strings.Cut(digits, ".")
	if whole == "" || len(whole) > 2 || len(frac) > 2 || strings.Trim(whole+frac, "0123456789") != "" || strings.HasSuffix(digits, ".") {
		c.Add(field, "%s应是百分数，最多两位小数，例如 3.5；下降写 -0.2。", label)
		return "", false
	}
	n, _ := strconv.Atoi(whole + (frac + "00")[:2]) // digits only, four at most
	if negative && n > 0 {
		return "0", true
	}
	return fmt.Sprintf("0.%04d", n), false
}
