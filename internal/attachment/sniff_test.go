package attachment_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"zhongfu/internal/attachment"
	"zhongfu/internal/errs"
)

func photo(w, h int) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for x := range w {
		for y := range h {
			m.Set(x, y, color.RGBA{uint8(x * 7), uint8(y * 5), uint8(x * y), 255})
		}
	}
	return m
}

func jpegFile(w, h int) []byte {
	var b bytes.Buffer
	_ = jpeg.Encode(&b, photo(w, h), nil)
	return b.Bytes()
}

func pngFile(w, h int) []byte {
	var b bytes.Buffer
	_ = png.Encode(&b, photo(w, h))
	return b.Bytes()
}

// webpFile is a lossless picture's container with a header of the given size.
func webpFile(w, h int) []byte {
	body := make([]byte, 24)
	body[0] = 0x2f
	binary.LittleEndian.PutUint32(body[1:], uint32(w-1)|uint32(h-1)<<14)
	out := append([]byte("RIFF"), 0, 0, 0, 0)
	out = append(out, "WEBPVP8L"...)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(body)))
	out = append(out, body...)
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}

func pdfFile(inside string) []byte {
	return []byte("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n" + inside + "\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n50\n%%EOF\n")
}

// pngOf writes a PNG whose header claims a size that its data does not have.
func pngOf(w, h uint32) []byte {
	p := pngFile(20, 20)
	binary.BigEndian.PutUint32(p[16:], w)
	binary.BigEndian.PutUint32(p[20:], h)
	binary.BigEndian.PutUint32(p[29:], crc32.ChecksumIEEE(p[12:29]))
	return p
}

func TestGoodFilesAreTaken(t *testing.T) {
	withThumbnail := jpegFile(64, 48)
	inner := append([]byte{0xff, 0xe1}, 0, 0)
	inner = append(inner, jpegFile(16, 16)...) // a whole picture inside a segment does not end the outer one
	binary.BigEndian.PutUint16(inner[2:], uint16(len(inner)-2))
	withThumbnail = slices.Concat(withThumbnail[:2], inner, withThumbnail[2:])
	for name, c := range map[string]struct {
		data []byte
		mime string
		w, h int
	}{
		"jpeg":      {jpegFile(64, 48), attachment.JPEG, 64, 48},
		"thumbnail": {withThumbnail, attachment.JPEG, 64, 48},
		"png":       {pngFile(40, 30), attachment.PNG, 40, 30},
		"webp":      {webpFile(1200, 900), attachment.WebP, 1200, 900},
		"pdf":       {pdfFile(""), attachment.PDF, 0, 0},
	} {
		f, err := attachment.Sniff(c.data)
		if err != nil || f.MIME != c.mime || f.Width != c.w || f.Height != c.h || !bytes.Equal(f.Content, c.data) {
			t.Errorf("%s: %s %d×%d, %d of %d bytes, %v", name, f.MIME, f.Width, f.Height, len(f.Content), len(c.data), err)
		}
	}
}

func TestAttacksAndDamageAreRefusedWithTheWayOut(t *testing.T) {
	j, p, w := jpegFile(64, 48), pngFile(40, 30), webpFile(100, 100)
	broken := slices.Clone(p)
	broken[40] ^= 1
	for name, c := range map[string]struct {
		data []byte
		say  string
	}{
		"empty":               {nil, "重新选择"},
		"program":             {append([]byte("MZ\x90\x00"), make([]byte, 200)...), "可执行程序"},
		"elf":                 {[]byte("\x7fELF\x02\x01\x01"), "可执行程序"},
		"zip":                 {[]byte("PK\x03\x04xxxxxxxxxxxxxxxx"), "解压"},
		"heic":                {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), "兼容性最佳"},
		"html":                {[]byte("<html><script>alert(1)</script></html>"), "改文件名不起作用"},
		"svg":                 {[]byte("<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>"), "改文件名不起作用"},
		"gif":                 {[]byte("GIF89a\x01\x00\x01\x00"), "改文件名不起作用"},
		"jpeg magic only":     {[]byte{0xff, 0xd8, 0xff}, "重新拍照"},
		"truncated jpeg":      {j[:len(j)-2], "重新拍照"},
		"half a jpeg":         {j[:len(j)/2], "重新拍照"},
		"jpeg without scan":   {[]byte{0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9}, "重新拍照"},
		"truncated png":       {p[:len(p)-12], "重新拍照"},
		"png with wrong sum":  {broken, "重新拍照"},
		"truncated webp":      {w[:len(w)-3], "重新拍照"},
		"huge png":            {pngOf(60000, 60000), "缩小"},
		"png bomb":            {pngOf(15000, 15000), "缩小"},
		"one pixel":           {pngFile(1, 1), "看不清"},
		"program after magic": {append([]byte{0xff, 0xd8, 0xff, 0xe0}, "MZ this program"...), "重新拍照"},
		"pdf without end":     {pdfFile("")[:60], "重新扫描"},
		"pdf with script":     {pdfFile("<</S/JavaScript/JS(app.alert(1))>>"), "打印为 PDF"},
		"pdf with a file":     {pdfFile("<</Type/EmbeddedFile>>"), "打印为 PDF"},
		"pdf behind zip":      {append(pdfFile(""), bytes.Repeat([]byte("PK\x01\x02"), 600)...), "重新扫描"},
		"pdf after junk":      {append([]byte("GIF89a"), pdfFile("")...), "改文件名不起作用"},
		"too large":           {make([]byte, attachment.MaxBytes+1), "10 MB"},
	} {
		_, err := attachment.Sniff(c.data)
		e := errs.As(err)
		if e == nil || e.Kind != errs.Invalid || len(e.Fields) != 1 || e.Fields[0].Name != "file" || !strings.Contains(e.Message, c.say) {
			t.Errorf("%s: %v, want a refusal that says %q", name, err, c.say)
		}
	}
}

