package idnum

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

var today = calendar.NewDate(2026, 11, 22)

func birthday(y, m, d int) calendar.Date { return calendar.NewDate(y, time.Month(m), d) }

func TestParseResident(t *testing.T) {
	// The example of GB 11643-1999 itself.
	r, err := ParseResidentOn("id", "11010519491231002x", today)
	if err != nil || r.Number != "11010519491231002X" || r.Division != 110105000000 || r.Birth != birthday(1949, 12, 31) || r.Sex != Female {
		t.Fatalf("%+v %v", r, err)
	}
	r, err = ParseResidentOn("id", "'４４０５２４　１８８００１０１　００１４", today)
	if err == nil {
		t.Fatalf("born 1880: %+v", r)
	}
	r, err = ParseResidentOn("id", " 11010519491231002Ｘ\n", today)
	if err != nil || r.Number != "11010519491231002X" {
		t.Fatalf("full width: %+v %v", r, err)
	}
}

func TestParseResidentRefuses(t *testing.T) {
	good := MakeResident(440106, birthday(1990, 5, 17), 21, Male)
	future := MakeResident(440106, today+1, 3, Female)
	wrongCheck := good[:17] + string("0123456789X"[(strings.IndexByte("0123456789X", good[17])+1)%11])
	for s, want := range map[string]string{
		"":                          "请填写",
		good[:17]:                   "18位",
		"440106900517123":           "15位",
		"4401061990o5171234":        "只能由数字",
		"X40106199005171234":        "只能由数字",
		"990106199005171234":        "省级代码",
		"440106199013171234":        "出生日期",
		"440106199002301234":        "出生日期",
		future:                      "晚于今天",
		wrongCheck:                  "最后一位校验码不符",
		"4.40106E+17":               "科学计数法",
		"一二三四五六":                    "6位",
		good[:10] + "-" + good[10:]: "19位",
	} {
		_, err := ParseResidentOn("members[1].id_number", s, today)
		e := errs.As(err)
		if e == nil || e.Kind != errs.Invalid || e.Fields[0].Name != "members[1].id_number" || !strings.Contains(e.Message, want) {
			t.Errorf("%q: %v, want %q", s, err, want)
		}
		if e != nil && len(s) > 8 && strings.Contains(e.Message, s) {
			t.Errorf("the message repeats the number: %s", e.Message)
		}
	}
}

func TestResidentProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		div := rapid.SampledFrom([]int{440106, 441900, 370102, 110101, 654325, 810000}).Draw(t, "div")
		birth := calendar.Date(rapid.IntRange(int(birthday(1900, 1, 1)), int(today)).Draw(t, "birth"))
		seq, sex := rapid.IntRange(0, 499).Draw(t, "seq"), rapid.IntRange(1, 2).Draw(t, "sex")
		n := MakeResident(div, birth, seq, sex)
		r, err := ParseResidentOn("id", n, today)
		if err != nil || r.Number != n || r.Division != int64(div)*1e6 || r.Birth != birth || r.Sex != sex {
			t.Fatalf("%s: %+v %v", n, r, err)
		}
		// One digit miscopied, or two neighbours swapped, must never pass with the same birth and a valid check.
		i := rapid.IntRange(0, 16).Draw(t, "i")
		b := []byte(n)
		b[i] = '0' + (b[i]-'0'+byte(rapid.IntRange(1, 9).Draw(t, "by")))%10
		if ValidResident(string(b), today) {
			t.Fatalf("%s passes for %s", b, n)
		}
		j := rapid.IntRange(0, 15).Draw(t, "j")
		b = []byte(n)
		b[j], b[j+1] = b[j+1], b[j]
		if string(b) != n && ValidResident(string(b), today) {
			t.Fatalf("%s passes for %s", b, n)
		}
		if m := MaskResident(n); len(m) != 18 || m[:4] != n[:4] || m[14:] != n[14:] || strings.Trim(m[4:14], "*") != "" {
			t.Fatal(m)
		}
	})
}

