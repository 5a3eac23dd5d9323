package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strings"

	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/policies"
)

const policyUsage = `用法：zhongfu policy <子命令> [选项]

  check  [--pack 名称] [--dir 目录]      整体检查政策包（不写 --pack 则检查全部）；“提示”不算错误
  test   [--pack 名称] [--dir 目录]      运行政策包的案例，逐条报告
  eval   --pack 名称 --item 项目 --date 2025-03-01 --division 440106012000 [--person 成员] FILE
                                         读取一个家庭的 JSON（- 表示标准输入），输出结论 JSON
  schema [--pack 名称]                   输出输入（家庭）的 JSON Schema
  schema --for 文件类 [--dir 目录]       输出政策包文件的 JSON Schema，供编辑器补全：pack、sources、facts、parameters、
                                         items、procedures、cases；all 把全部写进 policies/schema/（或 --out 目录）
  diff   旧 新 [--json]                   两个版本有哪些不同：标准、规则、金额、材料、时限、流程、事实、案例。
                                         旧、新写包名、包名@目录，或政策包自己的文件夹
  mutate [--pack 名称] [--item 项目或片段] [--survivors] [--json] [--dir 目录]
                                         逐处改动规则文字再运行案例，看案例能否发现；发现率低于 95% 时退出码为 1。
                                         --survivors 列出没有被发现的改动和应补的案例
  map    [--pack 名称] [--write 文件] [--dir 目录]
                                         列出每个事项、每个参数的条款、文件和案例；--write 写进 docs/policy-map.md 的标记之间
  simulate --set '参数@地区=数值' [--draft 目录] [--synthetic 户数 | --register] [--place 地区] [--json]
                                         试算改变标准或政策包以后谁进入、谁退出、多少钱（zhongfu policy simulate -h）
  replay 受理号 [--data 目录] [--database URL] [--all]
                                         按案件决定当时的事实和政策版本重新计算，逐项比较
  simulate --set 参数@地区=数值 …         在合成省或登记库的家庭上试算一项改动；zhongfu policy simulate -h 有全部选项

  --dir 目录   改用该目录里的政策包，而不是程序内置的（policies/ 的格式）
  选项可以写在 FILE 之后。

退出码：0 成功（eval 不论结论如何，只要算出结论即为 0）；1 政策包有错误或案例不通过；2 输入或用法有错误
`

// policyCommand runs zhongfu policy … and returns the exit code: 0 done, 1 a broken pack or a failing case, 2 bad input
// or usage. Results go to stdout, everything else to stderr.
func policyCommand(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, policyUsage)
		return 2
	}
	if args[0] == "simulate" {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		return simulateCommand(ctx, args[1:], stdout, stderr)
	}
	if args[0] == "replay" {
		return replayCommand(context.Background(), args[1:], stdout, stderr)
	}
	if args[0] == "simulate" {
		return simulateCommand(context.Background(), args[1:], stdout, stderr)
	}
	run := map[string]func(*policyFlags, io.Reader, io.Writer, io.Writer) int{
		"check": policyCheck, "test": policyTest, "eval": policyEval, "schema": policySchema, "mutate": policyMutate, "diff": policyDiff, "map": policyMap,
	}[args[0]]
	if args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		fmt.Fprint(stdout, policyUsage)
		return 0
	}
	if run == nil {
		fmt.Fprintf(stderr, "没有子命令 %q。\n\n%s", args[0], policyUsage)
		return 2
	}
	f, err := parsePolicyFlags(args[0], args[1:])
	if errors.Is(err, errHelp) {
		fmt.Fprint(stdout, policyUsage)
		return 0
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	return run(f, stdin, stdout, stderr)
}

type policyFlags struct {
	values map[string]string
	files  []string
}

var errHelp = errors.New("help")

// policyOptions are the options of each subcommand; policySwitches are those without a value.
var policyOptions = map[string]string{
	"map":   "pack write dir",
	"check": "pack dir", "test": "pack dir", "schema": "pack dir for out", "diff": "json dir", "eval": "pack item date division person dir", "mutate": "pack item survivors json dir",
}

