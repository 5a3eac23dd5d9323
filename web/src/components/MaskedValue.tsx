import { EyeOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Input, Modal } from "antd";
import { useEffect, useId, useState } from "react";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";

interface Props {
  /** The masked text, as the server sent it: "4401**********1234". */
  value: string | null | undefined;
  /** What it is, for the question: "身份证号". */
  label: string;
  /** Where the purpose is posted; absent: the role may not reveal. */
  revealPath?: string;
  /** More of the request body, such as which field. */
  revealBody?: Record<string, unknown>;
}

const shownMs = 60_000;

/** MaskedValue hides personal data behind an eye that asks the purpose; each look is audited and ends after a minute. */
export function MaskedValue({ value, label, revealPath, revealBody }: Props) {
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState("");
  const id = useId();
  const reveal = useMutation({
    mutationFn: () => api.post<{ value: string }>(revealPath ?? "", { ...revealBody, purpose: purpose.trim() }),
    onSuccess: () => setAsking(false),
  });
  const clear = reveal.data?.value;
  const { reset } = reveal;
  useEffect(() => {
    if (!clear) return;
    const timer = setTimeout(reset, shownMs);
    return () => clearTimeout(timer);
  }, [clear, reset]);

  if (!value) return <span aria-label="无">—</span>;
  const ready = purpose.trim().length >= 4;
  return (
    <span className="zf-masked" onClick={(event) => event.stopPropagation()}>
      <span className="zf-num">{clear ?? value}</span>
      {revealPath && !clear && (
        <Button type="text" size="small" icon={<EyeOutlined />} aria-label={`查看完整${label}`} onClick={() => setAsking(true)} />
      )}
      <Modal
        open={asking}
        title={`查看完整${label}`}
        okText="查看"
        okButtonProps={{ disabled: !ready, loading: reveal.isPending }}
        onOk={() => reveal.mutate()}
        onCancel={() => setAsking(false)}
      >
        <label htmlFor={id}>查看用途（记入审计记录）</label>
        <Input
          id={id}
          value={purpose}
          maxLength={100}
          autoFocus
          onChange={(event) => setPurpose(event.target.value)}
          onPressEnter={() => ready && reveal.mutate()}
        />
        <p className="zf-help">例如：电话核实入户时间。完整信息显示一分钟后自动隐藏。</p>
        {reveal.isError && <p role="alert" className="zf-field-error">{asApiError(reveal.error).message}</p>}
      </Modal>
    </span>
  );
}
