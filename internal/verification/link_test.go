package verification

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

var guest = access.Public("192.0.2.7")

func (f *fixture) invite(in LinkInput) SelfLink {
	f.Helper()
	in.ID = uuid.Must(uuid.NewV7())
	l, err := f.s.Invite(context.Background(), officer, in)
	if err != nil {
		f.Fatal(err)
	}
	return l
}

// tailOf is the end of the ID number of the n-th person of the fixture, and one that is wrong.
func (f *fixture) tailOf(person uuid.UUID) (right, wrong string) {
	f.Helper()
	var sealed []byte
	if err := f.db.InRead(context.Background(), system, func(tx pgx.Tx) error {
		return tx.QueryRow(context.Background(), `select id_sealed from person where id = $1`, person).Scan(&sealed)
	}); err != nil {
		f.Fatal(err)
	}
	number, err := f.keys.Open(fieldID, sealed)
	if err != nil {
		f.Fatal(err)
	}
	return number[len(number)-6:], "999999"
}

// An applicant signs on the phone: what is read is what is kept, the link is used up, a lost answer is answered again, and the
// question that was refused before may leave.
func TestSignedOnline(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	p := f.person()
	tail, _ := f.tailOf(p)
	f.order([]string{"vehicle"}, p)
	l := f.invite(LinkInput{PersonID: p, Task: ToAuthorise, Purpose: ForAssistance, Classes: []string{"vehicle"}})
	if n := f.count(`select count(*) from self_service_link where position($1::bytea in code_blind) > 0 or terms::text like '%' || $2 || '%'`, []byte(l.Code), l.Code); n != 0 {
		t.Error("the code is in the database")
	}
	page, err := f.s.OpenLink(ctx, guest, strings.ToLower(l.Code), tail)
	if err != nil || page.Name != "甲1" || !strings.Contains(page.Text, "公安·机动车") || strings.Contains(page.Text, "1980010100") {
		t.Fatalf("%+v %v", page, err)
	}
	id := uuid.Must(uuid.NewV7())
	if _, err := f.s.SignLink(ctx, guest, l.Code, tail, id, blank(t)); !errs.Is(err, errs.Invalid) {
		t.Errorf("signed with nothing: %v", err)
	}
	first, err := f.s.SignLink(ctx, guest, l.Code, tail, id, drawn(t))
	if err != nil || !strings.HasPrefix(first.Number, "SQ-440104-2026-") {
		t.Fatal(first, err)
	}
	if again, err := f.s.SignLink(ctx, guest, l.Code, tail, id, drawn(t)); err != nil || again != first {
		t.Errorf("sent again: %+v %v", again, err)
	}
	if _, err := f.s.SignLink(ctx, guest, l.Code, tail, uuid.Must(uuid.NewV7()), drawn(t)); !errs.Is(err, errs.NotFound) {
		t.Errorf("used twice: %v", err)
	}
	if _, err := f.s.OpenLink(ctx, guest, l.Code, tail); !errs.Is(err, errs.NotFound) {
		t.Errorf("opened after use: %v", err)
	}
	d, err := f.s.AuthorisationOf(ctx, officer, p, id)
	if err != nil || !d.Unchanged || !d.Signature || d.SignedHow != "online" || !strings.Contains(d.Text, "签名图像 SM3：") || !strings.Contains(d.ByName, "本人自助") {
		t.Errorf("%+v %v", d, err)
	}
	if _, content, err := f.s.AuthorisationImage(ctx, officer, p, id, "signature"); err != nil || string(content) != string(drawn(t)) {
		t.Errorf("the signature comes back as %d bytes, %v", len(content), err)
	}
	f.exec(`update authorisation set text_sealed = $2 where id = $1`, id, f.keys.SealBytes(fieldText, []byte("另一段文字")))
	if d, err := f.s.AuthorisationOf(ctx, officer, p, id); err != nil || d.Unchanged {
		t.Errorf("a changed text is not noticed: %v", err)
	}
	order := f.order([]string{"vehicle"}, p)
	f.pump()
	if got := f.state(order); got != "answered police:0/1/0/0" || len(f.dept.sent) != 1 {
		t.Error(got, len(f.dept.sent))
	}
	if n := f.count(`select count(*) from audit_event where root_id = $1 and action in ('public.authorise', 'verification.authorise') and role = 'public'`, p); n != 2 {
		t.Errorf("%d events of opening and signing", n)
	}
}

