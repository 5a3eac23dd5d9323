package verification

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/xuri/excelize/v2"

	"zhongfu/catalogue"
	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

// deskFixture is the fixture with the real catalogue, where questions to desks are handed over.
type deskFixture struct {
	*fixture
	justice *exchange.Source
}

// paper is the desk's carrier, as package transport has it: nothing travels.
type paper struct{}

func (paper) Send(context.Context, *exchange.Source, exchange.Query) (*exchange.Reply, []byte, error) {
	return nil, nil, exchange.ErrLater
}

func newDeskFixture(t *testing.T) *deskFixture {
	t.Helper()
	f := newFixture(t)
	c, err := exchange.Load(catalogue.FS)
	if err != nil {
		t.Fatal(err)
	}
	f.shelf = c.Sources()
	f.s = New(f.db, f.keys, f.clock, division.Default(), c, map[exchange.Kind]exchange.Carrier{exchange.Desk: paper{}}, casefixture.NoJobs{}, Settings{})
	return &deskFixture{f, c.Source("justice")}
}

// office opens an office of a department with somebody at its desk, who answers for the source.
func (f *deskFixture) office(place int64, name, source string) access.Actor {
	f.Helper()
	id := uuid.New()
	level := division.LevelOf(place)
	f.exec(`insert into organisation (id, division, level, kind, name, created_at) values ($1, $2, $3, 'department', $4, $5)`, id, place, int16(level), name, noon)
	lo, hi := division.Range(place)
	if source != "" {
		if err := f.s.SetOffice(context.Background(), provincial, source, id, true); err != nil {
			f.Fatal(err)
		}
	}
	return access.Actor{Staff: uuid.New(), Name: name + "窗口", Role: access.DepartmentDesk, Level: access.Level(level), Division: place, Lo: lo, Hi: hi, Organisation: id, OrgName: name}
}

func (f *deskFixture) desk(actor access.Actor, filter DeskFilter) DeskPage {
	f.Helper()
	page, err := f.s.Desk(context.Background(), actor, filter)
	if err != nil {
		f.Fatal(err)
	}
	return page
}

// An office sees the questions to its own source about people of its own place, and nothing else at all.
func TestDeskShowsOnlyItsOwn(t *testing.T) {
	f := newDeskFixture(t)
	ctx := context.Background()
	here := f.office(440104000000, "越秀区司法局", "justice")
	strangers := map[string]access.Actor{
		"another county's":     f.office(440106000000, "天河区司法局", "justice"),
		"another department's": f.office(440104000000, "越秀区港澳办", "hong_kong_macao"),
		"no source's":          f.office(440104000000, "越秀区档案局", ""),
	}
	province := f.office(440000000000, "广东省司法厅", "justice")
	f.order([]string{"imprisonment", "vehicle"}, f.person("*"))
	f.pump()

	page := f.desk(here, DeskFilter{})
	if len(page.Items) != 1 || page.Items[0].Class != "imprisonment" || page.Items[0].LeftDays != 5 || page.Items[0].Purpose != "社会救助" || page.Sources[0].Open != 1 {
		t.Fatalf("%+v", page)
	}
	q := page.Items[0]
	if !strings.Contains(q.IDMasked, "*") {
		t.Error("the list shows the whole number")
	}
	if got := f.desk(province, DeskFilter{}); len(got.Items) != 1 {
		t.Errorf("the province's desk: %+v", got)
	}
	answer := DeskAnswer{Status: exchange.None}
	for who, actor := range strangers {
		if got := f.desk(actor, DeskFilter{}); len(got.Items) != 0 {
			t.Errorf("%s desk sees %+v", who, got.Items)
		}
		_, open := f.s.DeskOpen(ctx, actor, q.PersonID, q.ID)
		_, put := f.s.DeskAnswer(ctx, actor, q.PersonID, q.ID, answer)
		if !errs.Is(open, errs.NotFound) || !errs.Is(put, errs.NotFound) {
			t.Errorf("%s desk: %v, %v", who, open, put)
		}
	}
	for _, who := range []string{"another department's", "no source's"} {
		_, sheet := f.s.DeskSheet(ctx, strangers[who], "justice")
		_, upload := f.s.DeskUpload(ctx, strangers[who], "justice", "csv", []byte("question"), true)
		if !errs.Is(sheet, errs.NotFound) || !errs.Is(upload, errs.NotFound) {
			t.Errorf("%s desk: %v, %v", who, sheet, upload)
		}
	}
	if n := f.count(`select count(*) from inquiry_ask where class = 'imprisonment'`); n != 1 {
		t.Errorf("%d questions are on the books as asked", n)
	}
}

