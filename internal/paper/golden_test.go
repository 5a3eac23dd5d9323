package paper

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhongfu/internal/calendar"
)

var update = flag.Bool("update", false, "write the golden files anew")

func date(y, m, d int) calendar.Date {
	return calendar.NewDate(y, 1, 1).AddMonths(m - 1).AddDays(d - 1)
}

// sample is a case with everything in it that any paper prints, and with names that try to act.
func sample(kind string) *Snapshot {
	accepted, due := date(2026, 11, 3), date(2026, 12, 15)
	k, err := kindOf(kind)
	if err != nil {
		panic(err)
	}
	d := &Snapshot{
		Kind: kind, Title: k.Name, Number: "越秀区北京街道社救" + k.Mark + "〔2026〕12号", Round: 1, IssuedOn: date(2026, 11, 20), CaseNumber: "44010400320260001",
		ItemName: "最低生活保障", Place: "广东省广州市越秀区北京街道流水井社区居委会", Village: "流水井社区居委会", Urban: true, Proxy: "陈代办",
		Town: Office{Name: "北京街道办事处", Phone: "020-83330000", Address: "北京路1号"}, County: Office{Name: "越秀区民政局", Phone: "020-83331111"},
		Members: []Person{
			{Name: "欧阳𠮷<script>alert(1)</script>", Relation: "户主", Sex: "男", Birth: date(1970, 5, 1), ID: "440104197005010017", Phone: "13800001234", Address: "北京路“9”号", Counted: true},
			{Name: "𬭊㛃", Relation: "妻", Sex: "女", Birth: date(1972, 2, 29), ID: "440104197202290028", Counted: true},
			{Name: "欧阳远", Relation: "子", Sex: "男", Birth: date(1995, 1, 1), ID: "440104199501010039"},
		},
		Support: []Person{{Name: "欧阳大", Relation: "子", ID: "44010419990101004X"}},
		Bank:    "广州农村商业银行", Account: "6217000012345678903", SubmittedOn: date(2026, 11, 2), AcceptedOn: &accepted, Due: &due,
		Authorisations:   []Signature{{Name: "欧阳𠮷", ID: "440104197005010017", Number: "SQ-2026-0001", SignedBy: "欧阳𠮷", SignedOn: date(2026, 11, 2)}},
		RelativeDeclared: true, Relatives: []Relative{{Member: "𬭊㛃", Staff: "何干部", Office: "流水井社区居委会委员", Relation: "兄弟"}},
		Facts: []FactGroup{
			{Lines: []FactLine{{Section: "财产", Label: "住房套数", Declared: "1套", Verified: "2套", Surveyed: "1套", Source: "自然资源"}, {Section: "财产", Label: "机动车辆数", Verified: "未知", Source: "公安"}}},
			{Member: "𬭊㛃", Lines: []FactLine{{Section: "收入", Label: "工资性收入", Declared: "1,800.00 元/月", Verified: "2,150.00 元/月", Source: "税务"}}},
		},
		Supplement:   &Supplement{Materials: []string{"收入证明", "户口簿"}, Text: "请补充近六个月的收入证明。\n没有的，请说明原因 <b>。"},
		Survey:       &Survey{VisitedOn: "2026-11-08", Surveyors: []Surveyor{{"王丽", "北京街道办事处"}, {"刘强", "流水井社区"}}, Signer: "欧阳𠮷", Situation: "住房一套，墙面渗水。\n户主长期服药。"},
		Verification: &Report{Number: "HD-2026-0007", Conclusion: "住房登记两套，与申报不一致。"},
		Notice:       &Notice{Name: "欧阳𠮷", MemberCount: 2, Amount: 265800, PostedOn: date(2026, 11, 20), LastDay: date(2026, 11, 27)},
		Appraisal:    &Appraisal{HeldOn: "2026-11-30", Chair: "周主任", Recorder: "吴记录", Participants: 9, For: 7, Against: 1, Abstained: 1, Record: "多数认为所报属实。"},
		Decision:     &Decision{Outcome: "confirmed", Amount: 265800, DecidedOn: date(2026, 12, 31), FirstMonth: date(2027, 1, 1)},
		Grounds: []Ground{
			{Name: "人均收入", Passed: true, Text: "人均月收入 617.50 元，低于当地标准 1,282.00 元", Clause: "民发〔2021〕57号第三条"},
			{Name: "住房", Passed: false, Text: "名下住房 2 套，超过 1 套", Clause: "民发〔2021〕57号第十四条"},
		},
		Figures:  []Figure{{"人均月收入", "617.50 元"}, {"当地标准", "1,282.00 元"}},
		Marks:    []Mark{{"低保标准", "省定底线"}, {"综合评估指标", "示例值"}},
		Remedies: &Remedies{ReviewDays: 60, SuitMonths: 6, Sample: true},
	}
	d.Applicant, d.Office = d.Members[0], d.Town
	if k.Office == 3 {
		d.Office = d.County
	}
	if kind == RefusalLetter {
		d.Decision = &Decision{Outcome: "refused", Reason: "您家名下有两套住房，其中一套出租。", DecidedOn: date(2026, 12, 31), FirstMonth: date(2027, 1, 1)}
	}
	return d
}

