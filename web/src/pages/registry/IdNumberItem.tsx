import { Form, Input } from "antd";
import { useRef, useState } from "react";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import type { NamePath } from "@/components/formErrors";
import { useCodes } from "./codes";
import type { IdReading } from "./types";

interface Props {
  name: NamePath;
  label?: string;
  required?: boolean;
  help?: string;
  onDerived?: (derived: IdReading) => void;
}

/** IdNumberItem takes an ID number, lets the server check it as one leaves the field, and shows birth, sex and place that follow. */
export function IdNumberItem({ name, label = "身份证号", required = true, help, onDerived }: Props) {
  const codes = useCodes();
  const [derived, setDerived] = useState<IdReading | null>(null);
  const known = useRef<{ number: string; derived: IdReading } | null>(null);

  const check = async (_: unknown, value: string | undefined) => {
    const number = value?.trim() ?? "";
    if (!number) {
      setDerived(null);
      return;
    }
    if (known.current?.number === number) return;
    try {
      const answer = await api.post<IdReading>("/api/people/parse-id", { id_number: number });
      known.current = { number, derived: answer };
      setDerived(answer);
      onDerived?.(answer);
    } catch (thrown) {
      setDerived(null);
      const problem = asApiError(thrown);
      throw new Error(problem.errors[0]?.message ?? problem.message);
    }
  };
  return (
    <Form.Item
      name={name}
      label={label}
      validateTrigger="onBlur"
      validateFirst
      rules={[{ required, message: "请填写身份证号。" }, { validator: check }]}
      extra={
        derived ? (
          <span role="status">
            {codes.label("sex", derived.sex)}，{derived.birth} 出生，{derived.age} 岁
            {derived.division.name && `；首次登记在${derived.division.name}`}
          </span>
        ) : help
      }
    >
      <Input maxLength={24} autoComplete="off" spellCheck={false} inputMode="text" onChange={() => setDerived(null)} />
    </Form.Item>
  );
}
