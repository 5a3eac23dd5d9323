package identity_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity"
)

func logins(list []identity.StaffLine) string {
	var out []string
	for _, l := range list {
		out = append(out, l.Login)
	}
	return strings.Join(out, " ")
}

func TestStaffListByScope(t *testing.T) {
	ctx := context.Background()
	w := newWorld(t, identity.Config{})
	yx, th := w.actor("admin.yx", access.Administrator, yuexiu), w.actor("admin.th", access.Administrator, tianhe)
	for name, tc := range map[string]struct {
		actor access.Actor
		in    identity.StaffSearch
		want  string
	}{
		"county":                    {yx, identity.StaffSearch{}, "admin.yx high lishen demo wangli"},
		"another county":            {th, identity.StaffSearch{}, "admin.th thclerk"},
		"province":                  {w.actor("root", access.Administrator, province), identity.StaffSearch{}, "auditor root admin.yx high lishen demo wangli admin.th thclerk admin.dg"},
		"asking for others by name": {th, identity.StaffSearch{Text: "wangli"}, ""},
		"asking for others' office": {th, identity.StaffSearch{Organisation: w.office[beijing]}, ""},
		"asking for others' place":  {th, identity.StaffSearch{Division: yuexiu}, ""},
		"by name":                   {yx, identity.StaffSearch{Text: "王"}, "wangli"},
		"by town":                   {yx, identity.StaffSearch{Division: beijing}, "demo wangli"},
		"by role":                   {yx, identity.StaffSearch{Role: access.CountyReviewer}, "high lishen"},
		"role held elsewhere":       {yx, identity.StaffSearch{Role: access.ProvinceSupervisor}, ""},
		"by status":                 {yx, identity.StaffSearch{Status: "disabled"}, ""},
		"town head sees the town":   {w.actor("wangli", access.TownHead, beijing), identity.StaffSearch{}, "demo wangli"},
	} {
		got, next, err := w.s.ListStaff(ctx, tc.actor, tc.in)
		if err != nil || logins(got) != tc.want || next != "" {
			t.Errorf("%s: %q next %q, %v; want %q", name, logins(got), next, err, tc.want)
		}
	}
	if _, _, err := w.s.ListStaff(ctx, w.actor("wangli", access.TownClerk, beijing), identity.StaffSearch{}); !errs.Is(err, errs.Forbidden) {
		t.Errorf("a clerk lists staff: %v", err)
	}
	all, cursor := "", ""
	for {
		page, next, err := w.s.ListStaff(ctx, yx, identity.StaffSearch{Limit: 2, Cursor: cursor})
		if err != nil {
			t.Fatal(err)
		}
		all += logins(page) + "|"
		if cursor = next; next == "" {
			break
		}
	}
	if all != "admin.yx high|lishen demo|wangli|" {
		t.Errorf("pages %q", all)
	}
	for range 5 {
		_, _ = w.try("wangli", "wrong")
	}
	page, _, err := w.s.ListStaff(ctx, yx, identity.StaffSearch{Text: "wangli"})
	if err != nil || len(page) != 1 || !page[0].Locked || len(page[0].Duties) != 2 || page[0].Organisation != "北京街道办事处" {
		t.Errorf("%+v %v", page, err)
	}
}

