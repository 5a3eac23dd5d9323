// Package errs is the one error type of the platform: what went wrong in a form that is safe to show to whoever
// asked, with the cause kept for the log only (DESIGN.md section 3, "errors").
package errs

import (
	"errors"
	"fmt"
)

// Kind tells the edge which HTTP status an error becomes. The zero Kind is Internal.
type Kind int

const (
	Internal        Kind = iota // 500: our fault; the person sees a reference number
	Invalid                     // 422: the input is wrong; Field names it
	Unauthenticated             // 401
	Forbidden                   // 403
	NotFound                    // 404: absent, or outside the actor's scope (the two must look alike)
	Conflict                    // 409: right input at the wrong moment, duplicate, stale version
	TooMany                     // 429
	Unavailable                 // 503
)

// Field is one fault of an input: where, and what to do about it.
type Field struct {
	Name    string `json:"name"`    // JSON path of the field as the caller sent it: members[1].id_number
	Message string `json:"message"` // Chinese: the value's fault and the way out
}

// Error carries a code for programs, a Chinese message for people and a cause for the log. Message never holds
// personal data in clear, SQL, or a stack.
type Error struct {
	Kind    Kind
	Code    string
	Message string
	Fields  []Field
	cause   error
}

func (e *Error) Error() string {
	if e.cause != nil {
		return fmt.Sprintf("%s: %s: %v", e.Code, e.Message, e.cause)
	}
	return e.Code + ": " + e.Message
}

func (e *Error) Unwrap() error { return e.cause }

// Because returns a copy of e that wraps cause.
func (e *Error) Because(cause error) *Error {
	c := *e
	c.cause = cause
	return &c
}

// New makes an error of a kind with a code (lower_snake) and a Chinese message built by fmt.Sprintf.
func New(k Kind, code, format string, args ...any) *Error {
	msg := format
	if len(args) > 0 {
		msg = fmt.Sprintf(format, args...)
	}
	return &Error{Kind: k, Code: code, Message: msg}
}

// Bad is the everyday input error: one field, its fault, the way out.
func Bad(field, format string, args ...any) *Error {
	e := New(Invalid, "invalid_"+lastName(field), format, args...)
	e.Fields = []Field{{Name: field, Message: e.Message}}
	return e
}

// Missing is what both an absent and an invisible object answer.
func Missing(what string) *Error {
	return New(NotFound, "not_found", "没有找到%s：可能不存在，或不在您的管辖范围内。", what)
}

// Denied says which duty the actor lacks.
func Denied(format string, args ...any) *Error { return New(Forbidden, "forbidden", format, args...) }

// As returns the *Error inside err, or nil.
func As(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return nil
}

// Is tells whether err is of kind k. An error that is none of ours is Internal.
func Is(err error, k Kind) bool {
	if err == nil {
		return false
	}
	if e := As(err); e != nil {
		return e.Kind == k
	}
	return k == Internal
}

func lastName(field string) string {
	for i := len(field) - 1; i >= 0; i-- {
		if field[i] == '.' {
			return field[i+1:]
		}
	}
	return field
}

// Collector gathers field faults so that a person is told all of them at once.
type Collector struct{ fields []Field }

// Add notes a fault of a field.
func (c *Collector) Add(field, format string, args ...any) {
	c.fields = append(c.fields, Field{Name: field, Message: fmt.Sprintf(format, args...)})
}

// Err returns nil when nothing was noted.
func (c *Collector) Err() error {
	switch len(c.fields) {
	case 0:
		return nil
	case 1:
		e := Bad(c.fields[0].Name, "%s", c.fields[0].Message)
		return e
	}
	e := New(Invalid, "invalid_input", "有 %d 处需要修改：%s", len(c.fields), c.fields[0].Message)
	e.Fields = c.fields
	return e
}
