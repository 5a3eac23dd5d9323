import { useMutation } from "@tanstack/react-query";
import { Button, Checkbox, Modal } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { ErrorState } from "./ErrorState";
import { useIdempotencyKey } from "./useIdempotencyKey";

interface Props {
  open: boolean;
  /** The act in words: "不予确认", "停发". */
  act: string;
  /** Exactly what the person will receive: the letter, with reasons and remedies. */
  letter: ReactNode;
  /** What else follows from the act (待遇、下一步、时限). */
  consequences?: ReactNode;
  danger?: boolean;
  /** Said above the letter, where nobody is written to. */
  intro?: ReactNode;
  /** What is shown is figures and not a letter. */
  figures?: boolean;
  /** Said while what is to be read has not come: until then nobody can confirm to have read it. */
  waiting?: string;
  /** What the person confirms to have read. */
  readLabel?: ReactNode;
  onConfirm: (idempotencyKey: string) => Promise<unknown>;
  onClose: () => void;
}

/** ConfirmLegalAct shows what the person will receive before a legal act is done, and does it once. */
export function ConfirmLegalAct(props: Props) {
  const { open, act, letter, consequences, danger = true, onConfirm, onClose } = props;
  const { intro = "当事人将收到以下文书：", readLabel = "我已核对文书内容，理由和救济途径无误", figures = false, waiting } = props;
  const [read, setRead] = useState(false);
  const idempotency = useIdempotencyKey();
  const running = useRef(false);
  const run = useMutation({
    mutationFn: () => onConfirm(idempotency.key()),
    onSettled: () => {
      running.current = false;
    },
    onSuccess: () => {
      idempotency.renew();
      close();
    },
  });
  // A second click may come before the button has been drawn as busy.
  const confirm = () => {
    if (running.current) return;
    running.current = true;
    run.mutate();
  };
  const close = () => {
    setRead(false);
    run.reset();
    onClose();
  };
  return (
    <Modal
      open={open}
      title={`核对并${act}`}
      width={760}
      onCancel={close}
      mask={{ closable: false }}
      footer={[
        <Button key="back" onClick={close}>返回修改</Button>,
        <Button key="do" type="primary" danger={danger} disabled={!read || waiting !== undefined} loading={run.isPending} onClick={confirm}>
          {act}
        </Button>,
      ]}
    >
      <p>{intro}</p>
      <div className={figures ? "zf-letter zf-figures" : "zf-letter"} tabIndex={0} role="region" aria-label={figures ? "将要生效的内容" : "将送达的文书"}>{letter}</div>
      {consequences && <div className="zf-consequences">{consequences}</div>}
      {run.isError && <ErrorState error={run.error} />}
      <Checkbox checked={read} disabled={waiting !== undefined} onChange={(event) => setRead(event.target.checked)}>{waiting ?? readLabel}</Checkbox>
    </Modal>
  );
}
