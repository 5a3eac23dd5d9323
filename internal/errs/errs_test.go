package errs_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"zhongfu/internal/errs"
)

func TestCauseIsKeptAndNotShown(t *testing.T) {
	cause := errors.New("password=secret at 10.0.0.1")
	e := errs.New(errs.Unavailable, "database_unavailable", "数据库暂时连不上。").Because(cause)
	if strings.Contains(e.Message, "secret") || !errors.Is(e, cause) {
		t.Errorf("message %q, cause kept: %v", e.Message, errors.Is(e, cause))
	}
	wrapped := fmt.Errorf("loading: %w", e)
	if !errs.Is(wrapped, errs.Unavailable) || errs.Is(wrapped, errs.NotFound) || errs.As(wrapped) == nil {
		t.Error("the kind is lost in wrapping")
	}
	if !errs.Is(cause, errs.Internal) || errs.Is(nil, errs.Internal) {
		t.Error("a foreign error is ours to answer for; nil is none")
	}
}

func TestCollectorTellsAllAtOnce(t *testing.T) {
	var c errs.Collector
	if c.Err() != nil {
		t.Error("nothing noted is no error")
	}
	c.Add("members[0].id_number", "身份证号应为 %d 位", 18)
	if e := errs.As(c.Err()); e.Code != "invalid_id_number" || len(e.Fields) != 1 || e.Message != "身份证号应为 18 位" {
		t.Errorf("one fault: %+v", e)
	}
	c.Add("name", "请填写姓名")
	if e := errs.As(c.Err()); len(e.Fields) != 2 || e.Fields[1].Name != "name" || !strings.Contains(e.Message, "2 处") {
		t.Errorf("two faults: %+v", e)
	}
}
