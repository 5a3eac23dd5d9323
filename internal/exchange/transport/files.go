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

// Poll hands every answer that lies in the source's folder to its taker and moves it away. An answer that is not believed, or
// that the taker refuses for good (an *exchange.Fault, or an *errs.Error that is not ours), goes to refused/ with the reason;
// any other error leaves it for later. After a kill between taking and moving, the same file is taken again; the same file put
// back after it was moved is a replay.
func (f *Files) Poll(ctx context.Context, from *exchange.Source, to exchange.Taker) (taken, refused int, err error) {
	if f.root == "" || from.Transport.Folder == "" {
		return 0, 0, nil
	}
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
		file, err := f.take(ctx, in, name, from, to)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			if err := follow(in, name, file); err != nil {
				return taken, refused, err
			}
			continue
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

// follow moves a control file after its data: the kill came between the two moves.
func follow(in, name, file string) error {
	for _, where := range []string{"done", "refused"} {
		if _, err := os.Stat(filepath.Join(in, where, file)); file == "" || err != nil {
			continue
		}
		if err := os.Rename(filepath.Join(in, name), filepath.Join(in, where, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// take reads one answer and hands it over. It returns the data file's name as soon as it is known.
func (f *Files) take(ctx context.Context, in, name string, from *exchange.Source, to exchange.Taker) (file string, err error) {
	ctl, format, data, err := f.open(in, name, from)
	if err == nil {
		err = f.unseen(ctx, in, name, &ctl, to)
	}
	var fault *exchange.Fault
	if errors.As(err, &fault) && fault.Kind == exchange.Forged {
		if err := to.Distrust(ctx, fault.Detail); err != nil {
			return ctl.File, err
		}
	}
	if err != nil {
		return ctl.File, err
	}
	reply, err := understand(from, &ctl, format, data)
	if errors.As(err, &fault) {
		if err := to.Spoilt(ctx, ctl.Message, fault); err != nil {
			return ctl.File, err
		}
	}
	if err != nil {
		return ctl.File, err
	}
	return ctl.File, to.Take(ctx, reply, data)
}

// open believes nothing that is not signed, whole and new.
func (f *Files) open(in, name string, from *exchange.Source) (ctl exchange.Control, format string, data []byte, err error) {
	raw, err := readUpTo(filepath.Join(in, name), 64<<10)
	if err != nil {
		return ctl, "", nil, err
	}
	if ctl, format, err = exchange.ParseControl(name, raw); err != nil {
		return exchange.Control{}, "", nil, &exchange.Fault{Kind: exchange.Forged, Detail: err.Error(), Cause: err}
	}
	if data, err = readUpTo(filepath.Join(in, ctl.File), exchange.MaxFile); err != nil {
		return ctl, "", nil, err
	}
	if err := ctl.Verify(f.keys[from.ID], data, f.clock.Now()); err != nil || ctl.Source != from.ID {
		return ctl, "", nil, &exchange.Fault{Kind: exchange.Forged, Detail: "文件的签名、摘要、时间或来源没有通过验证。", Cause: err}
	}
	return ctl, format, data, nil
}

// unseen refuses a signature that was seen before, unless the file still lies where a kill has left it.
func (f *Files) unseen(ctx context.Context, in, name string, ctl *exchange.Control, to exchange.Taker) error {
	fresh, err := to.Fresh(ctx, ctl.Nonce)
	if err != nil || fresh {
		return err
	}
	for _, where := range []string{"done", "refused"} {
		old, err := readUpTo(filepath.Join(in, where, name), 64<<10)
		if err != nil {
			continue
		}
		if before, _, err := exchange.ParseControl(name, old); err == nil && before.Nonce == ctl.Nonce {
			return &exchange.Fault{Kind: exchange.Forged, Detail: "同一份文件已经收过。", Cause: exchange.ErrReplayed}
		}
	}
	return nil
}

// understand reads the answers of a file that is believed.
func understand(from *exchange.Source, ctl *exchange.Control, format string, data []byte) (*exchange.Reply, error) {
	bad := func(err error) (*exchange.Reply, error) {
		return nil, &exchange.Fault{Kind: exchange.BadAnswer, Detail: err.Error(), Cause: err}
	}
	table, err := exchange.ReadTable(format, data)
	if err != nil {
		return bad(err)
	}
	answers, err := exchange.ReadAnswers(from, table)
	if err != nil {
		return bad(err)
	}
	at, err := time.Parse(time.RFC3339, ctl.AnsweredAt)
	if err != nil {
		return bad(errors.New("控制文件的 answered_at 不是时间。"))
	}
	return &exchange.Reply{Version: exchange.Version, Message: ctl.Message, Source: from.ID, AnsweredAt: at, Answers: answers}, nil
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