func TestPapersAsPrinted(t *testing.T) {
	for _, k := range Kinds {
		t.Run(k.ID, func(t *testing.T) {
			// Through JSON: what is printed is what was kept.
			data, err := json.Marshal(sample(k.ID))
			if err != nil {
				t.Fatal(err)
			}
			var d Snapshot
			if err := json.Unmarshal(data, &d); err != nil {
				t.Fatal(err)
			}
			html, err := render(&d)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, k.ID, html)
			harmless(t, html)
			for _, want := range []string{k.Name, d.Number, "/paper-assets/paper.css", `id="print"`} {
				if !bytes.Contains(html, []byte(want)) {
					t.Errorf("lacks %q", want)
				}
			}
			if k.Blank {
				d.Blank = true
				d.Survey, d.Appraisal, d.Authorisations = nil, nil, nil
				if html, err = render(&d); err != nil {
					t.Fatal(err)
				}
				compare(t, k.ID+"_blank", html)
			}
		})
	}
}

func compare(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name+".html")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is no longer printed as %s says; look at both, then run the test with -update", name, path)
	}
}

// harmless refuses anything in a page that could act or load from elsewhere.
func harmless(t *testing.T, html []byte) {
	t.Helper()
	s := string(html)
	if n := strings.Count(s, "<script"); n != 1 || !strings.Contains(s, `<script src="/paper-assets/print.js" defer></script>`) {
		t.Errorf("%d scripts in the page", n)
	}
	for _, bad := range []string{"alert(1)</script>", "onclick", "onload", "style=", "http://", "https://", "ZgotmplZ", "<b>"} {
		if strings.Contains(s, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
}

func TestPublicNoticeShowsNothingMore(t *testing.T) {
	html, err := render(sample(PublicNotice))
	if err != nil {
		t.Fatal(err)
	}
	s := string(html)
	for _, want := range []string{"欧阳𠮷", "2,658.00", `<td class="num">2</td>`, "2026年11月27日", "020-83330000"} {
		if !strings.Contains(s, want) {
			t.Errorf("the notice lacks %q", want)
		}
	}
	d := sample(PublicNotice)
	secrets := []string{d.CaseNumber, "收入", "住房", "617.50", "1282", d.Account, d.Bank, "𬭊㛃", "欧阳远", "欧阳大", "北京路“9”号", "服药", "SQ-2026", "HD-2026", "何干部", "省定底线"}
	for _, m := range d.Members {
		secrets = append(secrets, m.ID, m.Birth.String())
	}
	for _, secret := range secrets {
		if strings.Contains(s, secret) {
			t.Errorf("the notice gives away %q", secret)
		}
	}
}

func TestLettersSayWhatMustBeSaid(t *testing.T) {
	for kind, wants := range map[string][]string{
		ConfirmationLetter: {"最低生活保障", "2,658.00 元", "贰仟陆佰伍拾捌元整", "2027年1月", "共 2 人", "60日内", "6个月内", "020-83331111", "省定底线", "示例值", "民发〔2021〕57号第三条"},
		RefusalLetter:      {"名下住房 2 套，超过 1 套", "民发〔2021〕57号第十四条", "您家名下有两套住房", "617.50 元", "60日内", "6个月内", "020-83331111", "重新申请"},
		SupplementNotice:   {"收入证明", "一次性告知", "没有的，请说明原因 &lt;b&gt;。", "第十条"},
		SurveyForm:         {"王丽", "刘强", "家庭成员", "入户所见", "第十六条"},
		VerificationReport: {"HD-2026-0007", "SQ-2026-0001", "未知", "仅用于社会救助"},
		Pledge:             {"近亲属", "何干部", "☑ 有"},
	} {
		html, err := render(sample(kind))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !bytes.Contains(html, []byte(want)) {
				t.Errorf("%s lacks %q", kind, want)
			}
		}
	}
	if html, _ := render(sample(ConfirmationLetter)); bytes.Contains(html, []byte("欧阳远")) {
		t.Error("the letter names a member who does not enjoy the benefit")
	}
	sure := sample(RefusalLetter)
	sure.Marks, sure.Remedies.Sample = nil, false
	if html, _ := render(sure); bytes.Contains(html, []byte("示例值")) || bytes.Contains(html, []byte("※")) {
		t.Error("terms from a source are marked as samples")
	}
}

// A child's case is not published, and its letters do not say that it was; an amount of nothing is not printed.
func TestLettersOfAProcedureWithoutNotice(t *testing.T) {
	for _, kind := range []string{AcceptanceNotice, ConfirmationLetter} {
		d := sample(kind)
		published, err := render(d)
		if err != nil {
			t.Fatal(err)
		}
		d.Unpublished = true
		silent, err := render(d)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(published, []byte("公示")) || bytes.Contains(bytes.ReplaceAll(silent, []byte("不公示"), nil), []byte("公示")) {
			t.Errorf("%s speaks of a public notice that there is not", kind)
		}
	}
	d := sample(PublicNotice)
	d.Notice.Amount = 0
	html, err := render(d)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(html, []byte("每月金额")) {
		t.Error("the notice of a category without money has an amount")
	}
}
