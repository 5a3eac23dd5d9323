package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
)

func simulate(args ...string) (code int, out, faults string) {
	var stdout, stderr bytes.Buffer
	code = simulateCommand(context.Background(), args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

// Bad input ends with 2 and one Chinese line that names the flag.
func TestSimulateRefuses(t *testing.T) {
	fine := "dibao_standard@4401=1350"
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"nothing to change":    {nil, "--set："},
		"no such option":       {[]string{"--sett", fine}, "--sett："},
		"no value":             {[]string{"--set"}, "--set："},
		"not a setting":        {[]string{"--set", "dibao_standard=1350"}, "--set："},
		"no such parameter":    {[]string{"--set", "dibao_standrad@4401=1350"}, "dibao_standrad"},
		"not a number":         {[]string{"--set", "dibao_standard@4401=viel"}, "--set："},
		"half a value":         {[]string{"--set", "dibao_standard@4402=urban:900"}, "--set："},
		"place of three":       {[]string{"--set", "dibao_standard@440=900"}, "--set："},
		"no such day":          {[]string{"--set", fine, "--date", "2026-02-30"}, "--date："},
		"no such place":        {[]string{"--set", fine, "--place", "4499"}, "--place："},
		"too many":             {[]string{"--set", fine, "--synthetic", "999999999"}, "--synthetic："},
		"less than none":       {[]string{"--set", fine, "--synthetic", "-5"}, "--synthetic："},
		"two populations":      {[]string{"--set", fine, "--synthetic", "5", "--register"}, "--register："},
		"two forms":            {[]string{"--set", fine, "--json", "--csv"}, "--json："},
		"no such pack":         {[]string{"--set", fine, "--pack", "atlantis"}, "--pack："},
		"no such draft":        {[]string{"--draft", "/nowhere"}, "--draft："},
		"something left over":  {[]string{"--set", fine, "extra"}, "extra"},
		"number not a number":  {[]string{"--set", fine, "--synthetic", "viele"}, "--synthetic："},
		"a deadline's own way": {[]string{"--set", "total_days@all=1"}, "--set："},
	} {
		code, out, faults := simulate(c.args...)
		if code != exitUsage || out != "" || !strings.Contains(faults, c.want) {
			t.Errorf("%s: %d, %q, %.200q", name, code, out, faults)
		}
	}
}

func TestSimulateAnswers(t *testing.T) {
	args := []string{"--set", "dibao_standard@4401=1500", "--synthetic", "1500", "--place", "4401", "--date", "2026-03-01"}
	code, out, faults := simulate(args...)
	if code != 0 || !strings.Contains(out, "广州市") || !strings.Contains(out, "示例值") || !strings.Contains(faults, "装载") {
		t.Fatalf("%d\n%s\n%s", code, out, faults)
	}
	code, out, _ = simulate(append(args, "--json")...)
	var r simulated
	if err := json.Unmarshal([]byte(out), &r); err != nil || code != 0 {
		t.Fatalf("%d, %v", code, err)
	}
	if r.Total.Households != 1500 || r.Total.Gains == 0 || r.Total.Loses != 0 && r.Total.YearAfter < r.Total.YearBefore || r.After.Gini == 0 {
		t.Errorf("%+v %+v", r.Total, r.After)
	}
	code, out, _ = simulate(append(args, "--csv")...)
	records := csv.NewReader(strings.NewReader(strings.TrimPrefix(out, "\ufeff")))
	records.FieldsPerRecord = -1
	rows, err := records.ReadAll()
	if err != nil || code != 0 || len(rows) < 60 || !strings.HasPrefix(out, "\ufeff") {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}
