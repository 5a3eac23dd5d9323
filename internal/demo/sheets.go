package demo

import (
	"context"
	"iter"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/internal/population"
	"zhongfu/internal/synth"
)

// chunkSheets is how many households are turned into sheets at a time.
const chunkSheets = 2000

// copySheets writes the sheet of each household of the register, from the facts that its cases use as well.
func copySheets(ctx context.Context, tx pgx.Tx, pack *policy.Pack, now time.Time, asOf calendar.Date, all iter.Seq[registered], progress func(n int)) error {
	layout, err := population.EnsureLayout(ctx, tx, pack, now)
	if err != nil {
		return err
	}
	households, rows, done := make([]*synth.Household, 0, chunkSheets), make([]population.Row, 0, chunkSheets), 0
	write := func() error {
		if _, err := population.Copy(ctx, tx, layout, population.FromSynthetic(pack, households), rows); err != nil {
			return err
		}
		done += len(rows)
		progress(done)
		households, rows = households[:0], rows[:0]
		return nil
	}
	for r := range all {
		households = append(households, &r.Household)
		rows = append(rows, population.Row{Household: r.id, People: r.people, Urban: r.Urban, AsOf: asOf, Source: population.SourceSynthetic})
		if len(rows) == chunkSheets {
			if err := write(); err != nil {
				return err
			}
		}
	}
	return write()
}
