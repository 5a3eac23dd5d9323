package deptsim

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/exchange"
)

// maxPending is how many answers may wait to be sent; above it a department is busy.
const maxPending = 20_000

// maxQuestionsAMessage of docs/exchange.md.
const maxQuestionsAMessage = 2000

// query takes a message: POST <url>/query.
func (s *Sim) query(w http.ResponseWriter, r *http.Request) {
	src, ok := s.sources[r.PathValue("source")]
	if !ok || src.Transport.Kind != exchange.HTTP && src.Transport.Kind != exchange.Callback {
		http.NotFound(w, r)
		return
	}
	body, sig, err := s.receive(r, src, "POST /query")
	if err != nil {
		src.refuse(w, err)
		return
	}
	q, err := src.understand(body)
	if err != nil {
		src.refuse(w, err)
		return
	}
	if src.Transport.Kind == exchange.Callback {
		if u, err := url.Parse(q.Callback); err != nil || u.Scheme != "http" && u.Scheme != "https" {
			src.refuse(w, &refusal{http.StatusBadRequest, "callback", "callback 不是可用的网址"})
			return
		}
	}
	o := s.occasion(src, q)
	defer o.record()
	if rate, hit := o.happens(Slow); hit && !s.sleep(r.Context(), o.delay(Slow, rate)) {
		return
	}
	if s.fails(w, r, o) {
		return
	}
	if src.Transport.Kind == exchange.Callback {
		s.later(w, r, o, q)
		return
	}
	if rate, hit := o.happens(Late); hit && !s.sleep(r.Context(), o.delay(Late, rate)) {
		return
	}
	s.answerNow(w, o, q, sig)
}

// asked is a query that was understood.
type asked struct{ exchange.Query }

func (q *asked) ids() []uuid.UUID {
	out := make([]uuid.UUID, len(q.Questions))
	for i := range q.Questions {
		out[i] = q.Questions[i].ID
	}
	return out
}

// understand reads a query as strictly as a department does: what the protocol does not have is refused.
func (src *source) understand(body []byte) (*asked, error) {
	q := &asked{}
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(&q.Query); err != nil {
		return nil, &refusal{http.StatusBadRequest, "malformed", "报文不符合约定：" + err.Error()}
	}
	if d.More() {
		return nil, &refusal{http.StatusBadRequest, "malformed", "报文之后还有内容"}
	}
	return q, src.accept(q)
}

// accept checks what was asked, however it came.
func (src *source) accept(q *asked) error {
	bad := func(format string, args ...any) error {
		return &refusal{http.StatusUnprocessableEntity, "refused", fmt.Sprintf(format, args...)}
	}
	most := maxQuestionsAMessage
	if src.Service.Batch > 0 {
		most = min(most, src.Service.Batch)
	}
	switch {
	case q.Version != exchange.Version:
		return bad("version 应为 %d", exchange.Version)
	case q.Source != src.ID:
		return bad("source 应为 %s", src.ID)
	case q.Message == uuid.Nil:
		return bad("缺少 message")
	case q.Purpose == "":
		return bad("缺少 purpose")
	case len(q.Questions) == 0:
		return bad("没有问题")
	case len(q.Questions) > most:
		return bad("一次最多 %d 个问题", most)
	}
	seen := make(map[uuid.UUID]bool, len(q.Questions))
	for i := range q.Questions {
		x := &q.Questions[i]
		switch {
		case x.ID == uuid.Nil || seen[x.ID]:
			return bad("第 %d 个问题没有编号或编号重复", i+1)
		case src.classes[x.Class] == nil:
			return bad("第 %d 个问题：没有数据类 %q", i+1, x.Class)
		case x.IDNumber == "" || x.Name == "":
			return bad("第 %d 个问题：缺少身份号码或姓名", i+1)
		case x.Authorisation == "":
			return bad("第 %d 个问题：缺少授权书编号", i+1)
		}
		seen[x.ID] = true
	}
	return nil
}

// occasion notes that a message was asked, and keys the faults by what is asked and how often it was asked before.
func (s *Sim) occasion(src *source, q *asked) *occasion {
	if s.o.Heard != nil {
		s.o.Heard(&q.Query)
	}
	ids, first := q.ids(), &q.Questions[0]
	before := src.book.asked(ids)
	return &occasion{sim: s, src: src, ids: ids, key: first.Class + " " + first.IDNumber + " " + strconv.Itoa(before) + " " + strconv.Itoa(len(q.Questions))}
}

// fails lets the faults happen that leave no answer, at most one of them.
func (s *Sim) fails(w http.ResponseWriter, r *http.Request, o *occasion) bool {
	if _, hit := o.happens(Down); hit {
		o.record()
		hangUp(w)
		return true
	}
	if _, hit := o.happens(HTTP5xx); hit {
		o.record()
		d := o.draw("status")
		w.WriteHeader(pick(&d, 500, 502, 503, 504))
		return true
	}
	if rate, hit := o.happens(Busy); hit {
		o.record()
		busy(w, o.delay(Busy, rate))
		return true
	}
	if o.src.Transport.Kind != exchange.HTTP {
		return false // a later answer that never comes is taken first
	}
	if _, hit := o.happens(Never); hit {
		o.record()
		s.sleep(r.Context(), unheard)
		return true
	}
	return false
}

