import { Tooltip } from "antd";

export type ParameterStatus = "official" | "floor" | "sample";

const texts: Record<Exclude<ParameterStatus, "official">, [string, string]> = {
  floor: ["省定底线", "当地标准未公布，按省级最低标准计算。"],
  sample: ["示例值", "没有查到公开的规定，本值仅供演示，正式使用前须由主管部门核定。"],
};

/** SampleMark stands by every result of a parameter that is a floor or a sample; official ones carry nothing. */
export function SampleMark({ status }: { status: ParameterStatus | string | undefined }) {
  if (status !== "floor" && status !== "sample") return null;
  const [label, why] = texts[status];
  return (
    <Tooltip title={why}>
      <span className={`zf-mark zf-mark-${status}`} tabIndex={0}>{label}</span>
    </Tooltip>
  );
}
