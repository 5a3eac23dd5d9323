package casework

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

// Extend lengthens the whole procedure to the special total (57号 art 22), once, with a reason.
func (s *Service) Extend(ctx context.Context, actor access.Actor, id uuid.UUID, in ReasonInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.extend", version: in.Version}, func(w *work) error {
		reason := strings.TrimSpace(in.Reason)
		switch {
		case reason == "":
			return errs.Bad("reason", "请写明延长的理由。")
		case w.st.Extended:
			return refuse("already_extended", "办理期限已延长过，不能再次延长。")
		case w.st.AcceptedAt == nil:
			return refuse("not_accepted", "案件还没有受理，总时限没有起算，无需延长。")
		case w.st.outcome != nil:
			return refuse("already_decided", "案件已作出决定，无需延长。")
		case w.st.proc.Total("special") == nil:
			return refuse("no_special_total", "这类案件的流程没有可以延长的总时限。")
		}
		w.st.Extended = true
		w.st.Due = w.st.totalDue()
		w.text = fmt.Sprintf("总时限已延长至 %d 个工作日（%s）。", w.st.total().Deadline.Days, w.st.Due.Chinese())
		return w.event("extended", "延长办理期限："+reason, map[string]any{"due": w.st.Due.String()})
	})
}
