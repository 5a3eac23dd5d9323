import { CheckCircleFilled } from "@ant-design/icons";

interface Props {
  titles: readonly string[];
  step: number;
  visited: ReadonlySet<number>;
  onGo: (step: number) => void;
}

/** StepRail shows how far the application is; steps already seen can be opened again. */
export function StepRail({ titles, step, visited, onGo }: Props) {
  return (
    <nav className="cw-rail" aria-label="填写进度">
      <ol>
        {titles.map((title, i) => {
          const done = i < step;
          return (
            <li key={title} className={i === step ? "cw-now" : undefined}>
              <button type="button" className="zf-plain" disabled={!visited.has(i)} aria-current={i === step ? "step" : undefined} onClick={() => onGo(i)}>
                <span className="cw-rail-mark" aria-hidden="true">{done ? <CheckCircleFilled /> : i + 1}</span>
                <span className="cw-rail-title">{title}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
