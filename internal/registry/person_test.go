package registry_test

import (
	"strings"
	"testing"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
	"zhongfu/internal/registry"
)

func TestCreatePersonSealsAndMasks(t *testing.T) {
	b := setUp(t)
	in := at(someone("张三", idnum.Male), villageA)
	in.Phone, in.Account, in.Address = "１３８ ０００１ ２２３４", idnum.MakeCard("621700123456789012"), "北京街道人民路一百二十号五楼"
	in.Disability = in.IDNumber + "42"
	p := must(b.CreatePerson(ctx(), clerk(villageA), in))(t)
	if p.IDMask != idnum.MaskResident(in.IDNumber) || p.PhoneMask != "138****2234" || strings.Contains(p.AddressMask, "五楼") {
		t.Errorf("masks: %+v", p)
	}
	if p.Number != "R0000000001" || p.DisabilityType != 4 || p.DisabilityGrade != 2 || p.Sex != "1" || p.Version != 1 {
		t.Errorf("person: %+v", p)
	}
	for _, secret := range []string{in.IDNumber, "13800012234", in.Account, "五楼"} {
		var n int
		b.sql(t, &n, `select (select count(*) from person p where p::text like '%'||$1||'%' or position(convert_to($1,'UTF8') in id_sealed||phone_sealed||account_sealed||address_sealed) > 0)
			+ (select count(*) from audit_event e where e::text like '%'||$1||'%')`, secret)
		if n != 0 {
			t.Errorf("%q stands in clear in the database", secret)
		}
	}
}

func TestCreatePersonRefusals(t *testing.T) {
	b := setUp(t)
	for name, c := range map[string]struct {
		change func(*registry.PersonInput)
		field  string
		text   string
	}{
		"birth differs":  {func(p *registry.PersonInput) { p.Birth = day("1999-05-05") }, "birth", "所填出生日期1999年5月5日与身份证号中的出生日期"},
		"sex differs":    {func(p *registry.PersonInput) { p.Sex = "2" }, "sex", "身份证号第17位表示男性"},
		"checksum":       {func(p *registry.PersonInput) { p.IDNumber = "440524188001010015" }, "id_number", ""},
		"digit in name":  {func(p *registry.PersonInput) { p.Name = "张3" }, "name", "姓名只能由汉字"},
		"private use":    {func(p *registry.PersonInput) { p.Name = "张\ue123" }, "name", "自造字"},
		"dot at the end": {func(p *registry.PersonInput) { p.Name = "阿依古丽·" }, "name", "间隔点"},
		"relation code":  {func(p *registry.PersonInput) { p.Marital = "99" }, "marital", "GB/T 2261.2"},
		"grade without":  {func(p *registry.PersonInput) { p.DisabilityType = 4 }, "disability_grade", "同时填写"},
		"type differs": {func(p *registry.PersonInput) {
			p.Disability, p.DisabilityType, p.DisabilityGrade = p.IDNumber+"42", 5, 2
		}, "disability_type", "不一致"},
		"holder differs":  {func(p *registry.PersonInput) { p.Disability = someone("李四", 1).IDNumber + "42" }, "disability", "前18位"},
		"county division": {func(p *registry.PersonInput) { p.Division = 440106000000 }, "division", ""},
		"unknown village": {func(p *registry.PersonInput) { p.Division = villageA/1000*1000 + 999 }, "division", "不在行政区划表中"},
	} {
		t.Run(name, func(t *testing.T) {
			in := at(someone("张三", idnum.Male), villageA)
			c.change(&in)
			actor := clerk(villageA)
			if in.Division == 440106000000 {
				actor.Lo = in.Division
			}
			_, err := b.CreatePerson(ctx(), actor, in)
			e := errs.As(err)
			if e == nil || e.Kind != errs.Invalid || len(e.Fields) == 0 || e.Fields[0].Name != c.field || !strings.Contains(e.Fields[0].Message, c.text) {
				t.Fatalf("got %v, want a fault of %s with %q", err, c.field, c.text)
			}
		})
	}
}

