package attachment

import (
	"bytes"
	"image"
	_ "image/jpeg" // registers the header decoders used by image.DecodeConfig
	_ "image/png"

	"zhongfu/internal/errs"
)

// Limits of a file.
const (
	MaxBytes  = 10 << 20
	minSide   = 16          // pixels; smaller shows nothing
	maxSide   = 16_000      // pixels
	maxPixels = 120_000_000 // what a viewer has to hold in memory
)

// MIME types that are taken.
const (
	JPEG = "image/jpeg"
	PNG  = "image/png"
	WebP = "image/webp"
	PDF  = "application/pdf"
)

// File is a checked file: its type by content, and its bytes up to where the format says that it ends.
type File struct {
	MIME          string
	Content       []byte
	Width, Height int // pixels; 0 for PDF
}

// Sniff tells what the bytes are and checks them whole: structure, end, dimensions. It answers an *errs.Error on the
// field "file" that says what is wrong and what to do. It never looks at a name.
func Sniff(data []byte) (File, error) {
	switch {
	case len(data) == 0:
		return File{}, errs.Bad("file", "文件是空的，请重新选择文件上传。")
	case len(data) > MaxBytes:
		return File{}, tooLarge()
	}
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xd8, 0xff}):
		return picture(JPEG, data, jpegEnd)
	case bytes.HasPrefix(data, pngMagic):
		return picture(PNG, data, pngEnd)
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return picture(WebP, data, webpEnd)
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return document(data)
	}
	return File{}, refuse(data)
}

func tooLarge() error {
	return errs.Bad("file", "文件超过 10 MB；请用手机或扫描软件降低清晰度、压缩后再上传，或分成几个文件。")
}

// refuse names what people often hand in by mistake.
func refuse(data []byte) error {
	switch {
	case len(data) >= 12 && string(data[4:8]) == "ftyp" && (bytes.HasPrefix(data[8:], []byte("hei")) || bytes.HasPrefix(data[8:], []byte("mif1"))):
		return errs.Bad("file", "这是 HEIC 格式的照片；请在手机“设置—相机—格式”中选择“兼容性最佳”后重拍，或先转换为 JPG 再上传。")
	case bytes.HasPrefix(data, []byte("MZ")), bytes.HasPrefix(data, []byte("\x7fELF")):
		return errs.Bad("file", "这是可执行程序，不是照片或扫描件，不能上传；请检查文件来源，重新拍照或扫描。")
	case bytes.HasPrefix(data, []byte("PK")), bytes.HasPrefix(data, []byte("Rar!")), bytes.HasPrefix(data, []byte("7z\xbc\xaf")):
		return errs.Bad("file", "这是压缩包或办公文档；请解压后逐个上传照片，或把文档另存为 PDF 再上传。")
	}
	return errs.Bad("file", "文件内容不是 JPG、PNG、WebP 图片或 PDF，改文件名不起作用；请重新拍照、扫描或另存为 PDF 后上传。")
}

func damaged() error {
	return errs.Bad("file", "图片不完整或已损坏，可能是传输中断；请在相册中打开核对，重新拍照后再上传。")
}

// picture checks structure and dimensions and cuts off what follows the end.
func picture(mime string, data []byte, end func([]byte) int) (File, error) {
	n := end(data)
	if n <= 0 || n > len(data) {
		return File{}, damaged()
	}
	data = data[:n]
	w, h := 0, 0
	if mime == WebP {
		w, h = webpSize(data)
	} else if cfg, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
		w, h = cfg.Width, cfg.Height
	}
	switch {
	case w <= 0 || h <= 0:
		return File{}, damaged()
	case w < minSide || h < minSide:
		return File{}, errs.Bad("file", "图片只有 %d×%d 像素，看不清内容；请重新拍照后上传。", w, h)
	case w > maxSide || h > maxSide || w*h > maxPixels:
		return File{}, errs.Bad("file", "图片尺寸过大（%d×%d 像素）；请缩小到每边不超过 %d 像素后上传。", w, h, maxSide)
	}
	return File{MIME: mime, Content: data, Width: w, Height: h}, nil
}