func TestWhatFollowsTheEndIsCutOff(t *testing.T) {
	evil := []byte("PK\x03\x04<script>alert(document.cookie)</script>PK\x05\x06")
	for name, good := range map[string][]byte{"jpeg": jpegFile(64, 48), "png": pngFile(40, 30), "webp": webpFile(100, 100), "pdf": pdfFile("")} {
		f, err := attachment.Sniff(append(slices.Clone(good), evil...))
		if err != nil || !bytes.Equal(f.Content, good) {
			t.Errorf("%s: %d bytes kept of %d good ones, %v", name, len(f.Content), len(good), err)
		}
	}
}

func TestNames(t *testing.T) {
	for in, want := range map[string]string{
		"身份证.jpg":                         "身份证.jpg",
		`C:\Users\li\照片.JPEG`:             "照片.JPEG",
		"../../etc/passwd":                "passwd.jpg",
		"/etc/cron.d/x.jpg":               "x.jpg",
		"..":                              "未命名.jpg",
		"":                                "未命名.jpg",
		"a\x00b\r\nSet-Cookie: x.jpg":     "abSet-Cookie x.jpg",
		"\u202egpj.exe.jpg":               "gpj.exe.jpg",
		`"><script>.jpg`:                  "script.jpg",
		"   .jpg":                         "jpg.jpg",
		"户口簿":                             "户口簿.jpg",
		"\xff\xfe.jpg":                    "jpg.jpg",
		strings.Repeat("长", 300) + ".jpg": strings.Repeat("长", 100) + ".jpg",
	} {
		if got, err := attachment.CleanName(in, attachment.JPEG); err != nil || got != want {
			t.Errorf("CleanName(%q) = %q, %v, want %q", in, got, err, want)
		}
	}
	for _, in := range []string{"a.png", "合同.pdf", "x.exe", "x.jpg.exe", "x.html", "a.webp"} {
		_, err := attachment.CleanName(in, attachment.JPEG)
		if e := errs.As(err); e == nil || !strings.Contains(e.Message, "JPG 图片") || !strings.Contains(e.Message, "改为") {
			t.Errorf("CleanName(%q) for a JPEG: %v", in, err)
		}
	}
}

func FuzzSniff(f *testing.F) {
	for _, seed := range [][]byte{jpegFile(20, 20), pngFile(20, 20), webpFile(20, 20), pdfFile(""), []byte("MZ"), {0xff, 0xd8, 0xff}, pngOf(1, 1<<31)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := attachment.Sniff(data)
		if err != nil {
			if e := errs.As(err); e == nil || e.Kind != errs.Invalid {
				t.Fatalf("a strange refusal: %v", err)
			}
			return
		}
		if len(file.Content) == 0 || len(file.Content) > len(data)+1 || len(file.Content) > attachment.MaxBytes {
			t.Fatalf("%d bytes became %d", len(data), len(file.Content))
		}
		// What is kept is taken again, unchanged: the same file is one attachment.
		again, err := attachment.Sniff(file.Content)
		if err != nil || again.MIME != file.MIME || !bytes.Equal(again.Content, file.Content) {
			t.Fatalf("what was kept is not taken again: %v", err)
		}
		if file.MIME != attachment.PDF && (file.Width < 16 || file.Height < 16) {
			t.Fatal(fmt.Sprintf("a picture of %d×%d", file.Width, file.Height))
		}
	})
}
