package app

import (
	"os"

	"zhongfu/internal/verification/report"
)

// chromium is the browser that prints PDFs: what ZHONGFU_CHROMIUM names ("none" for no PDFs), else one that the machine has.
func chromium() string {
	switch path := os.Getenv("ZHONGFU_CHROMIUM"); path {
	case "":
		return report.FindChromium()
	case "none":
		return ""
	default:
		return path
	}
}
