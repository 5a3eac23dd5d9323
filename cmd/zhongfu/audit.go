package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/google/uuid"

	"zhongfu/internal/app"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/postgres"
	"zhongfu/internal/seal"
)

const auditUsage = `用法：zhongfu audit verify [选项]

  重新计算整条审计链，逐条列出被改动、缺失或插入的记录（编号、时间、类型）。
  最后打印已签名的链头“序号:散列值”：请定期抄录在系统之外；下次用 --head 核对，可发现连同签名一起的改写。

退出码：0 完好；1 发现问题或无法核验；2 用法有误
`

// auditCommand runs zhongfu audit verify and returns 1 when the trail was tampered with.
func auditCommand(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 || args[0] != "verify" {
		fmt.Fprint(stderr, auditUsage)
		return exitUsage
	}
	fs := flag.NewFlagSet("audit verify", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprint(stderr, auditUsage, "\n")
		fs.PrintDefaults()
	}
	src := databaseFlags(fs)
	keys := fs.String("keys", os.Getenv("ZHONGFU_KEYS"), "key `file`; empty means keys.json in the data folder")
	head := fs.String("head", "", "链头 `序号:散列值`，此前抄录的")
	if err := fs.Parse(args[1:]); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return exitUsage
	}
	var noted *audit.Head
	if *head != "" {
		h, err := audit.ParseHead(*head)
		if err != nil {
			fmt.Fprintln(stderr, err)
			return exitUsage
		}
		noted = &h
	}
	if *keys == "" {
		*keys = app.KeyFileIn(src.data)
	}
	v, err := verifyTrail(ctx, src, *keys, noted)
	if err != nil {
		return fail(stderr, err)
	}
	return printVerification(stdout, v)
}

func verifyTrail(ctx context.Context, src *source, keys string, noted *audit.Head) (v audit.Verification, err error) {
	keyring, err := seal.Open(keys, false)
	if err != nil {
		return v, fmt.Errorf("没有签名密钥就不能核验：%w", err)
	}
	server, err := src.open(ctx)
	if err != nil {
		return v, err
	}
	defer func() { err = errors.Join(err, server.close()) }()
	db, err := postgres.Open(ctx, server.url, 2)
	if err != nil {
		return v, err
	}
	defer db.Close()
	return audit.Verify(ctx, db, keyring, noted)
}

// printVerification writes one line for each fault and a summary.
func printVerification(w io.Writer, v audit.Verification) int {
	for _, f := range v.Faults {
		event, at := "－", "－"
		if f.Event != uuid.Nil {
			event = f.Event.String()
		}
		if !f.At.IsZero() {
			at = f.At.In(calendar.Zone).Format("2006-01-02 15:04:05.000000")
		}
		fmt.Fprintf(w, "%s\t%s\t%s（%s）\t%s\n", event, at, f.Kind.Label(), f.Kind, f.Text)
	}
	if v.More > 0 {
		fmt.Fprintf(w, "……另有 %d 处，未逐条列出。\n", v.More)
	}
	fmt.Fprintf(w, "记录 %d 条，已封存 %d 条，待封存 %d 条。\n", v.Events, v.Sealed, v.Waiting)
	if v.Head.N > 0 {
		fmt.Fprintf(w, "链头 %s\n", v.Head)
	}
	if !v.Sound() {
		fmt.Fprintf(w, "审计链有 %d 处问题。\n", int64(len(v.Faults))+v.More)
		return exitFailed
	}
	fmt.Fprintln(w, "审计链完好。")
	return 0
}
