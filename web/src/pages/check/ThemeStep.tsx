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
      <p className="zb-lead">可以选几样。选得越少，问得越少；不知道选什么，就点“全部看看”。</p>
      <button type="button" className="zb-button" onClick={() => onDone([])}>全部看看</button>
      <fieldset className="zc-fieldset">
        <legend className="zb-label">或者选您关心的：</legend>
        <div className="zc-options">
          {start.themes.map((t) => (
            <label key={t.code} className="zc-option">
              <input type="checkbox" checked={themes.includes(t.code)} onChange={() => toggle(t.code)} />
              <span>{t.label}<span className="zb-small">{t.items.slice(0, 3).join("、")}{t.items.length > 3 ? "等" : ""}</span></span>
            </label>
          ))}
        </div>
      </fieldset>
      {themes.length > 0 && <button type="submit" className="zb-button">只看选中的 {themes.length} 样</button>}
    </form>
  );
}
