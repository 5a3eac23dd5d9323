package attachment

import (
	"strings"
	"unicode"

	"zhongfu/internal/errs"
)

const maxName = 100 // runes

var extensions = map[string][]string{JPEG: {"jpg", "jpeg", "jfif"}, PNG: {"png"}, WebP: {"webp"}, PDF: {"pdf"}}

var mimeNames = map[string]string{JPEG: "JPG 图片", PNG: "PNG 图片", WebP: "WebP 图片", PDF: "PDF 文档"}

// CleanName returns the name that an attachment is kept under: the last part of whatever path the browser sent, without
// control and direction characters, cut to a sane length, ending as its content demands. A name that claims another type
// than the content has is refused on the field "file".
func CleanName(name, mime string) (string, error) {
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar || strings.ContainsRune(`<>:"|?*`, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	name = strings.Trim(name, " .　")
	stem, ext := name, ""
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		stem, ext = name[:i], name[i+1:]
	}
	want := extensions[mime]
	if ext != "" && !contains(want, strings.ToLower(ext)) {
		return "", errs.Bad("file", "文件名以“.%s”结尾，内容却是 %s；请核对选对了文件，把文件名改为以“.%s”结尾后重新上传。", clip(ext, 10), mimeNames[mime], want[0])
	}
	if ext == "" {
		ext = want[0]
	}
	if stem = strings.Trim(clip(stem, maxName), " .　"); stem == "" {
		stem = "未命名"
	}
	return stem + "." + ext, nil
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

func clip(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}