// An administrator of one county cannot see or touch another's staff, nor anybody who stands higher.
func TestAdministrationStaysInRangeAndLevel(t *testing.T) {
	ctx := context.Background()
	w := newWorld(t, identity.Config{})
	yx := w.actor("admin.yx", access.Administrator, yuexiu)
	input := identity.StaffInput{Name: "新名字", Organisation: w.office[yuexiu], Duties: []identity.Duty{{Role: access.CountyReviewer, Division: yuexiu}}}
	acts := map[string]func(a access.Actor, id uuid.UUID) error{
		"update":  func(a access.Actor, id uuid.UUID) error { return w.s.UpdateStaff(ctx, a, id, input) },
		"reset":   func(a access.Actor, id uuid.UUID) error { _, err := w.s.ResetPassword(ctx, a, id, true); return err },
		"disable": func(a access.Actor, id uuid.UUID) error { return w.s.SetStaffActive(ctx, a, id, false) },
		"enable":  func(a access.Actor, id uuid.UUID) error { return w.s.SetStaffActive(ctx, a, id, true) },
		"end":     func(a access.Actor, id uuid.UUID) error { return w.s.EndSessionsOf(ctx, a, id) },
	}
	before := w.count(`select count(*) from audit_event`)
	for name, act := range acts {
		for login, kind := range map[string]errs.Kind{"thclerk": errs.NotFound, "admin.th": errs.NotFound, "root": errs.NotFound, "high": errs.Forbidden, "admin.yx": errs.Forbidden} {
			if err := act(yx, w.staff[login]); !errs.Is(err, kind) {
				t.Errorf("%s %s: %v", name, login, err)
			}
		}
		if err := act(yx, uuid.New()); !errs.Is(err, errs.NotFound) {
			t.Errorf("%s nobody: %v", name, err)
		}
		if err := act(w.actor("lishen", access.CountyReviewer, yuexiu), w.staff["wangli"]); !errs.Is(err, errs.Forbidden) {
			t.Errorf("%s by a reviewer: %v", name, err)
		}
	}
	if after := w.count(`select count(*) from audit_event`); after != before {
		t.Errorf("%d refused acts left events", after-before)
	}
	for name, act := range acts {
		if err := act(yx, w.staff["lishen"]); err != nil {
			t.Errorf("%s inside the range: %v", name, err)
		}
	}
}

