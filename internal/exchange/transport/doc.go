// Package transport carries the messages of package exchange: HTTP with an answer at once or by callback, and files in a drop
// folder (docs/exchange.md; GD-2019 (五)).
//
// It promises: a message leaves signed and once; an answer is believed only when it is signed for this very question; redirects
// are not followed; what a department sends is never read past its limit; what went wrong comes back as a *exchange.Fault. In
// the drop folder a kill at any moment loses nothing and takes nothing twice that its taker does not take twice.
package transport
