import { useRef } from "react";
import { FormSection } from "@/components";
import { useCatalogue } from "../data";
import { Uploader } from "../parts/Uploader";
import { ActForm, type ActProps } from "./ActForm";
import { entriesOf, MemberFactFields, placeOf, type FactsByWho } from "./memberFacts";
import { SigningFields, signedNow, type SignedByPerson } from "./signing";
import { WordsItem } from "./fields";

interface Values { facts?: FactsByWho; signed?: SignedByPerson; pledge?: boolean; comment?: string }

/** SupplementedForm takes in what the family brought. */
export default function SupplementedForm(props: ActProps) {
  const { data } = props;
  const fields = useCatalogue(data.case.item, data.case.division);
  const sent = useRef<ReturnType<typeof entriesOf>>([]);
  return (
    <ActForm<Values>
      {...props}
      submitLabel="登记补正"
      place={(name) => placeOf(name, sent.current)}
      body={(v) => {
        sent.current = entriesOf(fields, v.facts);
        return { facts: sent.current, authorisations: signedNow(v.signed), pledge: v.pledge || undefined, comment: v.comment?.trim() || undefined };
      }}
    >
      <FormSection title="收到的材料">
        <Uploader caseId={data.case.id} />
        <WordsItem name="comment" label="收到了什么" required={false} rows={2} maxLength={500} />
      </FormSection>
      <FormSection title="补签"><SigningFields data={data} pledge /></FormSection>
      <FormSection title="补充申报" help="家庭补充说明的情况；没有变化的不用填。"><MemberFactFields data={data} fields={fields} /></FormSection>
    </ActForm>
  );
}
