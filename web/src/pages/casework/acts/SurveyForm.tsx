import { Checkbox, Form, Input } from "antd";
import { useRef } from "react";
import { useSession } from "@/app/session";
import { date, FormSection } from "@/components";
import { useCatalogue } from "../data";
import { Uploader } from "../parts/Uploader";
import { ActForm, type ActProps } from "./ActForm";
import { entriesOf, MemberFactFields, placeOf, type FactsByWho } from "./memberFacts";
import { PeopleFields, peopleOf, type PersonInOffice } from "./people";
import { DayItem, WordsItem } from "./fields";

interface Values {
  visited_on?: string;
  surveyors?: PersonInOffice[];
  family_signer?: string;
  family_signed?: boolean;
  situation?: string;
  facts?: FactsByWho;
}

/** SurveyForm records the home survey, standing in the doorway with a phone or later at the desk. */
export default function SurveyForm(props: ActProps) {
  const { data } = props;
  const { staff, current, now } = useSession();
  const fields = useCatalogue(data.case.item, data.case.division);
  const sent = useRef<ReturnType<typeof entriesOf>>([]);
  return (
    <ActForm<Values>
      {...props}
      submitLabel="完成入户调查"
      initial={{ visited_on: date(now), surveyors: [{ name: staff.name, office: current.organisation || current.division_name }, {}], family_signer: data.case.applicant_name }}
      place={(name) => placeOf(name, sent.current)}
      body={(v) => {
        sent.current = entriesOf(fields, v.facts);
        return {
          visited_on: v.visited_on, surveyors: peopleOf(v.surveyors, staff), family_signer: v.family_signer?.trim() ?? "", family_signed: v.family_signed ?? false,
          situation: v.situation?.trim() ?? "", facts: sent.current,
        };
      }}
    >
      <FormSection title="谁、何时入户" help="调查人不少于两名，不能是同一人。">
        <DayItem name="visited_on" label="入户日期" min={data.case.accepted_at ? date(data.case.accepted_at) : undefined} />
        <PeopleFields name="surveyors" who="调查人" least={2} />
      </FormSection>
      <FormSection title="看到的情况">
        <WordsItem name="situation" label="家庭情况" rows={6} maxLength={4000} extra="住房、健康、劳动、生活状况，以及家庭成员的说明。" />
        <Uploader caseId={data.case.id} kind="survey_photo" label="入户照片" />
      </FormSection>
      <FormSection title="入户核实的数据" help="只填核实到的。空着的不改变申报和核对的结果。">
        <MemberFactFields data={data} fields={fields} copyDeclared />
      </FormSection>
      <FormSection title="签字" help="调查表须由调查人和家庭成员签字。家庭成员拒绝签字的，按不配合处理并书面告知。">
        <Form.Item name="family_signer" label="家庭签字人"><Input maxLength={50} autoComplete="off" /></Form.Item>
        <Form.Item
          name="family_signed"
          valuePropName="checked"
          className="cw-tight"
          rules={[{ validator: async (_, on?: boolean) => { if (!on) throw new Error("入户调查表须由调查人和家庭成员签字。"); } }]}
        >
          <Checkbox>调查人和家庭成员都已在入户调查表上签字</Checkbox>
        </Form.Item>
      </FormSection>
    </ActForm>
  );
}
