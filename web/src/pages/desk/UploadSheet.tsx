import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Modal } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { queryClient } from "@/app/query";
import { ErrorState, FileField, TableView } from "@/components";
import type { DeskFault, DeskUpload } from "./calls";

/** UploadSheet looks at a filled sheet first: bad lines are told with their reasons, good ones are taken when the person agrees. */
export function UploadSheet({ source, onClose }: { source: string; onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const send = useMutation({
    mutationFn: ({ of, agree }: { of: File; agree: boolean }) => api.post<DeskUpload>(`/api/desk/sheets/${source}${agree ? "?agree=true" : ""}`, of),
    onSuccess: (result) => {
      if (result.taken) void queryClient.invalidateQueries({ queryKey: ["desk"] });
    },
  });
  const seen = send.data;
  const bad = seen?.bad ?? [];
  const choose = (chosen: File | null) => {
    send.reset();
    setFile(chosen);
    if (chosen) send.mutate({ of: chosen, agree: false });
  };
  return (
    <Modal
      open
      width={760}
      title="上传填好的表格"
      onCancel={onClose}
      destroyOnHidden
      footer={[
        <Button key="close" onClick={onClose}>{seen?.taken ? "完成" : "取消"}</Button>,
        !seen?.taken && (
          <Button key="take" type="primary" disabled={!file || !seen || seen.good === 0} loading={send.isPending} onClick={() => file && send.mutate({ of: file, agree: true })}>
            {seen && seen.good > 0 ? `收下 ${seen.good} 个答复` : "收下答复"}
          </Button>
        ),
      ]}
    >
      <FileField label="填好的表格（Excel 或 CSV）" accept=".xlsx,.csv" file={file} onChange={choose} />
      {send.isPending && <p className="zf-help" role="status">正在检查表格…</p>}
      {send.isError && <ErrorState error={send.error} />}
      {seen && (
        <Alert
          type={seen.taken ? "success" : bad.length > 0 ? "warning" : "info"}
          showIcon
          title={seen.taken ? `已收下 ${seen.good} 个答复。` : seen.good > 0 ? `可以收下 ${seen.good} 个答复，您同意后才登记。` : "表格里没有可以收下的新答复。"}
          description={[seen.again > 0 && `${seen.again} 个已经答复过，内容相同，不再登记。`, bad.length > 0 && `${bad.length} 行有问题，没有收下；请改好后重新上传整张表格。`].filter(Boolean).join("")}
        />
      )}
      {bad.length > 0 && (
        <TableView<DeskFault & { key: number }>
          label="有问题的行"
          rows={bad.map((b, key) => ({ ...b, key }))}
          rowKey={(b) => b.key}
          columns={[
            { key: "row", title: "行", align: "right", render: (b) => b.row },
            { key: "column", title: "列", render: (b) => b.column ?? "—" },
            { key: "what", title: "问题", wrap: true, render: (b) => b.what },
          ]}
        />
      )}
    </Modal>
  );
}
