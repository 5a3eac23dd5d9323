import { Form, Radio } from "antd";
import { EmptyState, FormSection } from "@/components";
import { ActForm, type ActProps } from "./ActForm";
import { WordsItem } from "./fields";

interface Values { outcome?: string; answer?: string }

/** HandleObjectionForm answers one objection: appraisal, new survey, or unfounded with the grounds. */
export default function HandleObjectionForm(props: ActProps) {
  const open = props.data.objections.filter((o) => !o.handled_at);
  const objection = open.find((o) => o.id === props.subject) ?? open[0];
  if (!objection) return <EmptyState title="没有待处理的异议" next="这件异议可能已由同事处理，请关闭后查看。" />;
  return (
    <ActForm<Values>
      {...props}
      subject={objection.id}
      path={`objections/${objection.id}/handle`}
      submitLabel="答复异议"
      body={(v) => ({ outcome: v.outcome, answer: v.answer?.trim() ?? "" })}
    >
      <FormSection title="异议内容"><p className="cw-pre">{objection.text}</p></FormSection>
      <FormSection title="处理">
        <Form.Item name="outcome" label="处理结果" rules={[{ required: true, message: "请选择处理结果。" }]}>
          <Radio.Group
            className="cw-stack"
            options={[
              { value: "appraisal", label: "组织民主评议" },
              { value: "resurvey", label: "重新入户调查（公示撤下，须重新公示）" },
              { value: "unfounded", label: "经核实不成立，维持公示" },
            ]}
          />
        </Form.Item>
        <WordsItem name="answer" label="核实情况和答复" />
      </FormSection>
    </ActForm>
  );
}