func busy(w http.ResponseWriter, after time.Duration) {
	w.Header().Set("Retry-After", strconv.Itoa(max(1, int((after+time.Second/2)/time.Second))))
	w.WriteHeader(http.StatusTooManyRequests)
}

// hangUp breaks the connection without a word.
func hangUp(w http.ResponseWriter) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		panic(http.ErrAbortHandler) // HTTP/2: the stream is reset
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = conn.Close()
}

// Knows is what a source without a fault answers to a question, today.
func (p *People) Knows(source string, class *exchange.Class, q *exchange.Question) (exchange.Answer, error) {
	who := p.find(q.IDNumber)
	a := answered{question: *q, class: class, idNumber: q.IDNumber, answer: answerTo(&who, source, class, q.From)}
	if who.name != "" && who.name != q.Name {
		a.answer = answer{status: exchange.Unknown, asOf: a.answer.asOf, note: "姓名与身份号码不符"}
	}
	a.asOf = a.answer.asOf
	r, err := exchange.ParseReply(encodeReply(uuid.New(), source, p.clock.Now(), []answered{a}))
	if err != nil || len(r.Answers) != 1 {
		return exchange.Answer{}, err
	}
	return r.Answers[0], nil
}

// answers makes the answers to a query.
func (s *Sim) answers(src *source, q *asked) []answered {
	out := make([]answered, len(q.Questions))
	var p person
	for i := range q.Questions {
		x := &q.Questions[i]
		if p.id != x.IDNumber {
			p = s.o.People.find(x.IDNumber)
		}
		c := src.classes[x.Class]
		a := answerTo(&p, src.ID, c, x.From)
		if p.name != "" && p.name != x.Name {
			a = answer{status: exchange.Unknown, asOf: a.asOf, note: "姓名与身份号码不符"}
		}
		out[i] = answered{question: *x, class: c, idNumber: x.IDNumber, asOf: a.asOf, answer: a}
	}
	return out
}

// envelope is a message that is ready to leave.
type envelope struct {
	body   []byte
	forged bool
}

// compose makes the reply with the faults of content.
func (s *Sim) compose(o *occasion, q *asked) envelope {
	answers, garble := o.spoil(s.answers(o.src, q))
	e := envelope{body: encodeReply(q.Message, o.src.ID, s.o.Clock.Now(), answers)}
	if garble != nil {
		e.body = garble(e.body)
	}
	_, e.forged = o.happens(Forged)
	o.src.book.said(answers)
	return e
}

// sign signs an envelope, or forges it.
func (s *Sim) sign(src *source, what string, e envelope) (exchange.Signature, error) {
	key := src.key
	if e.forged {
		key.Secret = bytes.Repeat([]byte{'x'}, 32)
	}
	return key.NewSignature(what, e.body, s.o.Clock.Now())
}

// answerNow answers in the same exchange.
func (s *Sim) answerNow(w http.ResponseWriter, o *occasion, q *asked, asked exchange.Signature) {
	e := s.compose(o, q)
	if !e.forged {
		if _, hit := o.happens(Replayed); hit {
			if old, ok := o.src.past.oldest(); ok {
				o.record()
				s.reply(w, http.StatusOK, old.sig, old.body)
				return
			}
			o.undo(Replayed)
		}
	}
	sig, err := s.sign(o.src, "ANSWER "+asked.Nonce, e)
	if err != nil {
		o.src.refuse(w, err)
		return
	}
	if !e.forged && s.switches.rate(o.src.ID, Replayed).Rate > 0 {
		o.src.past.keep(message{sig: sig, body: e.body})
	}
	o.record()
	s.reply(w, http.StatusOK, sig, e.body)
}

// later takes a question whose answer comes to the callback address.
func (s *Sim) later(w http.ResponseWriter, r *http.Request, o *occasion, q *asked) {
	if s.pending.Load() >= maxPending {
		o.src.book.note(func(c *Counts) { c.Refused["queue_full"]++ })
		busy(w, time.Second)
		return
	}
	delay := s.answering(o)
	if rate, hit := o.happens(Late); hit {
		delay += o.delay(Late, rate)
	}
	_, never := o.happens(Never)
	if !never {
		// What is drawn is drawn now, so that the books hold it when the message has gone.
		e := s.compose(o, q)
		_, twice := o.happens(Twice)
		replay := false
		if !e.forged {
			if _, replay = o.happens(Replayed); replay && !o.src.past.any() {
				o.undo(Replayed)
				replay = false
			}
		}
		o.record()
		s.inTime(delay, func(ctx context.Context) { s.deliver(ctx, o.src, q.Callback, e, twice, replay) })
	}
	o.record()
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusAccepted)
	if _, err := fmt.Fprintf(w, `{"message":%q}`, q.Message.String()); err != nil {
		s.o.Log.Debug("deptsim: the receipt was not taken", "error", err)
	}
}

// answering is how long a department thinks.
func (s *Sim) answering(o *occasion) time.Duration {
	d := o.draw("answering")
	from, to := s.o.Answering[0], s.o.Answering[1]
	return from + time.Duration(d.unit()*float64(to-from))
}

// inTime does something after a while, unless the simulator stops first.
func (s *Sim) inTime(after time.Duration, do func(context.Context)) {
	s.pending.Add(1)
	s.wg.Go(func() {
		defer s.pending.Add(-1)
		if s.sleep(s.ctx, after) {
			do(s.ctx)
		}
	})
}
