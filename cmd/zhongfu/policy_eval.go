package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// policyEval decides one household read as JSON and prints the result as JSON.
func policyEval(f *policyFlags, stdin io.Reader, stdout, stderr io.Writer) int {
	for _, need := range []string{"pack", "item"} {
		if f.values[need] == "" {
			fmt.Fprintf(stderr, "缺少 --%s。\n\n%s", need, policyUsage)
			return 2
		}
	}
	if len(f.files) != 1 {
		fmt.Fprintf(stderr, "请给出恰好一个家庭 JSON 文件（- 表示标准输入），得到 %d 个。\n", len(f.files))
		return 2
	}
	p, err := policy.Load(f.fsys(), f.values["pack"])
	if err != nil {
		return packFault(f, f.values["pack"], err, stderr)
	}
	r := stdin
	if f.files[0] != "-" {
		file, err := os.Open(f.files[0])
		if err != nil {
			fmt.Fprintf(stderr, "打不开文件 %s：%s。\n", f.files[0], fileFault(err))
			return 2
		}
		defer file.Close()
		r = file
	}
	in, err := p.DecodeInput(r)
	if err == nil {
		err = f.place(&in)
	}
	if err != nil {
		return inputFault(err, stderr)
	}
	res, err := p.Evaluate(f.values["item"], in)
	if err != nil {
		return inputFault(err, stderr)
	}
	enc := json.NewEncoder(stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(res); err != nil {
		fmt.Fprintf(stderr, "写不出结果：%v。\n", err)
		return 1
	}
	return 0
}

// place takes date, division and person from the flags; what the file says stands where a flag is absent.
func (f *policyFlags) place(in *policy.Input) error {
	if s := f.values["date"]; s != "" {
		d, err := calendar.ParseDate(s)
		if err != nil {
			return fmt.Errorf("--date %q 不是存在的日期，请写作 2025-03-01。", s)
		}
		in.Date = d
	} else if in.Date == 0 {
		return errors.New("缺少 --date（文件里也没有 date）：请写明按哪一天的政策，例如 --date 2025-03-01。")
	}
	if s := f.values["division"]; s != "" {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil || len(s) != 12 || n < 110000000000 || n > 829999999999 {
			return fmt.Errorf("--division %q 不是 12 位区划代码，例如 440106012000。", s)
		}
		in.Division = n
	} else if in.Division == 0 {
		return errors.New("缺少 --division（文件里也没有 division）：请写 12 位区划代码，例如 440106012000。")
	}
	if s := f.values["person"]; s != "" {
		in.Person = s
	}
	return nil
}

func fileFault(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "文件不存在，请检查路径"
	case errors.Is(err, fs.ErrPermission):
		return "没有读取权限"
	}
	return err.Error()
}
