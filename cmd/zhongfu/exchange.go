package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"zhongfu/internal/app"
	"zhongfu/internal/clock"
	"zhongfu/internal/exchange"
	"zhongfu/internal/exchange/transport"
)

// exchangeCommand lists the catalogue of sources, or tests whether a source, or the provider of liveness, can be asked as it is
// configured.
func exchangeCommand(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	f := flag.NewFlagSet("exchange", flag.ContinueOnError)
	f.SetOutput(stderr)
	endpoints := f.String("endpoints", os.Getenv("ZHONGFU_ENDPOINTS"), "`file` of the installation's addresses (YAML or JSON)")
	folder := f.String("catalogue", os.Getenv("ZHONGFU_CATALOGUE"), "`folder` of further sources")
	keyFile := f.String("keys", os.Getenv("ZHONGFU_EXCHANGE_KEYS"), "`file` of the secrets shared with the sources")
	drop := f.String("drop", os.Getenv("ZHONGFU_DROP"), "drop `folder`")
	all := f.Bool("all", false, "probe every source and the provider of liveness")
	if len(args) == 0 || f.Parse(args[1:]) != nil || args[0] != "probe" && args[0] != "catalogue" {
		fmt.Fprintln(stderr, "用法：zhongfu exchange catalogue，或 zhongfu exchange probe [-all] [选项] 来源（liveness 是活体认证服务）")
		return exitUsage
	}
	c, err := app.OpenCatalogue(*folder, *endpoints)
	if err != nil {
		return fail(stderr, err)
	}
	if args[0] == "catalogue" {
		printCatalogue(stdout, c)
		return 0
	}
	provider, err := livenessProvider(*endpoints)
	if err != nil {
		return fail(stderr, err)
	}
	sources := append(c.Sources(), provider)
	if !*all {
		if sources = nil; f.NArg() == 1 {
			if s := c.Source(f.Arg(0)); s != nil {
				sources = []*exchange.Source{s}
			} else if f.Arg(0) == exchange.Liveness {
				sources = []*exchange.Source{provider}
			}
		}
		if sources == nil {
			fmt.Fprintln(stderr, "zhongfu: 请写一个来源的代号（zhongfu exchange catalogue 列出全部），或用 -all")
			return exitUsage
		}
	}
	keys := exchange.Keys{}
	if *keyFile != "" {
		if keys, err = exchange.OpenKeys(*keyFile, false); err != nil {
			return fail(stderr, err)
		}
	}
	carrier, failed := transport.NewHTTP(keys, clock.System{}), false
	for _, s := range sources {
		if !probe(ctx, stdout, s, keys, *drop, carrier) {
			failed = true
		}
	}
	if failed {
		return exitFailed
	}
	return 0
}

// livenessProvider is the provider as the installation has it; without an address where it has none.
func livenessProvider(endpoints string) (*exchange.Source, error) {
	none := &exchange.Source{ID: exchange.Liveness, Name: "活体认证", Transport: exchange.Transport{Kind: exchange.HTTP}}
	if endpoints == "" {
		return none, nil
	}
	e, err := exchange.OpenEndpoints(endpoints)
	if err != nil {
		return nil, fmt.Errorf("接入配置 %s：%w", endpoints, err)
	}
	to, err := e.Liveness()
	switch {
	case err != nil:
		return nil, fmt.Errorf("接入配置 %s：%w", endpoints, err)
	case to != nil:
		return to, nil
	}
	none.Disabled = e[exchange.Liveness].Disabled
	return none, nil
}

func printCatalogue(w io.Writer, c *exchange.Catalogue) {
	for _, s := range c.Sources() {
		var names []string
		for i := range s.Classes {
			names = append(names, s.Classes[i].Name)
		}
		fmt.Fprintf(w, "%-20s %-9s %s：%s\n", s.ID, s.Transport.Kind, s.Name, strings.Join(names, "、"))
	}
	fmt.Fprintf(w, "共 %d 个来源，%d 类数据\n", len(c.Sources()), len(c.Classes()))
}

// probe says in Chinese what is wrong with a source and what to do.
func probe(ctx context.Context, w io.Writer, s *exchange.Source, keys exchange.Keys, drop string, carrier *transport.HTTP) bool {
	say := func(ok bool, format string, a ...any) bool {
		mark := "✗"
		if ok {
			mark = "✓"
		}
		fmt.Fprintf(w, "%s %s（%s）：%s\n", mark, s.Name, s.ID, fmt.Sprintf(format, a...))
		return ok
	}
	_, key := keys[s.ID]
	switch {
	case s.ID == exchange.Liveness && (s.Disabled || !s.Configured()):
		return say(true, "没有接入，活体认证的人员到期后全部入户核查。接入请在接入配置（-endpoints）里写 source: liveness 和 url。")
	case s.Disabled:
		return say(true, "已在接入配置中停用，不查询。")
	case s.Transport.Kind == exchange.Desk:
		return say(true, "由部门人员在屏幕上或表格里答复，不需要接入。")
	case !s.Configured():
		return say(false, "没有地址。请在接入配置（-endpoints）里写 source: %s 和 url。", s.ID)
	case !key:
		return say(false, "没有共享密钥。请在密钥文件（-keys）里加入 %s。", s.ID)
	case s.Transport.Kind == exchange.File:
		if info, err := os.Stat(drop); drop == "" || err != nil || !info.IsDir() {
			return say(false, "交换文件夹不存在。请用 -drop 指明，并挂载好共享目录。")
		}
		return say(true, "交换文件夹在，密钥在。")
	}
	skew, err := carrier.Health(ctx, s)
	switch {
	case err != nil:
		return say(false, "健康检查没有通过：%v。请核对地址、密钥、证书和网络。", err)
	case skew > exchange.Skew/2 || skew < -exchange.Skew/2:
		return say(false, "两边时钟相差 %s，超过一半容限（%s）。请校准时钟。", skew.Round(time.Second), exchange.Skew)
	}
	return say(true, "健康检查通过，时钟相差 %s。", skew)
}
