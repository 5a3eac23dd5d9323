package verification

import (
	"bytes"
	stdimage "image"
	"image/png"

	"github.com/emmansun/gmsm/sm3"

	"zhongfu/internal/attachment"
	"zhongfu/internal/errs"
)

// Kinds of image that come with an authorisation.
const (
	signatureImage = "signature"
	scanImage      = "scan"
)

// Limits of a drawn signature.
const (
	maxSignature = 300 << 10 // bytes
	maxStroke    = 2400      // pixels a side
	minInk       = 60        // pixels drawn: less is a dot or nothing
)

// image is a checked picture of an authorisation.
type image struct {
	kind, mime string
	content    []byte
	digest     [sm3.Size]byte
}

// images checks what came with an authorisation: a scan is what its bytes say, a signature has been drawn.
func (s *Service) images(in *AuthorisationInput) ([]image, error) {
	var out []image
	if len(in.Signature) > 0 && in.SignedHow != "paper" {
		if err := checkSignature(in.Signature); err != nil {
			return nil, err
		}
		out = append(out, image{signatureImage, attachment.PNG, in.Signature, sm3.Sum(in.Signature)})
	}
	if len(in.Scan) > 0 && in.SignedHow == "paper" {
		file, err := attachment.Sniff(in.Scan)
		if e := errs.As(err); e != nil {
			return nil, errs.Bad("scan", "%s", e.Message)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, image{scanImage, file.MIME, file.Content, sm3.Sum(file.Content)})
	}
	return out, nil
}

func checkSignature(data []byte) error {
	if len(data) > maxSignature {
		return errs.Bad("signature", "签名图像太大，请清除后重新签名。")
	}
	c, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.Width > maxStroke || c.Height > maxStroke {
		return errs.Bad("signature", "签名图像不完整，请清除后重新签名。").Because(err)
	}
	drawn, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return errs.Bad("signature", "签名图像不完整，请清除后重新签名。").Because(err)
	}
	if ink(drawn, minInk) < minInk {
		return errs.Bad("signature", "签名框里还没有签名，请手写您的姓名。")
	}
	return nil
}

// ink counts dark, opaque pixels, up to enough.
func ink(m stdimage.Image, enough int) int {
	n, b := 0, m.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, a := m.At(x, y).RGBA()
			if a > 0x8000 && r+g+bl < 3*0x8000 {
				if n++; n >= enough {
					return n
				}
			}
		}
	}
	return n
}
