package attachment

import (
	"bytes"

	"zhongfu/internal/errs"
)

// tail is how far from the end of the file readers look for the end mark of a PDF.
const tail = 1024

// active are the names of a PDF's parts that act by themselves or carry other files. A scan has none of them. They are
// long enough not to turn up in compressed data by chance.
var active = [][]byte{[]byte("/JavaScript"), []byte("/Launch"), []byte("/EmbeddedFile"), []byte("/RichMedia"), []byte("/SubmitForm")}

// document checks a PDF: it begins at the first byte, ends with its end mark, has a cross-reference, and does nothing by
// itself. What follows the last end mark is cut off.
func document(data []byte) (File, error) {
	end := bytes.LastIndex(data, []byte("%%EOF"))
	if end < 0 || end < len(data)-tail || !bytes.Contains(data, []byte("startxref")) {
		return File{}, errs.Bad("file", "PDF 文件不完整或已损坏；请在电脑或手机上打开核对，重新扫描或重新导出后上传。")
	}
	for _, name := range active {
		if bytes.Contains(data, name) {
			return File{}, errs.Bad("file", "PDF 中含有脚本、附件或可执行内容，不能上传；请用“打印为 PDF”另存一份，或直接上传照片。")
		}
	}
	content := append(data[:end:end], "%%EOF\n"...)
	if len(content) > MaxBytes { // the end mark stood at the very end without its line feed
		content = content[:MaxBytes]
	}
	return File{MIME: PDF, Content: content}, nil
}
