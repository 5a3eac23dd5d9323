package report

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// pdfWithin is how long one PDF may take; a browser that hangs is killed.
const pdfWithin = time.Minute

// FindChromium looks for a browser that prints; empty where there is none.
func FindChromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// makePDF prints an issued report once; one that exists is left alone.
func (s *Service) makePDF(ctx context.Context, orderID, id uuid.UUID) error {
	if s.settings.Chromium == "" {
		return nil
	}
	var there bool
	if err := s.db.InRead(ctx, system, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select exists (select from verification_report_file where order_id = $1 and report_id = $2)`, orderID, id).Scan(&there)
	}); err != nil || there {
		return err
	}
	r, err := s.find(ctx, system, id)
	if err != nil {
		return err
	}
	// A later version must not mark the print of this one: the file says what was issued.
	r.Versions = nil
	html, err := render(&r, s.settings.Style)
	if err != nil {
		return err
	}
	pdf, err := printPDF(ctx, s.settings.Chromium, html)
	if err != nil {
		return err
	}
	digest := sm3.Sum(pdf)
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `insert into verification_report_file (order_id, report_id, division, pdf_sealed, digest, size, made_at) values ($1, $2, $3, $4, $5, $6, $7)
on conflict on constraint verification_report_file_pkey do nothing`, orderID, id, r.Place, s.keys.SealBytes(fieldPDF, pdf), digest[:], len(pdf), s.now())
		return err
	})
}

// printPDF lets the browser print a page that stands alone: no network, no profile that stays, a folder that goes.
func printPDF(ctx context.Context, chromium string, html []byte) ([]byte, error) {
	dir, err := os.MkdirTemp("", "zhongfu-pdf-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	page, out := filepath.Join(dir, "report.html"), filepath.Join(dir, "report.pdf")
	if err := os.WriteFile(page, html, 0o600); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, pdfWithin)
	defer cancel()
	cmd := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions",
		"--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir="+filepath.Join(dir, "profile"), "--no-pdf-header-footer",
		"--print-to-pdf="+out, "file://"+page)
	cmd.Env = []string{"HOME=" + dir, "PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8"}
	cmd.WaitDelay = 5 * time.Second
	if text, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("report: %s cannot print: %w: %.300s", chromium, err, text)
	}
	return os.ReadFile(out)
}

// PDF returns the file of a report. Looking is audited. NotFound while it is being made and where the installation makes none.
func (s *Service) PDF(ctx context.Context, actor access.Actor, id uuid.UUID) (name string, pdf []byte, err error) {
	r, err := s.find(ctx, actor, id)
	if err != nil {
		return "", nil, err
	}
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		var sealed []byte
		err := tx.QueryRow(ctx, `select pdf_sealed from verification_report_file where order_id = $1 and report_id = $2`, r.OrderID, id).Scan(&sealed)
		if errors.Is(err, pgx.ErrNoRows) {
			if s.settings.Chromium == "" {
				return errs.New(errs.NotFound, "no_pdf", "本机没有安装用来生成 PDF 的浏览器，请使用打印页，在打印时另存为 PDF。")
			}
			return errs.New(errs.NotFound, "pdf_coming", "PDF 正在生成，请稍候再下载。")
		}
		if err != nil {
			return err
		}
		if pdf, err = s.keys.OpenBytes(fieldPDF, sealed); err != nil {
			return err
		}
		return audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "verification.read", ObjectKind: "verification_report", ObjectID: r.Number, Root: r.OrderID, Division: r.Place,
			After: map[string]any{"version": r.Version}, Purpose: "下载核对报告 PDF"})
	})
	return fmt.Sprintf("核对报告-%s-第%d版.pdf", r.Number, r.Version), pdf, err
}
