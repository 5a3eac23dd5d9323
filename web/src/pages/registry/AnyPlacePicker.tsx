import { DivisionPicker } from "@/components/DivisionPicker";

interface Props {
  id?: string;
  value?: string;
  onChange?: (code: string | undefined) => void;
}

/** AnyPlacePicker picks a village anywhere: where people are registered, live or move to is not bound to one's range. */
export function AnyPlacePicker({ id, value, onChange }: Props) {
  return (
    <DivisionPicker
      id={id}
      value={value}
      onChange={(code) => onChange?.(code)}
      levels={[4, 5]}
      everywhere
      placeholder="选择或搜索村（居）"
    />
  );
}
