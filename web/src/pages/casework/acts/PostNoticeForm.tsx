import { Button } from "antd";
import { useState } from "react";
import { FormSection } from "@/components";
import { PaperPreview } from "../parts/PaperPreview";
import { Uploader } from "../parts/Uploader";
import { ActForm, type ActProps } from "./ActForm";
import { WordsItem } from "./fields";

interface Values { place?: string }

/** PostNoticeForm says that the notice hangs; from that day it runs. */
export default function PostNoticeForm(props: ActProps) {
  const [seen, setSeen] = useState(false);
  return (
    <ActForm<Values>
      {...props}
      submitLabel="登记已张贴"
      body={(v) => ({ place: v.place?.trim() ?? "" })}
      extra={<Button onClick={() => setSeen(!seen)} aria-expanded={seen}>{seen ? "收起公示" : "预览公示"}</Button>}
    >
      <FormSection title="张贴公示" help="公示只写姓名、家庭人数和金额。从张贴之日起公示 7 天，同时登在网上公示栏；期满无异议自动进入下一步。">
        <WordsItem name="place" label="张贴地点" rows={2} maxLength={200} extra="例如：盐运西社区居委会公示栏" />
        <Uploader caseId={props.data.case.id} kind="notice_photo" label="公示照片" />
      </FormSection>
      {seen && <PaperPreview caseId={props.data.case.id} proposed={{ kind: "public_notice" }} title="公示预览" />}
    </ActForm>
  );
}