// An answer on the screen is checked field by field, recorded once with who gave it, and cannot be changed by another.
func TestDeskAnswersOnTheScreen(t *testing.T) {
	f := newDeskFixture(t)
	ctx := context.Background()
	here := f.office(440104000000, "越秀区司法局", "justice")
	order := f.order([]string{"imprisonment"}, f.person("*"), f.person("*"))
	f.pump()
	q := f.desk(here, DeskFilter{}).Items[0]
	form, err := f.s.DeskOpen(ctx, here, q.PersonID, q.ID)
	if err != nil || len(form.IDNumber) != 18 || len(form.Fields) == 0 || form.Authorisation == "" {
		t.Fatalf("%+v %v", form, err)
	}
	record := map[string]any{"kind": "prison", "from_on": "2025-01-02", "released": false}
	for field, bad := range map[string]DeskAnswer{
		"records[0].kind":    {Status: exchange.Found, Records: []map[string]any{{"kind": "moon", "from_on": "2025-01-02", "released": false}}},
		"records[0].from_on": {Status: exchange.Found, Records: []map[string]any{{"kind": "prison", "from_on": "2025-02-30", "released": false}}},
		"status":             {Status: exchange.Found},
		"as_of":              {Status: exchange.None, AsOf: calendar.DateOf(noon).AddDays(1)},
	} {
		_, err := f.s.DeskAnswer(ctx, here, q.PersonID, q.ID, bad)
		if e := errs.As(err); e == nil || len(e.Fields) != 1 || e.Fields[0].Name != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	good := DeskAnswer{Status: exchange.Found, Records: []map[string]any{record}, Note: "监狱系统"}
	for range 2 {
		done, err := f.s.DeskAnswer(ctx, here, q.PersonID, q.ID, good)
		if err != nil || done.State != "answered" || done.AnsweredBy != here.Name || done.Status != "found" {
			t.Fatalf("%+v %v", done, err)
		}
	}
	if _, err := f.s.DeskAnswer(ctx, here, q.PersonID, q.ID, DeskAnswer{Status: exchange.None}); !errs.Is(err, errs.Conflict) {
		t.Errorf("another answer to the same question: %v", err)
	}
	if n := f.count(`select count(*) from answer where by_name = $1`, here.Name); n != 1 {
		t.Errorf("%d answers", n)
	}
	if n := f.count(`select count(*) from audit_event where action = 'verification.desk'`); n != 2 { // opened, answered
		t.Errorf("%d events", n)
	}
	// The other question of the same message stands on the desk as before and was not asked again.
	if left := f.desk(here, DeskFilter{}); len(left.Items) != 1 || left.Items[0].ID == q.ID {
		t.Errorf("%+v", left)
	}
	if got := f.desk(here, DeskFilter{State: "answered"}); len(got.Items) != 1 || got.Items[0].ID != q.ID {
		t.Errorf("%+v", got)
	}
	if n := f.count(`select count(*) from inquiry_ask`); n != 2 {
		t.Errorf("asked %d times", n)
	}
	last := f.desk(here, DeskFilter{}).Items[0]
	if _, err := f.s.DeskAnswer(ctx, here, last.PersonID, last.ID, DeskAnswer{Status: exchange.Unknown}); err != nil {
		t.Fatal(err)
	}
	if got := f.state(order); got != "answered justice:0/2/0/0" {
		t.Error(got)
	}
	if n := f.count(`select count(*) from exchange_message where state = 'answered' and answers = 2`); n != 1 {
		t.Error("the message is not closed")
	}
	if h := f.health("justice"); h.Total.Found != 1 || h.Total.Unknown != 1 || h.Total.Asked != 2 {
		t.Errorf("%+v", h.Total)
	}
}

// A question past its day stays on the desk as late, and a late answer is taken; after a withdrawal it is gone.
func TestDeskKeepsWhatIsLate(t *testing.T) {
	f := newDeskFixture(t)
	ctx := context.Background()
	here := f.office(440104000000, "越秀区司法局", "justice")
	one, two := f.person("*"), f.person("*")
	in := OrderInput{ID: uuid.Must(uuid.NewV7()), Kind: KindCase, Title: "核对", Purpose: ForAssistance, CaseID: new(uuid.UUID), Classes: []string{"legal_aid"}, People: []uuid.UUID{f.person("*"), one, two}, Priority: OfCase,
		Due: calendar.DateOf(noon).AddDays(60)}
	if _, err := f.s.Order(ctx, officer, in); err != nil {
		t.Fatal(err)
	}
	if err := f.s.prepare(ctx, in.ID); err != nil {
		t.Fatal(err)
	}
	f.pump()
	if first := f.desk(here, DeskFilter{Limit: 1}).Items; len(first) != 1 { // one of the message is answered in time
		t.Fatalf("%+v", first)
	} else if _, err := f.s.DeskAnswer(ctx, here, first[0].PersonID, first[0].ID, DeskAnswer{Status: exchange.None}); err != nil {
		t.Fatal(err)
	}
	f.clock.Advance(9 * 24 * 60 * 60 * 1e9)
	f.pump()
	page := f.desk(here, DeskFilter{Late: true})
	if len(page.Items) != 2 || page.Items[0].LeftDays >= 0 || page.Sources[0].Late != 2 {
		t.Fatalf("%+v", page)
	}
	if h := f.health("justice"); h.Breaker != "closed" {
		t.Errorf("one late office stops the questions of the province: %+v", h)
	}
	q := page.Items[0]
	if done, err := f.s.DeskAnswer(ctx, here, q.PersonID, q.ID, DeskAnswer{Status: exchange.None}); err != nil || done.State != "answered" {
		t.Errorf("%+v %v", done, err)
	}
	f.exec(`update authorisation set withdrawn_at = $2, withdrawn_by = '本人' where person_id = $1`, page.Items[1].PersonID, f.clock.Now())
	if left := f.desk(here, DeskFilter{}); len(left.Items) != 0 {
		t.Errorf("shown after the withdrawal: %+v", left.Items)
	}
}

// A filled workbook: every bad line is told with its reason, good ones are taken only with agreement, and twice is once.
func TestDeskAnswersByWorkbook(t *testing.T) {
	f := newDeskFixture(t)
	ctx := context.Background()
	here := f.office(440104000000, "越秀区司法局", "justice")
	f.order([]string{"imprisonment", "legal_aid"}, f.person("*"), f.person("*"), f.person("*"))
	f.pump()
	raw, err := f.s.DeskSheet(ctx, here, "justice")
	if err != nil {
		t.Fatal(err)
	}
	filled := fill(t, raw, func(line int, class string, set func(column, value string)) {
		switch {
		case line == 1:
			set("status", "有") // found, and nothing else: the fields are wanting
		case line == 2:
			set("status", "查不了")
		case line == 3:
			set("status", "也许")
		case line == 4:
			set("status", "none")
			set("id_number", "440104198001019999")
		case class == "imprisonment":
			set("status", "found")
			set("kind", "服刑")
			set("from_on", "2025/3/1")
			set("released", "否")
		default:
			set("status", "无")
		}
	})
	look, err := f.s.DeskUpload(ctx, here, "justice", "xlsx", filled, false)
	if err != nil || look.Good != 3 || len(look.Bad) != 3 || look.Taken {
		t.Fatalf("%+v %v", look, err)
	}
	for _, b := range look.Bad {
		if b.Row == 0 || b.What == "" || strings.ContainsAny(b.Column, "abcdefghijklmnopqrstuvwxyz_") {
			t.Errorf("%+v", b)
		}
	}
	if n := f.count(`select count(*) from answer`); n != 0 {
		t.Errorf("%d answers before anybody agreed", n)
	}
	done, err := f.s.DeskUpload(ctx, here, "justice", "xlsx", filled, true)
	if err != nil || !done.Taken || done.Good != 3 || f.count(`select count(*) from answer`) != 3 {
		t.Fatalf("%+v %v", done, err)
	}
	again, err := f.s.DeskUpload(ctx, here, "justice", "xlsx", filled, true)
	if err != nil || again.Taken || again.Good != 0 || again.Again != 3 || len(again.Bad) != 3 || f.count(`select count(*) from answer`) != 3 {
		t.Errorf("%+v %v", again, err)
	}
	elsewhere := f.office(440106000000, "天河区司法局", "justice")
	if other, err := f.s.DeskUpload(ctx, elsewhere, "justice", "xlsx", filled, true); err != nil || other.Good+other.Again != 0 {
		t.Errorf("another county uploads it: %+v %v", other, err)
	}
	if _, err := f.s.DeskUpload(ctx, here, "justice", "csv", []byte("a,b\n"), true); !errs.Is(err, errs.Invalid) {
		t.Error(err)
	}
}

// fill writes into the lines of a workbook below its heads; line counts from 1.
func fill(t *testing.T, raw []byte, do func(line int, class string, set func(column, value string))) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	name := f.GetSheetName(0)
	rows, err := f.GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	head := 0
	for rows[head][0] != "问题编号（question）" {
		head++
	}
	for i := head + 1; i < len(rows); i++ {
		do(i-head, strings.TrimSuffix(rows[i][1][strings.LastIndex(rows[i][1], "（")+len("（"):], "）"), func(column, value string) {
			for c, h := range rows[head] {
				if h == column || strings.HasSuffix(h, "（"+column+"）") {
					at, _ := excelize.CoordinatesToCellName(c+1, i+1)
					if err := f.SetCellStr(name, at, value); err != nil {
						t.Fatal(err)
					}
				}
			}
		})
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Role × level: the desk is for departments' people alone, and who answers for a source is the province's to say.
func TestDeskFollowsTheAccessTable(t *testing.T) {
	f := newDeskFixture(t)
	ctx := context.Background()
	id := uuid.New()
	for _, role := range access.Roles {
		for _, level := range access.Levels {
			actor := access.Actor{Role: role, Level: level, Division: 440000000000, Lo: 440000000000, Hi: 449999999999, Name: "某人", Organisation: id}
			_, list := f.s.Desk(ctx, actor, DeskFilter{})
			_, open := f.s.DeskOpen(ctx, actor, id, id)
			_, put := f.s.DeskAnswer(ctx, actor, id, id, DeskAnswer{Status: exchange.None})
			_, sheet := f.s.DeskSheet(ctx, actor, "justice")
			_, upload := f.s.DeskUpload(ctx, actor, "justice", "csv", nil, false)
			_, offices := f.s.Offices(ctx, actor, "justice")
			set := f.s.SetOffice(ctx, actor, "justice", id, true)
			for action, all := range map[access.Action][]error{"verification.desk": {list, open, put, sheet, upload}, "verification.desks": {offices, set}} {
				rule, _ := access.Lookup(action)
				for i, err := range all {
					if denied := errs.Is(err, errs.Forbidden); denied == rule.Allows(role, level) {
						t.Errorf("%s at %d, %s %d: %v", role, level, action, i, err)
					}
				}
			}
		}
	}
}

// Only a department's office answers, and the act is audited once.
func TestOfficesAreDepartments(t *testing.T) {
	f := newDeskFixture(t)
	ctx := context.Background()
	id := uuid.New()
	f.exec(`insert into organisation (id, division, level, kind, name, created_at) values ($1, 440104000000, 3, 'finance', '财务科', $2)`, id, noon)
	if err := f.s.SetOffice(ctx, provincial, "justice", id, true); !errs.Is(err, errs.Invalid) {
		t.Error(err)
	}
	if err := f.s.SetOffice(ctx, provincial, "tax", id, true); !errs.Is(err, errs.NotFound) {
		t.Error(err)
	}
	here := f.office(440104000000, "越秀区司法局", "justice")
	for range 2 {
		if err := f.s.SetOffice(ctx, provincial, "justice", here.Organisation, false); err != nil {
			t.Fatal(err)
		}
	}
	if n := f.count(`select count(*) from audit_event where action = 'verification.desks'`); n != 2 {
		t.Errorf("%d events", n)
	}
	err := f.db.InRead(ctx, here, func(tx pgx.Tx) error {
		mine, err := f.s.deskSources(ctx, tx, here)
		if err == nil && len(mine) != 0 {
			t.Errorf("%v", mine)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
