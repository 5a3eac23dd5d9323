package registry

import "github.com/jackc/pgx/v5/pgconn"

type commandTag = pgconn.CommandTag