func TestCreateStaff(t *testing.T) {
	ctx := context.Background()
	w := newWorld(t, identity.Config{})
	yx := w.actor("admin.yx", access.Administrator, yuexiu)
	one := func(r access.Role, code int64) []identity.Duty { return []identity.Duty{{Role: r, Division: code}} }
	good := identity.StaffInput{Login: "New.Clerk", Name: "赵新", Organisation: w.office[beijing], Phone: "13800138000", Duties: one(access.TownClerk, beijing)}
	id, pass, err := w.s.CreateStaff(ctx, yx, good)
	if err != nil {
		t.Fatal(err)
	}
	p, err := w.try("new.clerk", pass)
	if err != nil || p.State != identity.TOTPSetup {
		t.Fatalf("first sign-in: %+v %v", p, err)
	}
	if done, err := w.s.ConfirmCode(ctx, w.resolve(p.Token).Actor, w.code(secretOf(t, p.TOTPURI))); err != nil || done.State != identity.PasswordChange {
		t.Errorf("the one-time password need not be changed: %+v %v", done, err)
	}
	if n := w.count(`select count(*) from audit_event where action = 'staff.manage' and object_id = '` + id.String() + `' and after::text like '%new.clerk%'`); n != 1 {
		t.Errorf("%d events of the creation", n)
	}
	if n := w.count(`select count(*) from audit_event where (before::text || after::text) like '%` + pass + `%' or after::text like '%13800138000%'`); n != 0 {
		t.Error("password or telephone stands in the trail")
	}
	for name, tc := range map[string]struct {
		change func(in *identity.StaffInput)
		field  string
	}{
		"login taken":         {func(in *identity.StaffInput) { in.Login = "wangli" }, "login"},
		"login with blanks":   {func(in *identity.StaffInput) { in.Login = "a b c" }, "login"},
		"no name":             {func(in *identity.StaffInput) { in.Name = " 赵 " }, "name"},
		"phone":               {func(in *identity.StaffInput) { in.Phone = "12345" }, "phone"},
		"office elsewhere":    {func(in *identity.StaffInput) { in.Organisation = w.office[tianhe] }, "organisation_id"},
		"office above":        {func(in *identity.StaffInput) { in.Organisation = w.office[city] }, "organisation_id"},
		"no duty":             {func(in *identity.StaffInput) { in.Duties = nil }, "assignments"},
		"duty elsewhere":      {func(in *identity.StaffInput) { in.Duties = one(access.CountyReviewer, tianhe) }, "assignments[0]"},
		"duty above":          {func(in *identity.StaffInput) { in.Duties = one(access.CitySupervisor, city) }, "assignments[0]"},
		"wrong level":         {func(in *identity.StaffInput) { in.Duties = one(access.TownClerk, yuexiu) }, "assignments[0]"},
		"no such role":        {func(in *identity.StaffInput) { in.Duties = one("system", yuexiu) }, "assignments[0]"},
		"no such place":       {func(in *identity.StaffInput) { in.Duties = one(access.TownClerk, 440104999000) }, "assignments[0]"},
		"twice the same duty": {func(in *identity.StaffInput) { in.Duties = append(in.Duties, in.Duties...) }, "assignments[1]"},
	} {
		in := good
		in.Login = "another"
		tc.change(&in)
		_, _, err := w.s.CreateStaff(ctx, yx, in)
		if e := errs.As(err); e == nil || len(e.Fields) != 1 || e.Fields[0].Name != tc.field {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n := w.count(`select count(*) from staff where login = 'another'`); n != 0 {
		t.Error("a refused person was created")
	}
}

func TestIncompatibleDuties(t *testing.T) {
	w := newWorld(t, identity.Config{})
	yx := w.actor("admin.yx", access.Administrator, yuexiu)
	village := int64(440104003104)
	d := func(r access.Role, code int64) identity.Duty { return identity.Duty{Role: r, Division: code} }
	for _, tc := range []struct {
		a, b    identity.Duty
		refused bool
	}{
		{d(access.TownClerk, beijing), d(access.TownHead, beijing), true},
		{d(access.CountyReviewer, yuexiu), d(access.CountyApprover, yuexiu), true},
		{d(access.FinanceOfficer, yuexiu), d(access.CountyApprover, yuexiu), true},
		{d(access.Auditor, yuexiu), d(access.CountyReviewer, yuexiu), true},
		{d(access.Auditor, yuexiu), d(access.TownClerk, beijing), true},
		{d(access.Auditor, yuexiu), d(access.Administrator, yuexiu), true},
		{d(access.Administrator, yuexiu), d(access.FinanceOfficer, yuexiu), true},
		{d(access.Administrator, yuexiu), d(access.TownClerk, beijing), true},
		{d(access.CountyReviewer, yuexiu), d(access.FinanceOfficer, yuexiu), false},
		{d(access.CountyReviewer, yuexiu), d(access.VerificationOfficer, yuexiu), false},
		{d(access.TownClerk, beijing), d(access.VillageAssistant, village), false},
		{d(access.TownClerk, beijing), d(access.TownHead, 440104001000), false}, // two towns
		{d(access.Administrator, yuexiu), d(access.DepartmentDesk, yuexiu), false},
	} {
		for _, duties := range [][]identity.Duty{{tc.a, tc.b}, {tc.b, tc.a}} {
			err := w.s.UpdateStaff(context.Background(), yx, w.staff["lishen"], identity.StaffInput{Name: "李审", Organisation: w.office[yuexiu], Duties: duties})
			if refused := errs.Is(err, errs.Invalid); refused != tc.refused || err != nil && !refused {
				t.Errorf("%s with %s: %v", duties[0].Role, duties[1].Role, err)
			}
		}
	}
}

func TestUpdateStaffKeepsUntouchedDutiesAndSeesConflicts(t *testing.T) {
	ctx := context.Background()
	w := newWorld(t, identity.Config{Demo: true})
	yx := w.actor("admin.yx", access.Administrator, yuexiu)
	_, token := w.full("wangli")
	in := identity.StaffInput{Name: "王丽丽", Organisation: w.office[beijing], Version: 1,
		Duties: []identity.Duty{{Role: access.TownClerk, Division: beijing}}}
	if err := w.s.UpdateStaff(ctx, yx, w.staff["wangli"], in); err != nil {
		t.Fatal(err)
	}
	if !w.good(token) {
		t.Error("a session in a duty that goes on was ended")
	}
	if n := w.count(`select count(*) from staff_assignment where staff_id = '` + w.staff["wangli"].String() + `' and role = 'town_clerk'`); n != 1 {
		t.Errorf("the kept duty stands %d times", n)
	}
	if err := w.s.UpdateStaff(ctx, yx, w.staff["wangli"], in); !errs.Is(err, errs.Conflict) {
		t.Errorf("an old form is accepted: %v", err)
	}
}

// 东莞 has no counties: a county duty given at the city belongs to the placeholder that stands for its county.
func TestCountyDutyInACityWithoutCounties(t *testing.T) {
	w := newWorld(t, identity.Config{})
	dg := w.actor("admin.dg", access.Administrator, dongguan)
	id, _, err := w.s.CreateStaff(context.Background(), dg, identity.StaffInput{Login: "dg.reviewer", Name: "莞审", Organisation: w.office[dongguan],
		Duties: []identity.Duty{{Role: access.CountyReviewer, Division: dongguan}}})
	if err != nil {
		t.Fatal(err)
	}
	if n := w.count(`select count(*) from staff_assignment where staff_id = '` + id.String() + `' and division = 441901000000 and level = 3`); n != 1 {
		t.Error("the duty does not lie at the placeholder")
	}
}

func TestOrganisations(t *testing.T) {
	ctx := context.Background()
	w := newWorld(t, identity.Config{})
	yx, th := w.actor("admin.yx", access.Administrator, yuexiu), w.actor("admin.th", access.Administrator, tianhe)
	new := identity.Organisation{Division: yuexiu, Kind: identity.Finance, Name: "越秀区财政局", Phone: "020-12345678", Address: "某路 1 号"}
	id, err := w.s.CreateOrganisation(ctx, yx, new)
	if err != nil {
		t.Fatal(err)
	}
	list, _, err := w.s.ListOrganisations(ctx, yx, identity.OrganisationSearch{Kind: identity.Finance})
	if err != nil || len(list) != 1 || list[0].ID != id || list[0].Level != access.County || !list[0].Active {
		t.Errorf("%+v %v", list, err)
	}
	if list, _, err = w.s.ListOrganisations(ctx, th, identity.OrganisationSearch{}); err != nil || len(list) != 1 || list[0].Division != tianhe {
		t.Errorf("another county sees %+v %v", list, err)
	}
	if _, err := w.s.CreateOrganisation(ctx, yx, new); errs.As(err) == nil || errs.As(err).Code != "organisation_exists" {
		t.Errorf("twice: %v", err)
	}
	if _, err := w.s.CreateOrganisation(ctx, th, new); !errs.Is(err, errs.NotFound) {
		t.Errorf("in another county: %v", err)
	}
	for name, o := range map[string]identity.Organisation{
		"kind":           {Division: yuexiu, Kind: "x", Name: "某局"},
		"town kind":      {Division: yuexiu, Kind: identity.Township, Name: "某局"},
		"village kind":   {Division: beijing, Kind: identity.VillageCommittee, Name: "某居委会"},
		"name":           {Division: yuexiu, Kind: identity.Finance, Name: "局"},
		"phone":          {Division: yuexiu, Kind: identity.Finance, Name: "某局", Phone: "请来人"},
		"no such county": {Division: 440104999000, Kind: identity.Finance, Name: "某局"},
	} {
		if _, err := w.s.CreateOrganisation(ctx, yx, o); !errs.Is(err, errs.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	closed := identity.Organisation{ID: w.office[beijing], Name: "北京街道办事处"}
	if err := w.s.UpdateOrganisation(ctx, yx, closed); !errs.Is(err, errs.Conflict) {
		t.Errorf("closing an office with staff: %v", err)
	}
	if err := w.s.UpdateOrganisation(ctx, th, closed); !errs.Is(err, errs.NotFound) {
		t.Errorf("another county's office: %v", err)
	}
	if err := w.s.UpdateOrganisation(ctx, yx, identity.Organisation{ID: id, Name: "越秀区财政局（新）"}); err != nil {
		t.Error(err)
	}
	if n := w.count(`select count(*) from audit_event where action = 'organisation.manage'`); n != 2 {
		t.Errorf("%d events, want 2", n)
	}
}
