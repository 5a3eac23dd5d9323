package api

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/attachment"
	"zhongfu/internal/errs"
)

// AttachmentList is a case's attachments.
type AttachmentList struct {
	Attachments []attachment.Attachment `json:"attachments"`
	Kinds       []AttachmentKind        `json:"kinds" doc:"what may be uploaded"`
}

// AttachmentKind is one kind of attachment.
type AttachmentKind struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// SafeFile is somebody's file, shown so that nothing in it can act: no type guessing, no scripts, no frames of others.
type SafeFile struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Policy      string `header:"Content-Security-Policy"`
	NoSniff     string `header:"X-Content-Type-Options"`
	Body        []byte
}

type attachmentCase struct {
	ID uuid.UUID `path:"id"`
}

type attachmentOne struct {
	ID         uuid.UUID `path:"id"`
	Attachment uuid.UUID `path:"attachment"`
	Download   bool      `query:"download" doc:"save instead of show"`
}

type attachmentUpload struct {
	ID          uuid.UUID `path:"id"`
	ContentType string    `header:"Content-Type" hidden:"true"`
	RawBody     []byte    `contentType:"multipart/form-data"`
}

// formOverhead is what the form's own text may add to the file.
const formOverhead = 64 << 10

// RegisterAttachment registers the attachments of cases.
func RegisterAttachment(r *Router, svc *attachment.Service) {
	const path = "/api/cases/{id}/attachments"
	Handle(r, Endpoint{Method: http.MethodGet, Path: path, ID: "list-attachments", Summary: "List a case's attachments", Tag: "attachments", Action: "case.read"},
		func(ctx context.Context, actor access.Actor, in *attachmentCase) (AttachmentList, error) {
			out := AttachmentList{Kinds: make([]AttachmentKind, len(attachment.Kinds))}
			for i, k := range attachment.Kinds {
				out.Kinds[i] = AttachmentKind(k)
			}
			var err error
			out.Attachments, err = svc.List(ctx, actor, in.ID)
			return out, err
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: path, ID: "upload-attachment", Summary: "Upload a photograph or scan (form fields kind and file)", Tag: "attachments",
		Action: "case.attach", Status: http.StatusCreated, MaxBody: attachment.MaxBytes + formOverhead},
		func(ctx context.Context, actor access.Actor, in *attachmentUpload) (attachment.Attachment, error) {
			up, err := readUpload(in.ContentType, in.RawBody)
			if err != nil {
				return attachment.Attachment{}, err
			}
			up.CaseID = in.ID
			return svc.Add(ctx, actor, up)
		})
	describeUpload(r.OpenAPI().Paths[path].Post)
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: path + "/{attachment}", ID: "open-attachment", Summary: "Show or download an attachment", Tag: "attachments", Action: "case.read"},
		func(ctx context.Context, actor access.Actor, in *attachmentOne) (*SafeFile, error) {
			a, content, err := svc.Open(ctx, actor, in.ID, in.Attachment)
			if err != nil {
				return nil, err
			}
			// A PDF is always saved: a viewer inside the sandbox would stay blank, one outside it could act.
			how := "inline"
			if in.Download || a.MIME == attachment.PDF {
				how = "attachment"
			}
			return &SafeFile{ContentType: a.MIME, Disposition: disposition(how, a.Name), Policy: "default-src 'none'; sandbox", NoSniff: "nosniff", Body: content}, nil
		})
	HandleEmpty(r, Endpoint{Method: http.MethodDelete, Path: path + "/{attachment}", ID: "remove-attachment", Summary: "Take an attachment out of an open case", Tag: "attachments", Action: "case.attach"},
		func(ctx context.Context, actor access.Actor, in *attachmentOne) error {
			return svc.Remove(ctx, actor, in.ID, in.Attachment)
		})
}

// readUpload reads the form from memory: parts never touch the disk unsealed.
func readUpload(contentType string, body []byte) (attachment.Upload, error) {
	var up attachment.Upload
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil || kind != "multipart/form-data" || params["boundary"] == "" {
		return up, errs.Bad("file", "请用上传按钮选择文件（multipart/form-data）。")
	}
	form := multipart.NewReader(bytes.NewReader(body), params["boundary"])
	seen := false
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return up, broken(err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return up, broken(err)
		}
		switch part.FormName() {
		case "kind":
			up.Kind = string(data)
		case "file":
			if seen {
				return up, errs.Bad("file", "一次只能上传一个文件，请逐个上传。")
			}
			seen, up.Name, up.Content = true, rawFileName(part), data
		}
	}
	if !seen {
		return up, errs.Bad("file", "没有收到文件，请选择文件后再上传。")
	}
	return up, nil
}

func broken(err error) error {
	return errs.Bad("file", "上传中断，文件没有收全，请重新上传。").Because(err)
}

// rawFileName is the name as sent; the service makes it safe.
func rawFileName(p *multipart.Part) string {
	_, params, err := mime.ParseMediaType(p.Header.Get("Content-Disposition"))
	if err != nil {
		return ""
	}
	return params["filename"]
}

// disposition names a file in both forms that browsers read (RFC 6266).
func disposition(how, name string) string {
	return how + "; filename=\"file\"; filename*=UTF-8''" + url.PathEscape(name)
}

// describeUpload writes the form into the API's description.
func describeUpload(op *huma.Operation) {
	kinds := make([]any, len(attachment.Kinds))
	for i, k := range attachment.Kinds {
		kinds[i] = k.ID
	}
	op.RequestBody.Required = true
	op.RequestBody.Content = map[string]*huma.MediaType{"multipart/form-data": {Schema: &huma.Schema{Type: huma.TypeObject, Required: []string{"kind", "file"},
		Properties: map[string]*huma.Schema{
			"kind": {Type: huma.TypeString, Enum: kinds},
			"file": {Type: huma.TypeString, Format: "binary", Description: "JPEG, PNG, WebP or PDF, at most 10 MiB"},
		}}}}
}
