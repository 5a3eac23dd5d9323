package columnar

import "unsafe"

// list is make, with large pages asked for where the list is long: a province has some gigabytes of columns, and the first
// touch of every page of 4 KiB costs more than filling it, many times more on a virtual machine.
func list[T int64 | int32 | uint8](n int) []T {
	const worth = 256 << 10
	l := make([]T, n)
	if n > 0 {
		if size := n * int(unsafe.Sizeof(l[0])); size >= worth {
			largePages(uintptr(unsafe.Pointer(&l[0])), uintptr(size))
		}
	}
	return l
}
