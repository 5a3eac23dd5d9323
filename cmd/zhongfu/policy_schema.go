package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"zhongfu/internal/policy"
)

// policySchema prints the JSON Schema of eval's input or, with --for, of a kind of pack file.
func policySchema(f *policyFlags, _ io.Reader, stdout, stderr io.Writer) int {
	if kind := f.values["for"]; kind != "" {
		return fileSchema(f, kind, stdout, stderr)
	}
	if f.values["out"] != "" {
		fmt.Fprintln(stderr, "--out 只与 --for all 同用。")
		return 2
	}
	name := f.values["pack"]
	if name == "" {
		name = "guangdong"
	}
	p, err := policy.Load(f.fsys(), name)
	if err != nil {
		return packFault(f, name, err, stderr)
	}
	text, err := p.Schema()
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	_, _ = stdout.Write(text)
	return 0
}

// fileSchema describes pack files with the facts and documents of all packs of the folder.
func fileSchema(f *policyFlags, kind string, stdout, stderr io.Writer) int {
	if _, err := policy.FileSchema(kind); err != nil && kind != "all" {
		fmt.Fprintln(stderr, err)
		return 2
	}
	if f.values["out"] != "" && kind != "all" {
		fmt.Fprintln(stderr, "--out 只与 --for all 同用；单独一类请用 > 文件。")
		return 2
	}
	var packs []*policy.Pack
	if code := eachPack(f, stderr, func(p *policy.Pack) bool { packs = append(packs, p); return true }); code != 0 {
		return code
	}
	if kind != "all" {
		text, err := policy.FileSchema(kind, packs...)
		if err != nil {
			fmt.Fprintln(stderr, err)
			return 1
		}
		_, _ = stdout.Write(text)
		return 0
	}
	dir := f.values["out"]
	if dir == "" {
		dir = filepath.Join("policies", "schema")
	}
	for _, kind := range policy.SchemaFiles() {
		text, err := policy.FileSchema(kind, packs...)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, kind+".schema.json"), text, 0o644)
		}
		if err != nil {
			fmt.Fprintf(stderr, "写不出 %s：%s。\n", filepath.Join(dir, kind+".schema.json"), fileFault(err))
			return 2
		}
	}
	fmt.Fprintf(stdout, "已写出 %d 个文件到 %s。\n", len(policy.SchemaFiles()), dir)
	return 0
}
