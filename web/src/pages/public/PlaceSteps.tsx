import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Division } from "@/api/types";
import { QueryView } from "@/components/QueryView";
import { isBoardPlace, placesIn, placeSearch } from "./place";
import { boardQuery } from "./queries";

const asks = ["您在哪个省？", "哪个市？", "哪个县（市、区）？", "哪个镇（街道）？", "哪个村（社区）？"];

/** PlaceSteps asks for the village one level at a time, with big buttons; typing a name is the short way. With counts it says
 * where notices hang. */
export function PlaceSteps({ onChoose, counts: counted = true }: { onChoose: (place: Division) => void; counts?: boolean }) {
  const queries = useQueryClient();
  const [path, setPath] = useState<Division[]>([]);
  const [text, setText] = useState("");
  const here = path.at(-1);
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useQuery({ queryKey: ["public", "places", here?.code ?? ""], queryFn: () => placesIn(queries, here?.code ?? ""), staleTime: Infinity });
  const counts = useQuery(boardQuery(counted ? (here?.code ?? "") : ""));
  const running = new Map(counts.data?.places.map((place) => [place.code, place.notices]));
  const q = useSettled(text.trim());
  const found = useQuery({ ...placeSearch(q), enabled: q.length > 1 });

  const choose = (place: Division) => {
    if (isBoardPlace(place)) return onChoose(place);
    setText("");
    setPath((p) => (place.full_name.startsWith(here?.full_name ?? "") ? [...p, place] : [place]));
    heading.current?.focus();
  };
  const ask = asks[here ? here.level : 0];
  const shown = q.length > 1 ? (found.data ?? []).filter((d) => !d.placeholder) : undefined;

  return (
    <section className="zb-card" aria-labelledby="zb-place">
      <h2 id="zb-place">您的村（社区）在哪里？</h2>
      <label className="zb-label" htmlFor="zb-search">输入村（社区）或镇（街道）的名字</label>
      <input id="zb-search" className="zb-input" value={text} onChange={(e) => setText(e.target.value)} autoComplete="off" enterKeyHint="search" />
      {shown && shown.length === 0 && found.isSuccess && <p role="status">没有找到“{q}”，请换一个写法，或从下面逐级选择。</p>}
      {shown && shown.length > 0 && (
        <ul className="zb-places">
          {shown.slice(0, 20).map((d) => <li key={d.code}><button type="button" onClick={() => choose(d)}>{d.full_name}</button></li>)}
        </ul>
      )}
      {!shown?.length && (
        <>
          <h3 ref={heading} tabIndex={-1} className="zb-label">或者一级一级选：{ask}</h3>
          {here && (
            <p className="zb-here">
              <span>已选：<strong>{here.full_name}</strong></span>
              <button type="button" className="zb-quiet" onClick={() => setPath(path.slice(0, -1))}>返回上一级</button>
            </p>
          )}
          <QueryView query={list}>
            {(places) => (
              <ul className="zb-places zb-columns">
                {places.map((d) => (
                  <li key={d.code}>
                    <button type="button" onClick={() => choose(d)}>
                      {d.name}
                      {running.has(d.code) && <span className="zb-small">有 {running.get(d.code)} 份公示</span>}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </QueryView>
        </>
      )}
    </section>
  );
}

/** useSettled is the text as it stood a moment ago, so that not every letter asks the server. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 300);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
