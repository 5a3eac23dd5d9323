package columnar

import "syscall"

// largePages tells the kernel that the memory is used as a whole. The range is widened to whole large pages, because a list
// rarely begins at one: its neighbours in the heap then lie in large pages too, which changes nothing for them. It is advice;
// where the kernel has no large pages to give, or the range reaches past the heap, nothing happens.
func largePages(from, size uintptr) {
	const page = 2 << 20
	end := (from + size + page - 1) / page * page
	from = from / page * page
	_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, from, end-from, syscall.MADV_HUGEPAGE)
}
