package transport

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

// Files carries messages by a drop folder. It is safe for concurrent use by one process a source.
type Files struct {
	root  string
	keys  exchange.Keys
	clock clock.Clock
}

// NewFiles makes the carrier of the transport file over the drop folder.
func NewFiles(root string, keys exchange.Keys, c clock.Clock) *Files {
	return &Files{root: root, keys: keys, clock: c}
}

// Send writes the questions, then the control file; see exchange.Carrier. Written again, the same message replaces itself.
func (f *Files) Send(_ context.Context, to *exchange.Source, q exchange.Query) (*exchange.Reply, []byte, error) {
	key, ok := f.keys[to.ID]
	if !ok || to.Transport.Folder == "" || f.root == "" {
		return nil, nil, &exchange.Fault{Kind: exchange.Refused, Detail: "本系统没有配置这个来源的交换文件夹或密钥。"}
	}
	data, err := exchange.WriteTable(to.Transport.Format, exchange.QuestionSheet(to, q, false))
	if err != nil {
		return nil, nil, err
	}
	ctl, err := exchange.NewControl(key, to.ID, q.Message, to.Transport.Format, len(q.Questions), data, f.clock.Now())
	if err != nil {
		return nil, nil, err
	}
	out := filepath.Join(f.root, to.Transport.Folder, "out")
	name := q.Message.String()
	for _, w := range []struct {
		name string
		data []byte
	}{{name + "." + to.Transport.Format, data}, {name + ".ctl", ctl}} {
		if err := writeWhole(out, w.name, w.data); err != nil {
			return nil, nil, &exchange.Fault{Kind: exchange.Down, Detail: "交换文件夹写不进去。", Cause: err}
		}
	}
	return nil, nil, exchange.ErrLater
}

// writeWhole writes under another name and renames, so that nobody ever reads half a file.
func writeWhole(dir, name string, data []byte) error {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return err
	}
	w, err := os.CreateTemp(dir, ".writing-*")
	if err != nil {
		return err
	}
	defer os.Remove(w.Name())
	_, err = w.Write(data)
	if err := errors.Join(err, w.Sync(), w.Close()); err != nil {
		return err
	}
	return os.Rename(w.Name(), filepath.Join(dir, name))
}

// Poll hands every answer that lies in the source's folder to take and moves it away. Take must take the same answer twice as
// once: a kill after take and before the move brings it again. An answer that is not believed, or that take refuses for good (an
// *exchange.Fault, or an *errs.Error that is not ours), goes to refused/ with the reason; any other error leaves it for later.
func (f *Files) Poll(ctx context.Context, from *exchange.Source, take func(context.Context, *exchange.Reply, []byte) error) (taken, refused int, err error) {
	in := filepath.Join(f.root, from.Transport.Folder, "in")
	found, err := filepath.Glob(filepath.Join(in, "*.ctl"))
	if err != nil {
		return 0, 0, err
	}
	for _, path := range found {
		if ctx.Err() != nil {
			return taken, refused, ctx.Err()
		}
		name := filepath.Base(path)
		file, reply, data, err := f.read(in, name, from)
		if errors.Is(err, fs.ErrNotExist) {
			// The kill came between the two moves: the data are away already, and the control file follows them.
			for _, where := range []string{"done", "refused"} {
				if _, gone := os.Stat(filepath.Join(in, where, file)); file != "" && gone == nil {
					err = errors.Join(nil, os.Rename(path, filepath.Join(in, where, name)))
				}
			}
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return taken, refused, err
			}
			continue
		}
		if err == nil {
			err = take(ctx, reply, data)
		}
		switch {
		case err == nil:
			err = away(in, "done", name, file, "")
			taken++
		case final(err):
			err = away(in, "refused", name, file, reason(err))
			refused++
		}
		if err != nil {
			return taken, refused, err
		}
	}
	return taken, refused, nil
}

// read believes nothing that is not signed, whole and new. It returns the data file's name as soon as it is known.
func (f *Files) read(in, name string, from *exchange.Source) (string, *exchange.Reply, []byte, error) {
	raw, err := readUpTo(filepath.Join(in, name), 64<<10)
	if err != nil {
		return "", nil, nil, err
	}
	ctl, format, err := exchange.ParseControl(name, raw)
	if err != nil {
		return "", nil, nil, &exchange.Fault{Kind: exchange.BadAnswer, Detail: err.Error(), Cause: err}
	}
	data, err := readUpTo(filepath.Join(in, ctl.File), exchange.MaxFile)
	if err != nil {
		return ctl.File, nil, nil, err
	}
	if err := ctl.Verify(f.keys[from.ID], data, f.clock.Now()); err != nil || ctl.Source != from.ID {
		return ctl.File, nil, nil, &exchange.Fault{Kind: exchange.Forged, Detail: "文件的签名、摘要、时间或来源没有通过验证。", Cause: err}
	}
	badFile := func(err error) (string, *exchange.Reply, []byte, error) {
		return ctl.File, nil, nil, &exchange.Fault{Kind: exchange.BadAnswer, Detail: err.Error(), Cause: err}
	}
	table, err := exchange.ReadTable(format, data)
	if err != nil {
		return badFile(err)
	}
	answers, err := exchange.ReadAnswers(from, table)
	if err != nil {
		return badFile(err)
	}
	at, err := time.Parse(time.RFC3339, ctl.AnsweredAt)
	if err != nil {
		return badFile(errors.New("控制文件的 answered_at 不是时间。"))
	}
	return ctl.File, &exchange.Reply{Version: exchange.Version, Message: ctl.Message, Source: from.ID, AnsweredAt: at, Answers: answers}, data, nil
}

func readUpTo(path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		return nil, &exchange.Fault{Kind: exchange.BadAnswer, Detail: "文件太大。"}
	}
	return data, err
}

// final tells whether the same answer would be refused again.
func final(err error) bool {
	var f *exchange.Fault
	if errors.As(err, &f) {
		return true
	}
	e := errs.As(err)
	return e != nil && e.Kind != errs.Internal && e.Kind != errs.Unavailable && e.Kind != errs.TooMany
}

func reason(err error) string {
	var f *exchange.Fault
	if errors.As(err, &f) {
		return f.Detail
	}
	return errs.As(err).Message
}

// away moves the data first and the control file last: what has a control file is not done with.
func away(in, where, ctl, file, why string) error {
	dir := filepath.Join(in, where)
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return err
	}
	if why != "" {
		if err := writeWhole(dir, ctl+".reason", []byte(why+"\n")); err != nil {
			return err
		}
	}
	if file != "" {
		if err := os.Rename(filepath.Join(in, file), filepath.Join(dir, file)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return os.Rename(filepath.Join(in, ctl), filepath.Join(dir, ctl))
}
