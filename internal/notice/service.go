package notice

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/postgres"
	"zhongfu/internal/seal"
	"zhongfu/internal/throttle"
)

// publicItems are the benefits whose recipients are published. A benefit that is not named here is never shown: those
// for children, for disability and for illness would tell what must not be told (art 24; facts.md section 9).
var publicItems = []string{"dibao", "dibao_single", "dibao_marginal", "tekun", "expenditure_hardship"}

// adult is the age from which a name is published.
const adult = 18

// ObjectionSink is told of each objection in the transaction that keeps it; package casework opens the duty to handle it.
type ObjectionSink interface {
	ObjectionRaised(ctx context.Context, tx pgx.Tx, caseID, noticeID, objectionID uuid.UUID) error
}

// Service is the public board.
type Service struct {
	db        *postgres.DB
	keys      *seal.Keyring
	clock     clock.Clock
	divisions *division.Index
	sink      ObjectionSink
	limit     *throttle.Limiter
}

// New makes the service.
func New(db *postgres.DB, keys *seal.Keyring, c clock.Clock, divisions *division.Index, sink ObjectionSink) *Service {
	return &Service{db: db, keys: keys, clock: c, divisions: divisions, sink: sink, limit: throttle.New(bucketSize, refill)}
}

// Office is whom to call.
type Office struct {
	Name  string `json:"name"`
	Phone string `json:"phone"`
}

func officeOf(ctx context.Context, tx pgx.Tx, code int64) (*Office, error) {
	var o Office
	err := tx.QueryRow(ctx, `select name, phone from organisation where division = $1 and kind = 'township' and active
		order by created_at, id limit 1`, division.At(code, division.Town)).Scan(&o.Name, &o.Phone)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil
	}
	return &o, err
}

// reader reads what is published. The public has no scope of its own; the statements name the published columns only.
func reader() access.Actor { return access.System("公示栏") }

func (s *Service) placeOf(code int64) (division.Division, error) {
	d, ok := s.divisions.Get(code)
	if !ok || d.Placeholder {
		return d, errs.Bad("division", "没有这个行政区划，请从列表中选择所在的村（社区）。")
	}
	return d, nil
}
