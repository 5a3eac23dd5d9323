// Package app is the composition root: configuration → database → services → HTTP, workers and schedules. It is the only
// package that knows all the others.
package app
