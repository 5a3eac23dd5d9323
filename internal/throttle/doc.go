// Package throttle slows down who asks too often without signing in: a bucket of tokens per address, in memory only. It
// remembers addresses for as long as their bucket fills again and writes nothing down.
package throttle
