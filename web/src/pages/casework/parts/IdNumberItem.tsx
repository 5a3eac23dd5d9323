import { useQuery } from "@tanstack/react-query";
import { Form, Input } from "antd";
import type { ReactNode } from "react";
import { date } from "@/components";
import { useMay, useSession } from "@/app/session";
import { ageOn, readId, type IdFacts } from "./idNumber";
import { findPerson, parseId, type PersonHit } from "./registry";

type Path = (string | number)[];

interface Props {
  /** Path for Form.Item (inside a Form.List it begins with the index). */
  name: Path;
  /** Whole path in the form. */
  path: Path;
  label?: ReactNode;
  autoFocus?: boolean;
  /** Numbers that stand elsewhere in the same form. */
  others?: () => string[];
  onFound?: (hit: PersonHit) => void;
}

/** IdNumberItem asks for an ID number, says at once what is wrong with it, what it tells, and who on the register has it. */
export function IdNumberItem({ name, path, label = "身份证号", autoFocus, others, onFound }: Props) {
  const { now } = useSession();
  const today = date(now);
  const form = Form.useFormInstance();
  const typed = Form.useWatch(path, { form, preserve: true }) as string | undefined;
  const reading = typed ? readId(typed, today) : null;
  return (
    <Form.Item
        name={name}
        label={label}
        validateTrigger="onBlur"
        extra={reading?.ok ? <IdSays number={reading.number} facts={reading.facts} today={today} onFound={onFound} /> : undefined}
        rules={[
          { required: true, message: "请填写身份证号。" },
          {
            validator: async (_, value: string | undefined) => {
              if (!value) return;
              const read = readId(value, today);
              if (!read.ok) throw new Error(read.fault);
              if (others?.().includes(read.number)) throw new Error("这个身份证号在本表中已经填过，同一个人只填一次。");
            },
          },
        ]}
      >
        <Input autoFocus={autoFocus} autoComplete="off" spellCheck={false} maxLength={24} inputMode="text" className="cw-id" />
    </Form.Item>
  );
}

function IdSays({ number, facts, today, onFound }: { number: string; facts: IdFacts; today: string; onFound?: (hit: PersonHit) => void }) {
  const maySearch = useMay("registry.search");
  const place = useQuery({ queryKey: ["parse-id", number], queryFn: () => parseId(number), staleTime: Infinity, retry: false });
  const known = useQuery({ queryKey: ["person-by-id", number], queryFn: () => findPerson(number), enabled: maySearch, staleTime: 60_000, retry: false });
  const from = place.data?.division.name;
  return (
    <span className="cw-id-says">
      <span>{facts.sex}，{facts.birth} 出生，{ageOn(facts.birth, today)} 岁{from && `，发证地 ${from}`}</span>
      {known.data && (
        <span>
          登记簿已有此人：{known.data.name}（{known.data.number}，{known.data.division_name}{known.data.household_number && `，家庭 ${known.data.household_number}`}）
          {known.data.status === "deceased" && <strong className="zf-field-error">登记为已故，请核对身份。</strong>}
          {onFound && <button type="button" className="zf-link" onClick={() => known.data && onFound(known.data)}>填入已登记的信息</button>}
        </span>
      )}
      {maySearch && known.isSuccess && !known.data && <span>辖区登记簿没有此人，提交后新建档案。</span>}
    </span>
  );
}
