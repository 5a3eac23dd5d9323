package attachment

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

var pngMagic = []byte("\x89PNG\r\n\x1a\n")

// jpegEnd returns the length of the JPEG that data begins with, 0 when it has no end. Segments are walked by their
// lengths, so that a thumbnail inside one does not end the picture.
func jpegEnd(data []byte) int {
	i, scanned := 2, false
	for i+1 < len(data) {
		if data[i] != 0xff {
			return 0
		}
		marker := data[i+1]
		switch {
		case marker == 0xff: // fill byte
			i++
			continue
		case marker == 0xd9:
			if !scanned {
				return 0
			}
			return i + 2
		case marker == 0x01 || marker >= 0xd0 && marker <= 0xd8:
			i += 2
			continue
		}
		if i+4 > len(data) {
			return 0
		}
		size := int(binary.BigEndian.Uint16(data[i+2:]))
		if size < 2 || i+2+size > len(data) {
			return 0
		}
		i += 2 + size
		if marker == 0xda {
			scanned = true
			i = entropyEnd(data, i)
		}
	}
	return 0
}

// entropyEnd skips the coded picture data: up to the next marker that is neither a stuffed byte nor a restart.
func entropyEnd(data []byte, i int) int {
	for {
		k := bytes.IndexByte(data[i:], 0xff)
		if k < 0 || i+k+1 >= len(data) {
			return len(data)
		}
		i += k
		if m := data[i+1]; m != 0x00 && m != 0xff && (m < 0xd0 || m > 0xd7) {
			return i
		}
		i++
	}
}

// pngEnd walks the chunks, each with its check sum, to IEND.
func pngEnd(data []byte) int {
	i, pixels := len(pngMagic), false
	for i+12 <= len(data) {
		size := int(binary.BigEndian.Uint32(data[i:]))
		if size > len(data)-i-12 {
			return 0
		}
		body := data[i+4 : i+8+size]
		if crc32.ChecksumIEEE(body) != binary.BigEndian.Uint32(data[i+8+size:]) {
			return 0
		}
		i += 12 + size
		switch string(body[:4]) {
		case "IDAT":
			pixels = true
		case "IEND":
			if !pixels {
				return 0
			}
			return i
		}
	}
	return 0
}

// webpEnd takes the length that the RIFF header states; the chunks must fill it.
func webpEnd(data []byte) int {
	n := int(binary.LittleEndian.Uint32(data[4:])) + 8
	if n > len(data) || n < 20 {
		return 0
	}
	i, pixels := 12, false
	for i+8 <= n {
		size := int(binary.LittleEndian.Uint32(data[i+4:]))
		if size > n-i-8 {
			return 0
		}
		switch string(data[i : i+4]) {
		case "VP8 ", "VP8L", "ANMF":
			pixels = true
		}
		i += 8 + size + size%2
	}
	if !pixels {
		return 0
	}
	return n
}

// webpSize reads the dimensions from the first chunk: extended, lossless or lossy (RFC 9649 section 2). It needs what
// webpEnd has accepted.
func webpSize(data []byte) (w, h int) {
	b := data[20:]
	switch string(data[12:16]) {
	case "VP8X":
		if len(b) >= 10 {
			return 1 + int(b[4]) + int(b[5])<<8 + int(b[6])<<16, 1 + int(b[7]) + int(b[8])<<8 + int(b[9])<<16
		}
	case "VP8L":
		if len(b) >= 5 && b[0] == 0x2f {
			bits := binary.LittleEndian.Uint32(b[1:])
			return 1 + int(bits&0x3fff), 1 + int(bits>>14&0x3fff)
		}
	case "VP8 ":
		if len(b) >= 10 && b[3] == 0x9d && b[4] == 0x01 && b[5] == 0x2a {
			return int(binary.LittleEndian.Uint16(b[6:]) & 0x3fff), int(binary.LittleEndian.Uint16(b[8:]) & 0x3fff)
		}
	}
	return 0, 0
}
