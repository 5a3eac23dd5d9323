import { FormSection } from "@/components";
import { ActForm, type ActProps } from "./ActForm";
import { SigningFields, signedNow, type SignedByPerson } from "./signing";
import { WordsItem } from "./fields";

interface Values { signed?: SignedByPerson; pledge?: boolean; comment?: string }

/** AcceptForm accepts the application; what is still unsigned is signed here. */
export default function AcceptForm(props: ActProps) {
  return (
    <ActForm<Values>
      {...props}
      submitLabel="受理"
      body={(v) => ({ authorisations: signedNow(v.signed), pledge: v.pledge || undefined, comment: v.comment?.trim() || undefined })}
    >
      <FormSection title="签署" help="受理须有全部成员的核对授权书和承诺书。受理之日起计算总时限，信息核对和入户调查同时开始。">
        <SigningFields data={props.data} pledge />
      </FormSection>
      <FormSection title="备注">
        <WordsItem name="comment" label="备注" required={false} rows={2} maxLength={500} />
      </FormSection>
    </ActForm>
  );
}
