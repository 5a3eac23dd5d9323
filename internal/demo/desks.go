package demo

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/verification"
)

// Orders places orders to verify; the program's own service.
type Orders interface {
	Order(ctx context.Context, actor access.Actor, in verification.OrderInput) (verification.Order, error)
}

// openWindows says which office answers for which source.
func openWindows(ctx context.Context, tx pgx.Tx, c *crew) error {
	b := &pgx.Batch{}
	for _, w := range windows {
		a := c.actors[w.login]
		b.Queue(`insert into source_desk (organisation_id, source, division, by_name, created_at) values ($1, $2, $3, $4, $5)`, a.Organisation, w.source, w.division, "演示数据", epoch)
	}
	return tx.SendBatch(ctx, b).Close()
}

// asked are the counties whose windows have questions as soon as the program runs.
var asked = counties[:2]

// askWindows has everybody on dibao in some counties verified with the sources that people answer for.
func (l *Loader) askWindows(ctx context.Context, c *crew, seed uint64) error {
	if l.Orders == nil {
		return nil
	}
	for _, at := range asked {
		in := verification.OrderInput{ID: uuid.NewSHA1(uuid.NameSpaceOID, fmt.Appendf(nil, "desk %d %d", seed, at.code)), Kind: verification.KindBatch, Title: "低保定期核对：司法、港澳", Place: at.code,
			Purpose: verification.ForAssistance, Classes: []string{"imprisonment", "legal_aid", "hkmo_income", "hkmo_asset"}, Priority: verification.OfBatch}
		in.Batch.Categories = []string{"dibao"}
		if _, err := l.Orders.Order(ctx, c.actors["verifier."+at.slug], in); err != nil {
			return err
		}
	}
	return nil
}
