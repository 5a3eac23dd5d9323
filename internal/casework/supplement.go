package casework

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

// Supplement tells the family once, and whole, what is missing (一次性告知, 57号 art 10); the clock stands until they bring
// it. Errors: Conflict when it was told before.
func (s *Service) Supplement(ctx context.Context, actor access.Actor, id uuid.UUID, in SupplementInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.supplement", step: stepAccept, version: in.Version}, func(w *work) error {
		if w.st.last(stepSupplement) != nil {
			return refuse("told_before", "补正要求只能一次性告知，本案已告知过；请按现有材料决定受理，缺少的情况由核对和入户调查补足。")
		}
		names, err := w.st.materials(in.Materials)
		if err != nil {
			return err
		}
		data := map[string]any{"materials": in.Materials, "material_names": names, "text": in.Text}
		if err := w.leave(actSupplement, in.Text, data, proof{}); err != nil {
			return err
		}
		w.paper(stepSupplement, "supplement_notice")
		due := w.st.open(stepSupplement).Due
		w.text = fmt.Sprintf("已一次性告知补正，等待至%s；等待期间不计入受理时限。", due.Chinese())
		return w.event("supplement_asked", "一次性告知补正："+in.Text, data)
	})
}

// materials turns ids of the item's materials into names.
func (st *state) materials(ids []string) ([]string, error) {
	names := []string{}
	item := st.pack.Item(st.Item)
	for i, id := range ids {
		found := false
		if item != nil {
			for _, m := range item.Materials {
				if m.ID == id {
					names, found = append(names, m.Name), true
				}
			}
		}
		if !found {
			return nil, errs.Bad(fmt.Sprintf("materials[%d]", i), "这一事项没有编号为 %s 的材料，请从列表中选择。", id)
		}
	}
	return slices.Clip(names), nil
}

// Supplemented takes in what the family brought; the clock runs on from where it stood.
func (s *Service) Supplemented(ctx context.Context, actor access.Actor, id uuid.UUID, in SupplementedInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.supplement", step: stepSupplement, version: in.Version, whole: true}, func(w *work) error {
		if err := w.st.checkFacts(in.Facts, func(i int) string { return fmt.Sprintf("facts[%d].facts", i) }); err != nil {
			return err
		}
		if err := w.addFacts(flatten(in.Facts, declared, "补正材料")); err != nil {
			return err
		}
		if err := w.sign(in.Authorisations, in.Pledge, in.Relatives); err != nil {
			return err
		}
		if err := w.leave(actSupplemented, in.Comment, nil, proof{}); err != nil {
			return err
		}
		w.text = "补正材料已收到，请继续审查受理。"
		return w.event("supplemented", strings.TrimSuffix("收到补正材料："+in.Comment, "："), nil)
	})
}
