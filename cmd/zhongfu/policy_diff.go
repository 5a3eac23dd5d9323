package main

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"zhongfu/internal/policy"
	"zhongfu/policies"
)

// policyDiff prints what the second of two pack versions says otherwise than the first.
func policyDiff(f *policyFlags, _ io.Reader, stdout, stderr io.Writer) int {
	if len(f.files) != 2 {
		fmt.Fprintf(stderr, "请给出两个版本（旧、新），得到 %d 个。写法：包名、包名@目录，或政策包的文件夹。\n", len(f.files))
		return 2
	}
	var packs [2]*policy.Pack
	for i, arg := range f.files {
		fsys, name, err := f.version(arg)
		if err != nil {
			fmt.Fprintln(stderr, err)
			return 2
		}
		p, err := policy.Load(fsys, name)
		if err != nil {
			fmt.Fprintf(stderr, "%s：", arg)
			return packFaultIn(fsys, name, err, stderr)
		}
		packs[i] = p
	}
	changes := policy.Diff(packs[0], packs[1])
	if f.values["json"] != "" {
		enc := json.NewEncoder(stdout)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if changes == nil {
			changes = []policy.Change{}
		}
		if err := enc.Encode(changes); err != nil {
			fmt.Fprintf(stderr, "写不出结果：%v。\n", err)
			return 1
		}
		return 0
	}
	printChanges(packs, changes, stdout)
	return 0
}

func printChanges(packs [2]*policy.Pack, changes []policy.Change, out io.Writer) {
	a, b := packs[0], packs[1]
	fmt.Fprintf(out, "%s 版本 %s → %s 版本 %s：", a.Title, a.Version, b.Title, b.Version)
	if len(changes) == 0 {
		fmt.Fprintln(out, "内容没有不同。")
		return
	}
	fmt.Fprintf(out, "%d 处不同\n", len(changes))
	for _, c := range changes {
		fmt.Fprintf(out, "  %s  %s\n", policy.ChangeKindNames[c.Kind], c.Text)
	}
}

// version finds a pack: by name among the built-in ones (or those of --dir), as name@folder, or as the pack's own folder.
func (f *policyFlags) version(arg string) (fs.FS, string, error) {
	if name, dir, at := strings.Cut(arg, "@"); at {
		if name == "" || dir == "" {
			return nil, "", fmt.Errorf("%q 不完整：@ 前写包名，@ 后写目录，例如 guangdong@新版本。", arg)
		}
		if s, err := os.Stat(dir); err != nil || !s.IsDir() {
			return nil, "", fmt.Errorf("%q 里的目录 %s 不存在。", arg, dir)
		}
		return os.DirFS(dir), name, nil
	}
	if _, err := os.Stat(filepath.Join(arg, "pack.yaml")); err == nil {
		abs, err := filepath.Abs(arg)
		if err != nil {
			return nil, "", err
		}
		return os.DirFS(filepath.Dir(abs)), filepath.Base(abs), nil
	}
	fsys := fs.FS(policies.FS)
	if f.values["dir"] != "" {
		fsys = f.fsys()
	}
	if _, err := fs.Stat(fsys, arg+"/pack.yaml"); err != nil || !fs.ValidPath(arg) {
		return nil, "", fmt.Errorf("找不到 %q：既不是政策包的名字，也不是里面有 pack.yaml 的文件夹。", arg)
	}
	return fsys, arg, nil
}
