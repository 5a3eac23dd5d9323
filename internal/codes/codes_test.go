package codes

import "testing"

// What other parts of the platform and the national standards rely on, spot by spot.
func TestLabels(t *testing.T) {
	for _, c := range []struct {
		table *Table
		code  string
		want  string
	}{
		{Sex, "1", "男"}, {Sex, "2", "女"}, {Marital, "30", "丧偶"}, {Marital, "22", "再婚"}, {Health, "41", "癌症"},
		{Health, "66", "精神残疾"}, {Relation, Head, "户主"}, {Relation, "28", "女婿"}, {Relation, "38", "儿媳"},
		{Relation, "55", "岳父"}, {Relation, "77", "妹妹"}, {Relation, "97", "其他亲属"}, {Ethnicity, "01", "汉族"},
		{Ethnicity, "22", "畲族"}, {Ethnicity, "56", "基诺族"}, {Education, "60", "普通高级中学教育"},
		{DisabilityType, "6", "精神残疾"}, {DisabilityGrade, "1", "一级"}, {PovertyCause, "illness", "因病"},
		{Category, "dibao", "最低生活保障对象"},
	} {
		if got := c.table.Label(c.code); got != c.want {
			t.Errorf("%s %s = %q, want %q", c.table.Name, c.code, got, c.want)
		}
		if !c.table.Valid(c.code) {
			t.Errorf("%s %s is not valid", c.table.Name, c.code)
		}
	}
}

func TestUnknownCodes(t *testing.T) {
	for _, c := range []struct {
		table *Table
		code  string
	}{{Relation, "2"}, {Relation, "00"}, {Relation, "98"}, {Ethnicity, "57"}, {Ethnicity, "1"}, {Health, "40"}, {Education, "50"}, {Sex, ""}} {
		if c.table.Valid(c.code) || c.table.Label(c.code) != "" {
			t.Errorf("%s takes the code %q", c.table.Name, c.code)
		}
	}
}

func TestTablesAreWhole(t *testing.T) {
	sizes := map[string]int{"ethnicity": 58, "relation": 84, "marital": 8, "disability_type": 7, "disability_grade": 4, "category": 12}
	seen := map[string]bool{}
	for _, tab := range Tables() {
		if seen[tab.Name] {
			t.Errorf("two tables are called %s", tab.Name)
		}
		seen[tab.Name] = true
		if want, ok := sizes[tab.Name]; ok && len(tab.Entries) != want {
			t.Errorf("%s has %d entries, want %d", tab.Name, len(tab.Entries), want)
		}
		labels := map[string]string{}
		for _, e := range tab.Entries {
			if other, twice := labels[e.Label]; twice {
				t.Errorf("%s: %s and %s are both called %s", tab.Name, other, e.Code, e.Label)
			}
			labels[e.Label] = e.Code
		}
	}
}

func TestRelationSex(t *testing.T) {
	for code, want := range map[string]string{"11": "1", "12": "2", "28": "1", "38": "2", "77": "2", "10": "", "97": "", "99": ""} {
		if got := RelationSex(code); got != want {
			t.Errorf("relation %s implies sex %q, want %q", code, got, want)
		}
	}
	for code := range relationSex {
		if !Relation.Valid(code) {
			t.Errorf("relation %s has a sex and no label", code)
		}
	}
}

func TestBroadRelation(t *testing.T) {
	for code, want := range map[string]string{"22": "20", "27": "20", "28": "28", "31": "30", "38": "38", "43": "41", "57": "51", "52": "52",
		"53": "55", "64": "61", "73": "71", "75": "77", "72": "97", "93": "97", "97": "97", "99": "99", "02": "02", "12": "12", "98": ""} {
		if got := BroadRelation(code); got != want {
			t.Errorf("relation %s is broadly %q, want %q", code, got, want)
		}
	}
}
