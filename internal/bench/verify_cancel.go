package bench

import (
	"context"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/verification"
)

var supervisor = access.Actor{Staff: uuid.New(), Name: "测量", Role: access.ProvinceSupervisor, Level: access.Province, Division: 440000000000, Lo: 440000000000, Hi: 449999999999}

// cancel orders once more about the people of the largest order, what nobody has asked about them yet, and takes it back while all of it
// waits.
func (v *verifyRun) cancel(ctx context.Context) error {
	var classes []string
	for _, src := range v.sources {
		for _, class := range src.Classes[1:] {
			classes = append(classes, class.ID)
		}
	}
	in := verification.OrderInput{ID: uuid.Must(uuid.NewV7()), Kind: verification.KindBatch, Title: "测量", Place: supervisor.Division, Purpose: verification.ForAssistance, Classes: classes[:min(len(classes), len(v.sources))],
		Batch: verification.BatchSelection{Categories: []string{verifyKinds[len(verifyKinds)-1]}}, Priority: verification.OfBatch}
	if _, err := v.app.Services.Verification.Order(ctx, supervisor, in); err != nil {
		return err
	}
	if err := v.await(ctx, in.ID, "preparing"); err != nil {
		return err
	}
	if err := v.owner.QueryRow(ctx, `select count(*) from verification_item where order_id = $1 and state = 'waiting'`, in.ID).Scan(&v.out.Cancel.Lines); err != nil {
		return err
	}
	start := time.Now()
	if _, err := v.app.Services.Verification.Cancel(ctx, supervisor, in.ID, "测量"); err != nil {
		return err
	}
	v.out.Cancel.Told = time.Since(start)
	for left := 1; left > 0; time.Sleep(200 * time.Millisecond) {
		if err := v.owner.QueryRow(ctx, `select count(*) from (select from verification_item where order_id = $1 and state = 'waiting' limit 1) w`, in.ID).Scan(&left); err != nil {
			return err
		}
	}
	v.out.Cancel.Ended = time.Since(start)
	v.say("  取消 %d 项：%.1f 秒答复，%.1f 秒后全部结束", v.out.Cancel.Lines, v.out.Cancel.Told.Seconds(), v.out.Cancel.Ended.Seconds())
	return nil
}
