package bench

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"

	"zhongfu/internal/seal"
)

// machine describes what was measured on, without naming it.
func machine() string {
	model, mem := "", ""
	for line := range strings.Lines(readFile("/proc/cpuinfo")) {
		if k, v, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(k) == "model name" {
			model = strings.TrimSpace(v)
			break
		}
	}
	for line := range strings.Lines(readFile("/proc/meminfo")) {
		if v, ok := strings.CutPrefix(line, "MemTotal:"); ok {
			kb, _ := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(v), " kB"), 64)
			mem = fmt.Sprintf("%.0f GiB", kb/1024/1024)
		}
	}
	out := fmt.Sprintf("%d cores", runtime.NumCPU())
	if model != "" {
		out += " (" + model + ")"
	}
	if mem != "" {
		out += ", " + mem
	}
	return out + ", " + runtime.GOOS + "/" + runtime.GOARCH + ", " + runtime.Version()
}

// busy is the load of the machine: others that work on it spoil every figure.
func busy() string {
	f := strings.Fields(readFile("/proc/loadavg"))
	if len(f) == 0 {
		return "unknown"
	}
	return f[0]
}

func readFile(path string) string {
	b, err := os.ReadFile(path)
	if err != nil {
		return "" // not Linux: the report goes without
	}
	return string(b)
}

// peakKB is the most memory that this process has held since resetPeak.
func peakKB() int64 {
	for line := range strings.Lines(readFile("/proc/self/status")) {
		if v, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kb, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(v), " kB"), 10, 64)
			return kb
		}
	}
	return 0
}

// resetPeak begins a new peak, where the system allows it.
func resetPeak() { _ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) }

func openKeys(file string) (*seal.Keyring, error) { return seal.Open(file, true) }
