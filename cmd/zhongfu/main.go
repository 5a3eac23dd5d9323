// Command zhongfu is the whole platform in one program; `zhongfu help` lists its commands.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"sort"
	"syscall"

	"zhongfu/internal/errs"
)

const (
	exitFailed = 1
	exitUsage  = 2
)

// version is set by the linker.
var version = "dev"

type command struct {
	about string
	run   func(ctx context.Context, args []string, stdout, stderr io.Writer) int
}

var commands = map[string]command{
	"serve":    {"启动服务", serveCommand},
	"bench":    {"测量性能，与同一次运行中的基线对比", benchCommand},
	"demo":     {"装载演示省；加 -serve 以演示方式启动服务", demoCommand},
	"admin":    {"建立首个管理员", adminCommand},
	"audit":    {"审计链：verify 核验", auditCommand},
	"migrate":  {"更新数据库结构", migrateCommand},
	"exchange": {"信息共享来源：catalogue 列出、probe 测试接入", exchangeCommand},
	"openapi":  {"打印接口描述", openapiCommand},
	"policy":   {"政策包：check 检查、test 案例、eval 试算、schema 输入格式", policyMain},
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 || args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		usage(stdout)
		return 0
	}
	if args[0] == "version" {
		fmt.Fprintln(stdout, version)
		return 0
	}
	c, ok := commands[args[0]]
	if !ok {
		fmt.Fprintf(stderr, "没有“%s”这个命令。\n", args[0])
		usage(stderr)
		return exitUsage
	}
	return c.run(ctx, args[1:], stdout, stderr)
}

func usage(w io.Writer) {
	fmt.Fprintln(w, "用法：zhongfu 命令 [选项]")
	names := make([]string, 0, len(commands))
	for n := range commands {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		fmt.Fprintf(w, "  %-10s %s\n", n, commands[n].about)
	}
}

// policyMain gives the policy commands their input.
func policyMain(_ context.Context, args []string, stdout, stderr io.Writer) int {
	return policyCommand(args, os.Stdin, stdout, stderr)
}

// fail prints one clear line and returns the exit code.
func fail(stderr io.Writer, err error) int {
	if errors.Is(err, context.Canceled) {
		return 130
	}
	if e := errs.As(err); e != nil && e.Kind != errs.Internal {
		fmt.Fprintf(stderr, "zhongfu: %s\n", e.Message)
		return exitFailed
	}
	fmt.Fprintf(stderr, "zhongfu: %v\n", err)
	return exitFailed
}