func TestNames(t *testing.T) {
	b := setUp(t)
	for typed, want := range map[string]string{
		"张 三": "张三", "阿依古丽•买买提": "阿依古丽·买买提", "买买提.艾力": "买买提·艾力", "𬱖龘": "𬱖龘", "㛃": "㛃", "〇一": "〇一",
		" John  Smith ": "John Smith", "欧阳\u200b娜娜": "欧阳娜娜",
	} {
		p, err := b.CreatePerson(ctx(), clerk(villageA), at(someone(typed, 2), villageA))
		if err != nil || p.Name != want {
			t.Errorf("%q was registered as %q, want %q (%v)", typed, p.Name, want, err)
		}
	}
	for query, want := range map[string]string{"阿依古丽・": "阿依古丽·买买提", "𬱖": "𬱖龘", "欧阳": "欧阳娜娜", "john": "", "John S": "John Smith"} {
		page := must(b.Search(ctx(), clerk(villageA), registry.SearchInput{Query: query}))(t)
		if want == "" && len(page.Items) != 0 || want != "" && (len(page.Items) != 1 || page.Items[0].Name != want) {
			t.Errorf("search %q found %+v, want %q", query, page.Items, want)
		}
	}
}

func TestSameNumberIsOnePersonHomonymsAreTwo(t *testing.T) {
	b := setUp(t)
	in := at(someone("陈伟", 1), villageA)
	first := must(b.CreatePerson(ctx(), clerk(villageA), in))(t)
	must(b.CreatePerson(ctx(), clerk(villageA), at(someone("陈伟", 1), villageA)))(t)

	_, err := b.CreatePerson(ctx(), clerk(villageA), in)
	refused(t, err, errs.Conflict, "person_exists", first.Number)

	in.Division = villageB
	_, err = b.CreatePerson(ctx(), clerk(villageB), in)
	refused(t, err, errs.Conflict, "registered_elsewhere", townName(villageA))
	if m := errs.As(err).Message; strings.Contains(m, "陈") || strings.Contains(m, first.Number) || strings.Contains(m, in.IDNumber) {
		t.Errorf("the refusal leaks: %s", m)
	}
	var n int
	b.sql(t, &n, `select count(*) from audit_event where action = 'registry.search' and root_id = $1 and purpose like '登记时查重%'`, first.ID)
	if n != 1 {
		t.Errorf("%d audit events tell that somebody came to know where the person is registered, want 1", n)
	}
}

func TestLowerCaseXIsTheSameNumber(t *testing.T) {
	b := setUp(t)
	in := at(registry.PersonInput{Name: "王五", IDNumber: "11010519491231002x"}, villageA)
	p := must(b.CreatePerson(ctx(), clerk(villageA), in))(t)
	in.IDNumber = "１１０１０５１９４９１２３１００２Ｘ"
	_, err := b.CreatePerson(ctx(), clerk(villageA), in)
	refused(t, err, errs.Conflict, "person_exists", p.Number)
	for _, q := range []string{"11010519491231002x", " 11010519491231002X", "１１０１０５１９４９１２３１００２ｘ"} {
		if page := must(b.Search(ctx(), clerk(villageA), registry.SearchInput{Query: q}))(t); page.By != "id_number" || len(page.Items) != 1 {
			t.Errorf("%q: %+v", q, page)
		}
	}
}

