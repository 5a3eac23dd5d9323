import { AutoComplete, Button, Form, Modal } from "antd";
import type { Dayjs } from "dayjs";
import { ServerForm } from "@/components/ServerForm";
import { AnyPlacePicker } from "./AnyPlacePicker";
import { registryChanged, removeMember } from "./calls";
import { DayItem, dayText } from "./DayItem";
import type { HouseholdDetail, HouseholdMember } from "./types";

interface Values {
  until?: Dayjs | null;
  reason: string;
  to_division?: string;
}

const reasons = ["婚嫁", "分户", "迁出", "入学", "收养关系解除"];

interface Props {
  household: HouseholdDetail;
  member: HouseholdMember;
  onClose: () => void;
}

/** LeaveDialog ends a membership; the file can be handed over to another office in the same step. */
export function LeaveDialog({ household, member, onClose }: Props) {
  return (
    <Modal open onCancel={onClose} footer={null} title={`离开本户：${member.name}`}>
      <p className="zf-consequences">去世的请在人员档案中登记死亡。离开后本户人数变化，正在享受的待遇须另行办理变更。</p>
      <ServerForm<Values>
        guard={false}
        submitLabel="确认离开"
        extra={<Button onClick={onClose}>取消</Button>}
        onSubmit={async (v, key) => {
          await removeMember(
            household.id,
            member.person_id,
            { version: household.version, until: dayText(v.until), reason: v.reason.trim(), to_division: v.to_division },
            key,
          );
          await registryChanged();
          onClose();
        }}
      >
        <DayItem name="until" label="离开日期" from={member.since} help="从这一天起不再是本户成员；不填为今天。" />
        <Form.Item name="reason" label="离开原因" rules={[{ required: true, whitespace: true, message: "请填写离开原因。" }]}>
          <AutoComplete options={reasons.map((value) => ({ value }))} maxLength={100} />
        </Form.Item>
        <Form.Item name="to_division" label="档案转往" extra="档案仍由本地管理的不用填。转往辖区以外后，您将不再看到这份档案。">
          <AnyPlacePicker />
        </Form.Item>
      </ServerForm>
    </Modal>
  );
}
