package api

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/textproto"
	"testing"

	"zhongfu/internal/errs"
)

// form writes an upload as browsers do: the file's name raw in UTF-8.
func form(t *testing.T, parts ...[3]string) (contentType string, body []byte) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, p := range parts {
		h := textproto.MIMEHeader{}
		d := fmt.Sprintf(`form-data; name=%q`, p[0])
		if p[1] != "" {
			d += `; filename="` + p[1] + `"`
		}
		h.Set("Content-Disposition", d)
		part, err := w.CreatePart(h)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = part.Write([]byte(p[2]))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return w.FormDataContentType(), b.Bytes()
}

func TestReadUpload(t *testing.T) {
	ct, body := form(t, [3]string{"kind", "", "id_card"}, [3]string{"file", "身份证 正面.jpg", "content"})
	up, err := readUpload(ct, body)
	if err != nil || up.Kind != "id_card" || up.Name != "身份证 正面.jpg" || string(up.Content) != "content" {
		t.Errorf("%+v, %v", up, err)
	}
	cut := body[:len(body)-20]
	twoType, two := form(t, [3]string{"file", "a.jpg", "a"}, [3]string{"file", "b.jpg", "b"})
	noneType, none := form(t, [3]string{"kind", "", "id_card"})
	for name, c := range map[string]struct {
		ct   string
		body []byte
	}{"cut off": {ct, cut}, "two files": {twoType, two}, "no file": {noneType, none}, "not a form": {"application/json", []byte(`{}`)},
		"no boundary": {"multipart/form-data", body}, "empty": {ct, nil}, "strange type": {"multipart/form-data; boundary=\x00", body}} {
		if _, err := readUpload(c.ct, c.body); !errs.Is(err, errs.Invalid) || errs.As(err).Fields[0].Name != "file" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDispositionNamesTheFileSafely(t *testing.T) {
	got := disposition("attachment", "身份证\"; filename=x.exe\r\n.jpg")
	if bytes.ContainsAny([]byte(got), "\r\n") || got != `attachment; filename="file"; filename*=UTF-8''%E8%BA%AB%E4%BB%BD%E8%AF%81%22%3B%20filename=x.exe%0D%0A.jpg` {
		t.Errorf("got %s", got)
	}
}
