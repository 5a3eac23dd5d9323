// Package faultrun puts the promises of package verification to the proof: real orders through the service, the real program in a
// process of its own that is killed, a real PostgreSQL that is restarted, and the department simulator with every fault on.
// Afterwards it compares the program's books with the simulator's, and says of each promise how often it was broken.
package faultrun
