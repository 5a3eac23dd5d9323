import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/api/http";
import { QueryView } from "@/components/QueryView";
import "@/pages/public/board.css";
import { PlaceSteps } from "@/pages/public/PlaceSteps";
import { bodyOf, emptyCheck, said, type Check } from "./answers";
import "./check.css";
import { load, save, wipe } from "./keep";
import { PeopleStep } from "./PeopleStep";
import { QuestionStep } from "./QuestionStep";
import { Results } from "./Results";
import { Heading } from "./Heading";
import { ThemeStep } from "./ThemeStep";
import type { CheckReply, CheckStart } from "./types";
import { useIdle } from "./useIdle";

const idleMinutes = 15;

/** CheckPage leads a person through the self-check, a few questions a screen. What is said stays in this tab. */
export default function CheckPage() {
  const [check, setCheck] = useState<Check>(load);
  const queries = useQueryClient();
  const change = (next: Check) => {
    save(next);
    setCheck(next);
    window.scrollTo({ top: 0 });
  };
  const clear = () => {
    wipe();
    queries.removeQueries({ queryKey: ["check"] });
    setCheck(emptyCheck());
    window.scrollTo({ top: 0 });
  };
  useIdle(idleMinutes, clear);
  return (
    <>
      {check.stage === "place" && (
        <>
          <Heading>看看可以申请什么</Heading>
          <p className="zb-lead">回答几个问题，就知道您家可以申请哪些帮助、大约有多少、要带什么、到哪里办。不用登录，不问姓名和证件号码。</p>
          <p className="zb-lead">您的回答只留在这部手机（电脑）上，关掉页面就清除，我们不保存。</p>
          <PlaceSteps counts={false} onChoose={(d) => change({ ...check, division: d.code, place: d.full_name, stage: "themes" })} />
        </>
      )}
      {check.stage !== "place" && <Inside check={check} onChange={change} onClear={clear} />}
    </>
  );
}

interface Props { check: Check; onChange: (next: Check) => void; onClear: () => void }

function Inside({ check, onChange, onClear }: Props) {
  const begin = useQuery({
    queryKey: ["check", "begin", check.division],
    queryFn: ({ signal }) => api.get<CheckStart>("/api/public/check", { division: check.division }, signal),
    staleTime: Infinity,
  });
  return (
    <QueryView query={begin}>
      {(start) => (
        <>
          <p className="zc-place">{check.place} <button type="button" className="zb-quiet" onClick={() => onChange({ ...check, stage: "place" })}>换一个地方</button></p>
          {check.stage === "themes" && <ThemeStep start={start} chosen={check.themes} onDone={(themes) => onChange({ ...check, themes, trail: [], at: 0, stage: "people" })} />}
          {check.stage === "people" && (
            <PeopleStep
              start={start}
              members={check.members}
              onBack={() => onChange({ ...check, stage: "themes" })}
              onDone={(members) => onChange({ ...check, members, trail: [], at: 0, stage: "ask" })}
            />
          )}
          {(check.stage === "ask" || check.stage === "done") && <Asking check={check} onChange={onChange} onClear={onClear} />}
        </>
      )}
    </QueryView>
  );
}

function Asking({ check, onChange, onClear }: Props) {
  const body = bodyOf(check);
  const reply = useQuery({
    queryKey: ["check", "reply", body],
    queryFn: ({ signal }) => api.post<CheckReply>("/api/public/check", body, { signal }),
    staleTime: 5 * 60_000,
    gcTime: 0, // answers are not kept in memory once the screen is left
    refetchOnWindowFocus: false,
    placeholderData: undefined,
  });
  const before = check.at < check.trail.length ? check.trail[check.at] : undefined;
  const back = () => onChange(check.at === 0 ? { ...check, stage: "people" } : { ...check, stage: "ask", at: check.at - 1 });
  const results = () => onChange({ ...check, stage: "done" });
  return (
    <QueryView query={reply}>
      {(data) => {
        const screen = before ?? data.screen;
        if (check.stage === "done" || !screen) {
          return <Results reply={data} more={Boolean(data.screen)} onAsk={() => onChange({ ...check, stage: "ask", at: check.trail.length })} onBack={back} onClear={onClear} />;
        }
        return (
          <QuestionStep
            key={`${check.at}.${screen.questions.map((q) => q.fact).join()}`}
            check={check}
            screen={screen}
            left={data.left + (check.trail.length - check.at)}
            onBack={back}
            onNext={(values) => onChange(said(check, screen, values))}
            onResults={results}
          />
        );
      }}
    </QueryView>
  );
}
