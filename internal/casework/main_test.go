package casework_test

import (
	"flag"
	"os"
	"testing"
)

// A random walk through a case takes a quarter of a second: fifty of them unless more are asked for, -rapid.checks=1000.
func TestMain(m *testing.M) {
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	if !given {
		if err := flag.Set("rapid.checks", "50"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
