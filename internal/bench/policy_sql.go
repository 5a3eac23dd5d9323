package bench

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
)

// sqlArm is the rule as somebody would write it in SQL, on normalised tables.
type sqlArm struct {
	conn *pgx.Conn
	rule *loopRule
}

const policyTables = `
create unlogged table bench_household (id int primary key, division bigint not null, urban boolean not null, assets bigint not null,
  dwellings int not null, vehicles int not null, non_residential boolean not null, registration boolean not null, exempt boolean not null);
create unlogged table bench_member (household int not null, birth date not null, relation text not null, student text not null,
  imprisoned boolean not null, missing boolean not null, independent boolean not null, lives_together boolean not null, clergy_years int not null,
  wage bigint not null, business bigint not null, property bigint not null, transfer bigint not null, other bigint not null,
  rigid_spending bigint not null, employment_cost bigint not null);
create unlogged table bench_standard (county int primary key, urban bigint not null, rural bigint not null);`

// policySQL decides every household: outcome, amount in fen and the failed rules as the bits of loopRules.
const policySQL = `
with counted as (
  select household, count(*) as size,
    sum(wage + business + property + transfer + other)::bigint as income,
    sum(rigid_spending + least(employment_cost, wage + business))::bigint as deduction
  from bench_member
  where not (imprisoned or missing or clergy_years >= 3
    or independent and relation in ('20', '30') and birth <= date '1970-01-01' + %d
       and student not in ('preschool', 'primary', 'junior', 'senior', 'vocational', 'college', 'bachelor')
    or not lives_together and relation not in ('01', '02', '10', '11', '12', '20', '30'))
  group by household
), figures as (
  select h.*, coalesce(c.size, 0) as size, greatest(0, coalesce(c.income - c.deduction, 0)) as total,
    case when h.urban then s.urban else s.rural end as standard
  from bench_household h
  join bench_standard s on s.county = h.division / 1000000
  left join counted c on c.household = h.id
), judged as (
  select id, size * standard - total as gap,
    (size = 0)::int * 1 + (assets > %d::bigint * standard * size)::int * 2 + (dwellings > %d)::int * 4 + non_residential::int * 8
    + (vehicles <> 0)::int * 16 + (registration and not exempt)::int * 32 + (total >= size * standard)::int * 64 as failed
  from figures
)
select id, (failed = 0)::int as outcome, case when failed = 0 then greatest(0, gap) else 0 end as amount, failed from judged`

func (p *policyRun) openSQL(ctx context.Context) (*sqlArm, error) {
	if err := p.o.Server.create(ctx, policyName); err != nil {
		return nil, err
	}
	url, err := p.o.Server.url(policyName)
	if err != nil {
		return nil, err
	}
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return nil, err
	}
	a := &sqlArm{conn, p.rule}
	if _, err := conn.Exec(ctx, policyTables); err != nil {
		return a, err
	}
	if err := p.fillSQL(ctx, conn); err != nil {
		return a, err
	}
	_, err = conn.Exec(ctx, "vacuum (analyze) bench_household, bench_member, bench_standard")
	return a, err
}

func (p *policyRun) fillSQL(ctx context.Context, conn *pgx.Conn) error {
	relation, student := p.pack.Fact(policy.OfMember, "relation").Options, p.pack.Fact(policy.OfMember, "student_stage").Options
	households := pgx.CopyFromSlice(len(p.structs), func(i int) ([]any, error) {
		h := &p.structs[i]
		return []any{int32(i), h.division, h.urban, h.assets, h.dwellings, h.vehicles, h.nonResidential, h.registration, h.exempt}, nil
	})
	i, k := 0, 0
	members := pgx.CopyFromFunc(func() ([]any, error) {
		for i < len(p.structs) && k == len(p.structs[i].members) {
			i, k = i+1, 0
		}
		if i == len(p.structs) {
			return nil, nil
		}
		m := &p.structs[i].members[k]
		k++
		return []any{int32(i), calendar.Date(m.birth), relation[m.relation].Code, student[m.student].Code, m.imprisoned, m.missing, m.independent,
			m.livesTogether, m.clergyYears, m.wage, m.business, m.property, m.transfer, m.other, m.rigidSpending, m.employmentCost}, nil
	})
	standards := pgx.CopyFromSlice(len(p.rule.standards), func(i int) ([]any, error) {
		return []any{int32(p.rule.county) + int32(i), p.rule.standards[i][1], p.rule.standards[i][0]}, nil
	})
	for _, t := range []struct {
		name    string
		columns []string
		rows    pgx.CopyFromSource
	}{
		{"bench_household", []string{"id", "division", "urban", "assets", "dwellings", "vehicles", "non_residential", "registration", "exempt"}, households},
		{"bench_member", []string{"household", "birth", "relation", "student", "imprisoned", "missing", "independent", "lives_together", "clergy_years",
			"wage", "business", "property", "transfer", "other", "rigid_spending", "employment_cost"}, members},
		{"bench_standard", []string{"county", "urban", "rural"}, standards},
	} {
		if _, err := conn.CopyFrom(ctx, pgx.Identifier{t.name}, t.columns, t.rows); err != nil {
			return fmt.Errorf("bench: %s: %w", t.name, err)
		}
	}
	return nil
}

// decide writes the decisions into a table of their own, as the other arms write theirs into lists.
func (a *sqlArm) decide(ctx context.Context) error {
	if _, err := a.conn.Exec(ctx, "drop table if exists bench_decision"); err != nil {
		return err
	}
	_, err := a.conn.Exec(ctx, fmt.Sprintf("create unlogged table bench_decision as "+policySQL, a.rule.adult, a.rule.months, a.rule.dwellings))
	return err
}

func (a *sqlArm) agree(ctx context.Context, it *columnar.ItemResult, failed []uint64) error {
	rows, err := a.conn.Query(ctx, "select id, outcome, amount, failed from bench_decision")
	if err != nil {
		return err
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		var id, outcome, bits int32
		var amount int64
		if err := rows.Scan(&id, &outcome, &amount, &bits); err != nil {
			return err
		}
		n++
		if columnar.Outcome(outcome) != it.Outcome[id] || amount != it.Amount[id] || uint64(bits) != failed[id] {
			return fmt.Errorf("bench: household %d: SQL says %d %d %b, the engine %s %d %b", id, outcome, amount, bits, it.Outcome[id], it.Amount[id], failed[id])
		}
	}
	if n != len(failed) {
		return fmt.Errorf("bench: SQL decided %d of %d households", n, len(failed))
	}
	return rows.Err()
}

func (a *sqlArm) close(ctx context.Context) { _ = a.conn.Close(context.WithoutCancel(ctx)) }
