package rulebook

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// Limits of a pack that comes from outside: far above any pack, far below what fills a memory.
const (
	maxFiles  = 600
	maxUnzip  = 16 << 20
	maxFile   = 1 << 20
	maxUpload = 4 << 20
)

// Files are the texts of a pack and its parents by path.
type Files map[string]string

// filesOf are the texts that the pack was loaded from.
func filesOf(p *policy.Pack) (Files, error) {
	out := Files{}
	for _, name := range p.Sources() {
		text, err := p.Source(name)
		if err != nil {
			return nil, err
		}
		out[name] = text
	}
	return out, nil
}

// zipped packs files; the same files always give the same bytes.
func (f Files) zipped() ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range f.names() {
		out, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := io.WriteString(out, f[name]); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}

func (f Files) names() []string {
	var out []string
	for name := range f {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// unzip reads a zip that a person uploaded or that the store kept. Everything odd in it is refused with its name: a path
// that leaves the folder, a file that is no YAML text, more than a pack can be.
func unzip(data []byte) (Files, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errs.Bad("file", "这不是可以读取的 zip 文件。请把政策包文件夹（例如 guangdong 和 national）压缩成 zip 后上传。").Because(err)
	}
	out := Files{}
	total := 0
	for _, entry := range r.File {
		if strings.HasSuffix(entry.Name, "/") {
			continue
		}
		if path.Ext(entry.Name) != ".yaml" {
			if strings.HasSuffix(entry.Name, ".DS_Store") || strings.HasPrefix(entry.Name, "__MACOSX/") {
				continue
			}
			return nil, errs.Bad("file", "压缩包里有 %q，政策包只能有 .yaml 文件。请删除后重新压缩。", entry.Name)
		}
		if err := checkPath(entry.Name); err != nil {
			return nil, err
		}
		if _, twice := out[entry.Name]; twice || len(out) == maxFiles {
			return nil, errs.Bad("file", "压缩包里 %q 出现两次，或文件超过 %d 个。请检查后重新压缩。", entry.Name, maxFiles)
		}
		text, err := readEntry(entry)
		if err != nil {
			return nil, err
		}
		if total += len(text); total > maxUnzip {
			return nil, errs.Bad("file", "解压后超过 %d MB，不像是政策包。", maxUnzip>>20)
		}
		out[entry.Name] = text
	}
	if len(out) == 0 {
		return nil, errs.Bad("file", "压缩包里没有 .yaml 文件。请把政策包文件夹压缩成 zip 后上传。")
	}
	return out, nil
}

func readEntry(entry *zip.File) (string, error) {
	in, err := entry.Open()
	if err != nil {
		return "", errs.Bad("file", "压缩包里的 %q 读不出来，文件可能已损坏。", entry.Name).Because(err)
	}
	defer in.Close()
	text, err := io.ReadAll(io.LimitReader(in, maxFile+1))
	switch {
	case err != nil:
		return "", errs.Bad("file", "压缩包里的 %q 读不出来，文件可能已损坏。", entry.Name).Because(err)
	case len(text) > maxFile:
		return "", errs.Bad("file", "%q 超过 %d KB，请拆分。", entry.Name, maxFile>>10)
	case !utf8.Valid(text):
		return "", errs.Bad("file", "%q 不是 UTF-8 文字。请用 UTF-8 编码保存。", entry.Name)
	}
	return string(text), nil
}

// checkPath lets through pack/file.yaml and pack/folder/file.yaml.
func checkPath(name string) error {
	parts := strings.Split(name, "/")
	if !fs.ValidPath(name) || len(parts) < 2 || len(parts) > 3 || len(name) > 120 || path.Ext(name) != ".yaml" || strings.ContainsAny(name, "\\\x00") {
		return errs.Bad("file", "文件路径 %q 不合要求，应写作 政策包/类别/文件.yaml，例如 guangdong/items/dibao.yaml。", name)
	}
	return nil
}

// load checks the files whole and compiles the pack.
func (f Files) load(name string) (*policy.Pack, error) {
	data, err := f.zipped()
	if err != nil {
		return nil, err
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	return policy.Load(r, name)
}

// problemsOf lists what keeps a pack from loading, or returns the error that is none of its text's.
func problemsOf(err error) ([]policy.Problem, error) {
	var load *policy.LoadError
	if errors.As(err, &load) {
		return load.Problems, nil
	}
	return nil, err
}