func TestCreditCode(t *testing.T) {
	if n, err := ParseCreditCode("code", "91350100m000100y43"); err != nil || n != "91350100M000100Y43" {
		t.Errorf("%s %v", n, err)
	}
	for _, s := range []string{"", "91350100M000100Y44", "91350100M000100Y4", "9135010OM000100Y43", "91350100I000100Y43"} {
		if _, err := ParseCreditCode("code", s); !errs.Is(err, errs.Invalid) {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestDisability(t *testing.T) {
	id := MakeResident(440106, birthday(1970, 1, 2), 7, Female)
	d, err := ParseDisabilityOn("cert", id+"42", today)
	if err != nil || d.Type != 4 || d.Grade != 2 || d.Resident.Number != id || d.Reissue != 0 || DisabilityTypeName(d.Type) != "肢体" || DisabilityGradeName(d.Grade) != "二级" {
		t.Errorf("%+v %v", d, err)
	}
	if d, err = ParseDisabilityOn("cert", strings.ToLower(id)+"71b2", today); err != nil || d.Reissue != 2 || d.Type != 7 {
		t.Errorf("%+v %v", d, err)
	}
	for _, s := range []string{"", id, id + "4", id + "82", id + "02", id + "45", id + "40", id + "42A1", id + "42B0", id + "42B", "1" + id[1:] + "42"} {
		if _, err := ParseDisabilityOn("cert", s, today); !errs.Is(err, errs.Invalid) {
			t.Errorf("%q: %v", s, err)
		}
	}
	if DisabilityTypeName(8) != "" || DisabilityGradeName(-1) != "" {
		t.Error("names of unknown codes")
	}
}

func TestMobile(t *testing.T) {
	for _, s := range []string{"13800138000", "+86 138-0013-8000", "008613800138000", "１３８００１３８０００"} {
		if n, err := ParseMobile("phone", s); err != nil || n != "13800138000" {
			t.Errorf("%q: %s %v", s, n, err)
		}
	}
	for _, s := range []string{"", "1380013800", "12800138000", "23800138000", "138001380001", "1380013800a", "020-12345678"} {
		if n, err := ParseMobile("phone", s); !errs.Is(err, errs.Invalid) {
			t.Errorf("%q: %s %v", s, n, err)
		}
	}
}

func TestAccount(t *testing.T) {
	card := MakeCard("621700334000123456")
	for s, want := range map[string]string{card: card, card[:4] + " " + card[4:]: card, "80020000012345678901": "80020000012345678901", "6210": "", "62170033400012345600": "62170033400012345600"} {
		n, err := ParseAccount("account", s)
		if (want == "") != (err != nil) || n != want {
			t.Errorf("%q: %s %v", s, n, err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		n := MakeCard(rapid.StringMatching(`62[0-9]{13,16}`).Draw(t, "card"))
		if got, err := ParseAccount("account", n); err != nil || got != n {
			t.Fatalf("%s: %v", n, err)
		}
		i := rapid.IntRange(2, len(n)-1).Draw(t, "i")
		b := []byte(n)
		b[i] = '0' + (b[i]-'0'+byte(rapid.IntRange(1, 9).Draw(t, "by")))%10
		if _, err := ParseAccount("account", string(b)); err == nil {
			t.Fatalf("%s passes for %s", b, n)
		}
	})
}

func TestMasks(t *testing.T) {
	for got, want := range map[string]string{
		MaskPhone("13800138000"):               "138****8000",
		MaskAccount("6217003340001234567"):     "6217***********4567",
		MaskName("张三"):                         "张*",
		MaskName("欧阳修华"):                       "欧**华",
		MaskName("𬭎"):                          "*",
		MaskName("阿依古丽·买买提"):                   "阿******提",
		MaskResident("440106"):                 "******",
		MaskPhone(""):                          "",
		MaskDisability("44010619700102014X42"): "4401**************42",
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func FuzzParseResident(f *testing.F) {
	for _, s := range []string{"11010519491231002X", "4.40106E+17", "４４０１０６", "440106900517123", "\xff\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := ParseResidentOn("id", s, today)
		if err != nil {
			if e := errs.As(err); e == nil || e.Message == "" {
				t.Fatalf("%q: %v", s, err)
			}
			return
		}
		again, err := ParseResidentOn("id", r.Number, today)
		if err != nil || again != r {
			t.Fatalf("%q reads as %+v, then %+v, %v", s, r, again, err)
		}
	})
}

func FuzzOthers(f *testing.F) {
	for _, s := range []string{"91350100M000100Y43", "6217003340001234567", "+8613800138000", "11010519491231002X42B1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, parse := range map[string]func(string, string) (string, error){
			"credit": ParseCreditCode, "mobile": ParseMobile, "account": ParseAccount,
			"disability": func(f, s string) (string, error) { d, err := ParseDisabilityOn(f, s, today); return d.Number, err },
		} {
			n, err := parse("x", s)
			if err != nil {
				continue
			}
			if again, err := parse("x", n); err != nil || again != n {
				t.Fatalf("%s: %q reads as %s, then %s, %v", name, s, n, again, err)
			}
		}
	})
}