// Unknown, expired, revoked, replaced, locked and wrong all answer the same; wrong tails are counted, audited and end.
func TestLinksThatOpenNothing(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	p := f.person()
	right, wrong := f.tailOf(p)
	in := LinkInput{PersonID: p, Task: ToSeeAsked}
	replaced := f.invite(in)
	revoked := f.invite(in)
	if err := f.s.Revoke(ctx, officer, p, revoked.ID); err != nil {
		t.Fatal(err)
	}
	locked := f.invite(in)
	for range maxTries {
		if _, err := f.s.OpenLink(ctx, guest, locked.Code, wrong); !errs.Is(err, errs.NotFound) {
			t.Errorf("a wrong tail: %v", err)
		}
	}
	if n := f.count(`select count(*) from audit_event where action = 'public.authorise' and after->>'refused' is not null`); n != maxTries {
		t.Errorf("%d wrong tails audited", n)
	}
	want := noLink().Error()
	for name, code := range map[string]string{"unknown": "2222-2222", "empty": "", "replaced": replaced.Code, "revoked": revoked.Code, "locked": locked.Code} {
		if _, err := f.s.OpenLink(ctx, guest, code, right); err == nil || errs.As(err) == nil || errs.As(err).Error() != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	expired := f.invite(in)
	f.clock.Advance(linkLives)
	if _, err := f.s.OpenLink(ctx, guest, expired.Code, right); err == nil || errs.As(err).Error() != want {
		t.Errorf("expired: %v", err)
	}
	states := ""
	links, err := f.s.Links(ctx, officer, p)
	for _, l := range links {
		states += " " + l.State
		if l.Code != "" {
			t.Error("a code is told again")
		}
	}
	if err != nil || states != " expired locked revoked revoked" {
		t.Error(states, err)
	}
	// Reading stays open for half an hour after the first opening, then ends.
	reading := f.invite(in)
	for _, wait := range []time.Duration{0, readingLives - time.Minute} {
		f.clock.Advance(wait)
		if _, err := f.s.OpenLink(ctx, guest, reading.Code, right); err != nil {
			t.Errorf("after %v: %v", wait, err)
		}
	}
	f.clock.Advance(time.Minute)
	if _, err := f.s.OpenLink(ctx, guest, reading.Code, right); !errs.Is(err, errs.NotFound) {
		t.Errorf("after half an hour: %v", err)
	}
	// A link does its own task only.
	asked := f.invite(in)
	if _, err := f.s.SignLink(ctx, guest, asked.Code, right, uuid.Must(uuid.NewV7()), drawn(t)); !errs.Is(err, errs.NotFound) {
		t.Errorf("signed through a link for reading: %v", err)
	}
}

// Guessing from one address is slowed down; another address is not held back by it.
func TestGuessingIsSlowedDown(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	p := f.person()
	tail, _ := f.tailOf(p)
	l := f.invite(LinkInput{PersonID: p, Task: ToSeeAsked})
	for range guestsAtOnce {
		if _, err := f.s.OpenLink(ctx, guest, "2222-2222", "000000"); !errs.Is(err, errs.NotFound) {
			t.Fatal(err)
		}
	}
	if _, err := f.s.OpenLink(ctx, guest, l.Code, tail); !errs.Is(err, errs.TooMany) {
		t.Errorf("not slowed down: %v", err)
	}
	if _, err := f.s.OpenLink(ctx, access.Public("192.0.2.8"), l.Code, tail); err != nil {
		t.Errorf("another address: %v", err)
	}
}

// A guardian opens with the end of their own ID number, not of the child's.
func TestGuardianSignsOnline(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	child := f.person()
	f.exec(`update person set birth = '2016-05-01' where id = $1`, child)
	own, _ := f.tailOf(child)
	in := LinkInput{ID: uuid.Must(uuid.NewV7()), PersonID: child, Task: ToAuthorise, Purpose: ForAssistance}
	if _, err := f.s.Invite(ctx, officer, in); !errs.Is(err, errs.Invalid) {
		t.Errorf("a child signs alone: %v", err)
	}
	in.Guardian, in.Signer, in.Relation, in.Reason, in.Tail = true, "李母", "母亲", "未满十八周岁", "12345x"
	l := f.invite(in)
	if _, err := f.s.OpenLink(ctx, guest, l.Code, own); !errs.Is(err, errs.NotFound) {
		t.Errorf("opened with the child's number: %v", err)
	}
	page, err := f.s.OpenLink(ctx, guest, l.Code, "12345X")
	if err != nil || !page.Guardian || page.Signer != "李母" || !strings.Contains(page.Text, "由母亲李母代签：未满十八周岁") {
		t.Fatalf("%+v %v", page, err)
	}
	id := uuid.Must(uuid.NewV7())
	if _, err := f.s.SignLink(ctx, guest, l.Code, "12345X", id, drawn(t)); err != nil {
		t.Fatal(err)
	}
	list, err := f.s.Authorisations(ctx, officer, child)
	if err != nil || len(list) != 1 || !list[0].Guardian || list[0].Relation != "母亲" || list[0].SignedBy != "李母" {
		t.Errorf("%+v %v", list, err)
	}
}

// Withdrawn on the phone: nothing leaves any more; the person reads who asked.
func TestWithdrawnOnline(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	p := f.person()
	tail, _ := f.tailOf(p)
	id := f.authorise(p, ForAssistance, "vehicle", "wage")
	other := f.person("vehicle")
	f.order([]string{"vehicle"}, p)
	f.pump()
	f.clock.Advance(time.Minute)
	late := f.order([]string{"wage"}, p)
	l := f.invite(LinkInput{PersonID: p, Task: ToWithdraw})
	page, err := f.s.OpenLink(ctx, guest, l.Code, tail)
	if err != nil || len(page.Authorisations) != 1 || page.Authorisations[0].ID != id {
		t.Fatalf("%+v %v", page, err)
	}
	foreign := f.count(`select count(*) from authorisation where person_id = $1 and withdrawn_at is null`, other)
	var theirs uuid.UUID
	if err := f.db.InRead(ctx, system, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select id from authorisation where person_id = $1`, other).Scan(&theirs)
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := f.s.WithdrawByLink(ctx, guest, l.Code, tail, theirs); !errs.Is(err, errs.NotFound) || foreign != 1 ||
		f.count(`select count(*) from authorisation where person_id = $1 and withdrawn_at is null`, other) != 1 {
		t.Errorf("withdrew another person's: %v", err)
	}
	for range 2 { // the second is the same request sent again
		if _, err := f.s.WithdrawByLink(ctx, guest, l.Code, tail, id); err != nil {
			t.Fatal(err)
		}
	}
	f.pump()
	if got := f.state(late); got != "answered tax:0/0/0/1" || len(f.dept.sent) != 1 {
		t.Error(got, len(f.dept.sent))
	}
	asked := f.invite(LinkInput{PersonID: p, Task: ToSeeAsked})
	page, err = f.s.OpenLink(ctx, guest, asked.Code, tail)
	if err != nil || len(page.Asked) != 2 || page.Asked[0].Class+page.Asked[0].State != "wagerefused" || page.Asked[1].ByName != "陈核" {
		t.Errorf("%+v %v", page.Asked, err)
	}
}
