// Package codes holds the code tables that forms, files and papers share: national standards by their number (GB/T 2261,
// 3304, 4658, 4761, 26341) and the few tables of our own where no national one was found. A table turns a code into its
// Chinese label, tells whether a code exists, and lists its entries in the order screens show them.
//
// What stands in the database is always the code, never the label.
package codes
