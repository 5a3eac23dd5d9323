// Package local runs the program's own PostgreSQL where none is given: found on the machine or brought by npm, in a data
// folder that survives restarts, reachable only over a unix socket in a private folder, never as root, stopped cleanly
// with the program. A server left running by a killed program is taken over.
package local
