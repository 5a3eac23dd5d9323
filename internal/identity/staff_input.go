package identity

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
)

// StaffInput is what an administrator fills in. Login is only taken when a person is created.
type StaffInput struct {
	Login        string
	Name         string
	Organisation uuid.UUID
	Phone        string
	Duties       []Duty // role and division
	Version      int    // of the row that the form was opened with; 0 takes the newest
}

var loginForm = regexp.MustCompile(`^[a-z][a-z0-9._-]{2,31}$`)

func (in *StaffInput) check(c *errs.Collector, create bool) {
	in.Name, in.Phone = strings.TrimSpace(in.Name), strings.TrimSpace(in.Phone)
	if create {
		in.Login = normalLogin(in.Login)
		if !loginForm.MatchString(in.Login) {
			c.Add("login", "登录名应以字母开头，由 3 至 32 个小写字母、数字、点、横线或下划线组成。")
		}
	}
	if n := utf8.RuneCountInString(in.Name); n < 2 || n > 30 {
		c.Add("name", "姓名应为 2 至 30 个字。")
	}
	if in.Phone != "" {
		phone, err := idnum.ParseMobile("phone", in.Phone)
		if e := errs.As(err); e != nil {
			c.Add("phone", "%s", e.Message)
		}
		in.Phone = phone
	}
	if len(in.Duties) == 0 {
		c.Add("assignments", "至少要有一个岗位；不再任职的人员请停用账号。")
	}
	if len(in.Duties) > 20 {
		c.Add("assignments", "一个人最多 20 个岗位。")
	}
}
