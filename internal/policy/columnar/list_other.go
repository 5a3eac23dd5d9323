//go:build !linux

package columnar

func largePages(uintptr, uintptr) {}
