// Package bench measures the platform against baselines taken in the same run: whole requests against a plain net/http
// handler that runs the very same statements over plain pgx, bulk loads against a plain COPY of the same bytes, and the
// parts that carry them (policy, audit chain, sealing, synthetic households). It promises ratios that can be compared from
// one machine to the next, and says where an aim is missed.
//
// It serves no clause of law; it keeps the promise of the platform to be quick at the size of a province.
package bench
