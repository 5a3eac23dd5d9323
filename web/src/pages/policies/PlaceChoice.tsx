import { useQuery, useQueryClient } from "@tanstack/react-query";
import { placesIn } from "@/pages/public/place";

const levels = [{ label: "省", digits: 2 }, { label: "市", digits: 4 }, { label: "县（市、区）", digits: 6 }] as const;

/** PlaceChoice picks province, city and county; standards differ no further down. */
export function PlaceChoice({ division, onChange }: { division: string; onChange: (division: string) => void }) {
  const chosen = levels.map((level) => {
    const code = division.slice(0, level.digits).padEnd(12, "0");
    return division && Number(division.slice(level.digits - 2, level.digits)) > 0 ? code : "";
  });
  return (
    <fieldset className="zp-place zp-screen">
      <legend>您在哪里？（选了地方，就显示当地的标准）</legend>
      {levels.map((level, i) => (
        <Level
          key={level.label}
          label={level.label}
          parent={i === 0 ? "" : (chosen[i - 1] ?? "")}
          enabled={i === 0 || chosen[i - 1] !== ""}
          value={chosen[i] ?? ""}
          onChange={(code) => onChange(code || (i === 0 ? "" : (chosen[i - 1] ?? "")))}
        />
      ))}
    </fieldset>
  );
}

interface LevelProps {
  label: string;
  parent: string;
  enabled: boolean;
  value: string;
  onChange: (code: string) => void;
}

function Level({ label, parent, enabled, value, onChange }: LevelProps) {
  const queries = useQueryClient();
  const places = useQuery({ queryKey: ["public", "places", parent], queryFn: () => placesIn(queries, parent), staleTime: Infinity, enabled });
  const list = enabled ? (places.data ?? []).filter((d) => d.level <= 3) : [];
  if (enabled && places.isSuccess && list.length === 0) return null;
  return (
    <label>
      <span>{label}</span>
      <select className="zb-input" value={list.some((d) => d.code === value) ? value : ""} disabled={!enabled} onChange={(e) => onChange(e.target.value)}>
        <option value="">{label === "省" ? "本省" : `不选${label}`}</option>
        {list.map((d) => <option key={d.code} value={d.code}>{d.name}</option>)}
      </select>
    </label>
  );
}
