// Package deptsim plays the departments of the catalogue, and the provider of 活体认证, for the demonstration, the tests and
// the measuring. It is a test instrument: the platform speaks with it as with a real department (docs/exchange.md) and no
// package of the platform imports it; only the command and the demonstration start it.
//
// It promises: the same seed and resident number give the same answer, in any order and on any machine; answers of people of
// the synthetic population fit their household, with a share of differences that 核对 is there to find; answers fit the
// catalogue for every class, also one that no line of Go knows; it believes no request that is not signed, of now and new;
// each fault is off until it is switched on, happens at its rate, is drawn from a seed and is counted; counts are bounded in
// memory and say so where the bound is met. See docs/deptsim.md.
package deptsim