const policySwitches = " survivors json "

// parsePolicyFlags reads --name value and --name=value anywhere, before or after FILE.
func parsePolicyFlags(command string, args []string) (*policyFlags, error) {
	allowed := policyOptions[command]
	f := &policyFlags{values: map[string]string{}}
	for i := 0; i < len(args); i++ {
		a := args[i]
		switch {
		case a == "-h" || a == "--help" || a == "-help":
			return nil, errHelp
		case a == "--":
			f.files = append(f.files, args[i+1:]...)
			i = len(args)
		case a == "-" || !strings.HasPrefix(a, "-"):
			f.files = append(f.files, a)
		default:
			name, value, has := strings.Cut(strings.TrimLeft(a, "-"), "=")
			if !strings.Contains(" "+allowed+" ", " "+name+" ") || name == "" {
				return nil, fmt.Errorf("policy %s 没有选项 %s。可用：--%s。", command, a, strings.ReplaceAll(allowed, " ", "、--"))
			}
			if strings.Contains(policySwitches, " "+name+" ") {
				if has {
					return nil, fmt.Errorf("选项 --%s 不带值，直接写 --%s 即可。", name, name)
				}
				has, value = true, "true"
			}
			if !has {
				if i+1 >= len(args) {
					return nil, fmt.Errorf("选项 --%s 后面缺少值。", name)
				}
				i++
				value = args[i]
			}
			if _, twice := f.values[name]; twice {
				return nil, fmt.Errorf("选项 --%s 写了两次，请只留一次。", name)
			}
			f.values[name] = value
		}
	}
	if command != "eval" && command != "diff" && len(f.files) > 0 {
		return nil, fmt.Errorf("policy %s 不需要文件参数 %q。", command, f.files[0])
	}
	return f, nil
}

func (f *policyFlags) fsys() fs.FS {
	if dir := f.values["dir"]; dir != "" {
		return os.DirFS(dir)
	}
	return policies.FS
}

// packs named by --pack, or all there are.
func (f *policyFlags) packs() ([]string, error) {
	if name := f.values["pack"]; name != "" {
		return []string{name}, nil
	}
	found, _ := fs.Glob(f.fsys(), "*/pack.yaml")
	if len(found) == 0 {
		return nil, fmt.Errorf("这里没有任何政策包（找不到 */pack.yaml）。请检查 --dir。")
	}
	for i, p := range found {
		found[i] = strings.TrimSuffix(p, "/pack.yaml")
	}
	return found, nil
}

// packFault prints why a pack does not load and returns the exit code: a pack that does not exist is bad input.
func packFault(f *policyFlags, name string, err error, stderr io.Writer) int {
	return packFaultIn(f.fsys(), name, err, stderr)
}

func packFaultIn(fsys fs.FS, name string, err error, stderr io.Writer) int {
	fmt.Fprintln(stderr, err)
	if _, missing := fs.Stat(fsys, name+"/pack.yaml"); missing != nil {
		return 2
	}
	return 1
}

// inputFault prints an input error with all its fields.
func inputFault(err error, stderr io.Writer) int {
	e := errs.As(err)
	if e == nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	if len(e.Fields) == 1 {
		fmt.Fprintf(stderr, "%s：%s\n", e.Fields[0].Name, e.Fields[0].Message)
	} else {
		fmt.Fprintln(stderr, e.Message)
		for _, field := range e.Fields {
			fmt.Fprintf(stderr, "  %s：%s\n", field.Name, field.Message)
		}
	}
	if e.Kind == errs.Internal {
		fmt.Fprintln(stderr, "  "+e.Error())
		return 1
	}
	return 2
}

func countRules(p *policy.Pack) (items, rules int) {
	for _, it := range p.Items() {
		items++
		rules += len(it.Rules)
	}
	return items, rules
}
