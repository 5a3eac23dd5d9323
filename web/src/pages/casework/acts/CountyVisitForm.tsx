import { useRef } from "react";
import { Alert } from "antd";
import { useSession } from "@/app/session";
import { date, FormSection } from "@/components";
import { useCatalogue } from "../data";
import { countyVisitNames } from "../names";
import { Uploader } from "../parts/Uploader";
import { ActForm, type ActProps } from "./ActForm";
import { entriesOf, MemberFactFields, placeOf, type FactsByWho } from "./memberFacts";
import { PeopleFields, peopleOf, type PersonInOffice } from "./people";
import { DayItem, WordsItem } from "./fields";

interface Values { visited_on?: string; visitors?: PersonInOffice[]; findings?: string; facts?: FactsByWho }

/** CountyVisitForm records the county's own visit, drawn by lot or forced by a near relative. */
export default function CountyVisitForm(props: ActProps) {
  const { data } = props;
  const { staff, current, now } = useSession();
  const fields = useCatalogue(data.case.item, data.case.division);
  const sent = useRef<ReturnType<typeof entriesOf>>([]);
  return (
    <ActForm<Values>
      {...props}
      submitLabel="登记县级入户"
      initial={{ visited_on: date(now), visitors: [{ name: staff.name, office: current.organisation || current.division_name }, {}] }}
      place={(name) => placeOf(name, sent.current)}
      body={(v) => {
        sent.current = entriesOf(fields, v.facts);
        return { visited_on: v.visited_on, visitors: peopleOf(v.visitors, staff), findings: v.findings?.trim() ?? "", facts: sent.current };
      }}
    >
      <Alert className="cw-gap" type="info" showIcon title={countyVisitNames[data.case.county_visit]} />
      <FormSection title="谁、何时入户">
        <DayItem name="visited_on" label="入户日期" min={data.case.accepted_at ? date(data.case.accepted_at) : undefined} />
        <PeopleFields name="visitors" who="入户人" least={1} />
      </FormSection>
      <FormSection title="入户所见">
        <WordsItem name="findings" label="入户所见" rows={6} maxLength={4000} />
        <Uploader caseId={data.case.id} kind="survey_photo" label="入户照片" />
      </FormSection>
      <FormSection title="核实的数据" help="只填核实到的；与原来不一致的，须退回镇街重新采信。"><MemberFactFields data={data} fields={fields} /></FormSection>
    </ActForm>
  );
}
