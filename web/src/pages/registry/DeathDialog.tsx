import { Button, Form, Input, Modal, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { ServerForm } from "@/components/ServerForm";
import { recordDeath, registryChanged } from "./calls";
import { DayItem } from "./DayItem";
import type { PersonDetail } from "./types";

interface Values {
  death_date: Dayjs;
  source: string;
  other?: string;
}

const sources = ["死亡医学证明", "火化证明", "公安注销户口", "村（居）核实"];
const another = "其他";

/** DeathDialog records a death: the person leaves the household on the day after, and nothing can be applied for any more. */
export function DeathDialog({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  return (
    <Modal open onCancel={onClose} footer={null} title={`登记死亡：${person.name}`}>
      <p className="zf-consequences">
        登记后，{person.name}从死亡次日起不再是家庭成员。户主去世的，请随后在家庭档案中变更户主；正在享受的待遇须另行办理变更或停发。
      </p>
      <ServerForm<Values>
        guard={false}
        submitLabel="登记死亡"
        initialValues={person.death_date ? { death_date: dayjs(person.death_date) } : {}}
        extra={<Button onClick={onClose}>取消</Button>}
        onSubmit={async (v) => {
          const source = v.source === another ? (v.other ?? "").trim() : v.source;
          await recordDeath(person.id, { version: person.version, death_date: v.death_date.format("YYYY-MM-DD"), source });
          await registryChanged();
          onClose();
        }}
      >
        <DayItem name="death_date" label="死亡日期" from={person.birth} required="请选择死亡日期。" />
        <Form.Item name="source" label="凭据" rules={[{ required: true, message: "请选择凭据。" }]}>
          <Select options={[...sources, another].map((s) => ({ value: s, label: s }))} />
        </Form.Item>
        <Form.Item noStyle dependencies={["source"]}>
          {({ getFieldValue }) => getFieldValue("source") === another && (
            <Form.Item name="other" label="凭据名称" rules={[{ required: true, whitespace: true, message: "请写明凭据名称。" }]}>
              <Input maxLength={50} />
            </Form.Item>
          )}
        </Form.Item>
      </ServerForm>
    </Modal>
  );
}
