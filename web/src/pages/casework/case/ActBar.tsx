import { DownOutlined } from "@ant-design/icons";
import { Button, Dropdown, Tooltip } from "antd";
import type { Act } from "../types";

/** Acts that end or slow a case stand behind the menu: they are never what a person came to do. */
const rare = ["withdraw", "terminate", "extend", "objections"];

/** What blocks these can be mended in their own form (a signature), or leaves another outcome open (refuse, return). */
const mendable = ["accept", "review", "confirm"];

/** shut tells whether an act cannot even be opened now. */
export const shut = (a: Act) => Boolean(a.blocked) && (!mendable.includes(a.act) || a.blocked?.includes("同一人") === true);

export function splitActs(acts: readonly Act[]): { main: Act[]; more: Act[] } {
  const main = acts.filter((a) => !rare.includes(a.act));
  return { main, more: acts.filter((a) => rare.includes(a.act)) };
}

/** ActBar offers what this person may do now; what must wait says why. */
export function ActBar({ acts, onAct }: { acts: readonly Act[]; onAct: (act: Act) => void }) {
  const { main, more } = splitActs(acts);
  const first = main.find((a) => !shut(a));
  return (
    <>
      {more.length > 0 && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: more.map((a) => ({ key: a.act, label: <>{a.name}{a.blocked && <div className="zf-help cw-why">{a.blocked}</div>}</>, disabled: shut(a) })),
            onClick: ({ key }) => {
              const act = more.find((a) => a.act === key);
              if (act) onAct(act);
            },
          }}
        >
          <Button>其他办理 <DownOutlined aria-hidden /></Button>
        </Dropdown>
      )}
      {main.filter((a) => a !== first).map((a) =>
        shut(a) ? (
          <Tooltip key={a.act} title={a.blocked} trigger={["hover", "focus"]}>
            <Button aria-disabled className="cw-blocked" onClick={(e) => e.preventDefault()}>{a.name}<span className="zf-hidden">，暂不能办理：{a.blocked}</span></Button>
          </Tooltip>
        ) : (
          <Button key={a.act} onClick={() => onAct(a)}>{a.name}</Button>
        ),
      )}
      {first && <Button type="primary" onClick={() => onAct(first)}>{first.name}</Button>}
    </>
  );
}
