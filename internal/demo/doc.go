// Package demo makes the demonstration province: real divisions, synthetic households spread like the villages, staff of
// every role in several towns and counties, and cases in every stage with their clock set round today. The same bulk
// loader at a million people feeds the benchmarks.
//
// Everything is deterministic by seed. Cases in progress are driven through the services themselves with a clock set
// back, so that their audit, tasks, papers and timelines are real; the register and the benefits of past years are loaded
// by COPY. Accounts made here work in demo mode only.
package demo
