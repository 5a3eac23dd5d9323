import { Button, Form, Modal, Select } from "antd";
import { ServerForm } from "@/components/ServerForm";
import { changeHead, registryChanged } from "./calls";
import { RelationItem } from "./RelationItem";
import type { HouseholdDetail } from "./types";

interface Values {
  person_id: string;
  relations?: Record<string, { relation: string }>;
}

interface Props {
  household: HouseholdDetail;
  onClose: () => void;
}

/** HeadDialog names another head; every other member's relation to the new head is said anew. */
export function HeadDialog({ household, onClose }: Props) {
  const present = household.members.filter((m) => !m.until);
  return (
    <Modal open onCancel={onClose} footer={null} title="变更户主">
      <p className="zf-help">关系都是对户主说的：换了户主，其他成员与户主的关系要重新选择。过去的关系保留在档案里。</p>
      <ServerForm<Values>
        guard={false}
        submitLabel="变更户主"
        extra={<Button onClick={onClose}>取消</Button>}
        onSubmit={async (v, key) => {
          const relations = present
            .filter((m) => m.person_id !== v.person_id)
            .map((m) => ({ person_id: m.person_id, relation: v.relations?.[m.person_id]?.relation ?? "" }));
          await changeHead(household.id, { version: household.version, person_id: v.person_id, relations }, key);
          await registryChanged();
          onClose();
        }}
      >
        <Form.Item name="person_id" label="新户主" rules={[{ required: true, message: "请选择新户主。" }]}>
          <Select options={present.filter((m) => m.person_id !== household.head_id).map((m) => ({ value: m.person_id, label: `${m.name}（${m.age} 岁）` }))} />
        </Form.Item>
        <Form.Item noStyle dependencies={["person_id"]}>
          {({ getFieldValue }) => {
            const chosen: unknown = getFieldValue("person_id");
            if (!chosen) return null;
            return present
              .filter((m) => m.person_id !== chosen)
              .map((m) => <RelationItem key={m.person_id} name={["relations", m.person_id, "relation"]} label={`${m.name}与新户主的关系`} />);
          }}
        </Form.Item>
      </ServerForm>
    </Modal>
  );
}
