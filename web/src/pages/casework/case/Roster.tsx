import { MaskedValue, Panel, StatusTag } from "@/components";
import { useMay } from "@/app/session";
import { sexNames } from "../names";
import { useRelations } from "../parts/codes";
import type { CaseMember, CasePageData } from "../types";

/** Roster lists the household as it applied, and whether each counts and has authorised the queries. */
export function Roster({ data }: { data: CasePageData }) {
  const relations = useRelations();
  const reveal = useMay("person.reveal");
  const counted = (m: CaseMember) => data.result?.members?.find((r) => r.id === m.person_id);
  const value = (m: CaseMember, key: string) => {
    const row = data.facts.find((f) => f.person_id === m.person_id && f.key === key);
    return row?.adopted?.text ?? row?.verified?.text ?? row?.surveyed?.text ?? row?.declared?.text;
  };
  return (
    <Panel title={`家庭与成员（${data.members.length} 人）`}>
      <div className="zf-scroll" tabIndex={0} role="region" aria-label="家庭成员">
        <table className="zf-facts cw-roster">
          <thead>
            <tr><th scope="col">姓名</th><th scope="col">与户主关系</th><th scope="col">年龄</th><th scope="col">身份证号</th><th scope="col">劳动能力</th><th scope="col">残疾</th><th scope="col">计入家庭</th><th scope="col">授权书</th></tr>
          </thead>
          <tbody>
            {data.members.map((m) => {
              const count = counted(m);
              const signed = data.authorisations.find((a) => a.person_id === m.person_id && !a.withdrawn_at);
              return (
                <tr key={m.person_id}>
                  <th scope="row">{m.name}{m.role === "applicant" && <span className="zf-help">（申请人）</span>}{m.role === "supporter" && <span className="zf-help">（赡抚养人）</span>}</th>
                  <td>{relations.label(m.relation)}</td>
                  <td className="zf-num">{sexNames[m.sex] ?? ""} {m.age} 岁</td>
                  <td><MaskedValue value={m.id_masked} label={`${m.name}的身份证号`} revealPath={reveal ? `/api/people/${m.person_id}/reveal` : undefined} revealBody={{ field: "id_number" }} /></td>
                  <td>{value(m, "work_ability") ?? <span aria-label="没有来源">—</span>}</td>
                  <td>{disability(value(m, "disability_type"), value(m, "disability_grade"))}</td>
                  <td>{m.role === "supporter" ? "不计" : count?.counted === false ? <span title={count.reason}>不计：{count.reason}</span> : count?.counted === true ? "计入" : <span className="zf-unknown">待定</span>}</td>
                  <td>{m.authorised ? <span title={signed && `${signed.number}，${signed.signed_by}签于 ${signed.signed_on}`}>已签{signed?.guardian && "（监护人）"}</span> : <StatusTag tone="amber">未签</StatusTag>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {data.relatives.length > 0 && (
        <div className="cw-sub">
          <h3>近亲属备案</h3>
          <ul className="cw-list">
            {data.relatives.map((r) => <li key={`${r.person_id}${r.staff_name}`}>{r.member}与{r.staff_name}（{r.office}）：{r.relation}</li>)}
          </ul>
        </div>
      )}
    </Panel>
  );
}

function disability(type: string | undefined, grade: string | undefined) {
  if (!type && !grade) return <span aria-label="没有来源">—</span>;
  if (type === "无") return "无";
  return `${type ?? ""}${grade ?? ""}`;
}
