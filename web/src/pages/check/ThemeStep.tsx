import { useState } from "react";
import { Heading } from "./Heading";
import type { CheckStart } from "./types";

interface Props { start: CheckStart; chosen: string[]; onDone: (themes: string[]) => void }

/** ThemeStep asks what help is wanted about; less is then asked. */
export function ThemeStep({ start, chosen, onDone }: Props) {
  const [themes, setThemes] = useState(chosen);
  const toggle = (code: string) => setThemes((now) => (now.includes(code) ? now.filter((t) => t !== code) : [...now, code]));
  return (
    <form className="zc-form" onSubmit={(e) => { e.preventDefault(); onDone(themes); }}>
      <Heading>您想了解哪方面的帮助？</Heading>
      <p className="zb-lead">选您最关心的一两样，要答的题就少得多。想一次看全，点最下面的“全部看看”，题目会多一些。</p>
      <fieldset className="zc-fieldset">
        <legend className="zb-label">可以选一样，也可以选几样：</legend>
        <div className="zc-options">
          {start.themes.map((t) => (
            <label key={t.code} className="zc-option">
              <input type="checkbox" checked={themes.includes(t.code)} onChange={() => toggle(t.code)} />
              <span>{t.label}<span className="zb-small">{t.items.slice(0, 3).join("、")}{t.items.length > 3 ? "等" : ""}</span></span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="zc-foot">
        {themes.length > 0 && <button type="submit" className="zb-button">只看选中的 {themes.length} 样</button>}
        <button type="button" className="zb-button zb-second" onClick={() => onDone([])}>全部看看</button>
      </div>
    </form>
  );
}