func TestUpdatePerson(t *testing.T) {
	b := setUp(t)
	actor := clerk(villageA)
	in := at(someone("张三", 1), villageA)
	in.Phone, in.Disability = "13800012234", in.IDNumber+"61"
	p := must(b.CreatePerson(ctx(), actor, in))(t)
	change := registry.PersonChange{Version: 1, Name: "张三丰"}
	change.Health, change.DisabilityType, change.DisabilityGrade = "66", 6, 1
	p = must(b.UpdatePerson(ctx(), actor, p.ID, change))(t)
	if p.Name != "张三丰" || p.Version != 2 || p.PhoneMask != "138****2234" || p.Health != "66" || p.DisabilityMask == "" || p.DisabilityGrade != 1 {
		t.Errorf("after the change: %+v", p)
	}
	_, err := b.UpdatePerson(ctx(), actor, p.ID, change)
	refused(t, err, errs.Conflict, "stale_version", "刚被他人修改过")

	none := ""
	change = registry.PersonChange{Version: 2, Name: "张三丰", Phone: &none}
	p = must(b.UpdatePerson(ctx(), actor, p.ID, change))(t)
	if p.PhoneMask != "" || p.DisabilityMask != "" || p.DisabilityType != 0 {
		t.Errorf("after clearing: %+v", p)
	}
	if page := must(b.Search(ctx(), actor, registry.SearchInput{Query: "13800012234"}))(t); len(page.Items) != 0 {
		t.Errorf("the cleared phone still finds %+v", page.Items)
	}
}

func TestCorrectIDNumber(t *testing.T) {
	b := setUp(t)
	actor := clerk(villageA)
	wrong, other := at(someone("张三", 1), villageA), at(someone("李四", 2), villageA)
	p := must(b.CreatePerson(ctx(), actor, wrong))(t)
	must(b.CreatePerson(ctx(), actor, other))(t)
	foreign := at(someone("王五", 1), villageB)
	must(b.CreatePerson(ctx(), clerk(villageB), foreign))(t)

	_, err := b.UpdatePerson(ctx(), actor, p.ID, registry.PersonChange{Version: 1, Name: "张三", IDNumber: &other.IDNumber})
	refused(t, err, errs.Conflict, "person_exists", "另一人")
	_, err = b.UpdatePerson(ctx(), actor, p.ID, registry.PersonChange{Version: 1, Name: "张三", IDNumber: &foreign.IDNumber})
	refused(t, err, errs.Conflict, "registered_elsewhere", townName(villageB))

	right := idnum.MakeResident(440106, calendar.NewDate(1981, 2, 3), 7, 2)
	p = must(b.UpdatePerson(ctx(), actor, p.ID, registry.PersonChange{Version: 1, Name: "张三", IDNumber: &right}))(t)
	if p.Sex != "2" || p.Birth != calendar.NewDate(1981, 2, 3) {
		t.Errorf("birth and sex did not follow the number: %+v", p)
	}
	if page := must(b.Search(ctx(), actor, registry.SearchInput{Query: right}))(t); len(page.Items) != 1 {
		t.Errorf("not found by the corrected number")
	}
	must(b.CreatePerson(ctx(), actor, wrong))(t) // the wrong number is free again
}

func TestReveal(t *testing.T) {
	b := setUp(t)
	in := at(someone("张三", 1), villageA)
	in.Phone = "13800012234"
	p := must(b.CreatePerson(ctx(), clerk(villageA), in))(t)
	_, err := b.Reveal(ctx(), clerk(villageA), p.ID, registry.IDNumber, "  核对 ")
	refused(t, err, errs.Invalid, "invalid_purpose", "用途")
	for field, want := range map[registry.Field]string{registry.IDNumber: in.IDNumber, registry.Phone: in.Phone, registry.Account: ""} {
		if got := must(b.Reveal(ctx(), clerk(villageA), p.ID, field, "电话通知补正"))(t); got != want {
			t.Errorf("%s = %q, want %q", field, got, want)
		}
	}
	_, err = b.Reveal(ctx(), clerk(villageA), p.ID, "name", "电话通知补正")
	refused(t, err, errs.Invalid, "invalid_field", "没有可查看的字段")
	var n int
	b.sql(t, &n, `select count(*) from audit_event where action = 'person.reveal' and root_id = $1 and purpose = '电话通知补正' and after->>'field' in ('id_number', 'phone', 'account')`, p.ID)
	if n != 3 {
		t.Errorf("%d audit events of 3 reveals", n)
	}
	file := must(b.File(ctx(), clerk(villageA), p.ID))(t)
	if len(file.Touches) != 4 || !strings.Contains(file.Touches[0].Text, "电话通知补正") {
		t.Errorf("touches: %+v", file.Touches)
	}
}
