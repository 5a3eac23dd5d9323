import { FormOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { App, Button } from "antd";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import { DateText, EmptyState, PageHeader, Panel, QueryView, TableView, uuid } from "@/components";
import type { DraftSummary } from "../types";

/** ApplyPage begins an application, or goes on with one that was begun. */
export default function ApplyPage() {
  const navigate = useNavigate();
  const start = () => void navigate({ to: "/apply/$draft", params: { draft: uuid() }, search: { new: "1" } });
  const drafts = useQuery({ queryKey: ["drafts"], queryFn: ({ signal }) => api.get<{ items: DraftSummary[] }>("/api/drafts", undefined, signal) });
  return (
    <>
      <PageHeader
        title="申请"
        about="带身份证，签一份授权书，就可以申请。没有填完的自动保存，随时接着填。"
        actions={<Button type="primary" icon={<FormOutlined aria-hidden />} onClick={start}>新申请</Button>}
      />
      <Panel title="没有提交的申请">
        <QueryView query={drafts}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title="没有未提交的申请" next="从“新申请”开始，填写的内容会自动保存在这里。" action={<Button onClick={start}>新申请</Button>} />
            ) : (
              <Drafts rows={items} />
            )
          }
        </QueryView>
      </Panel>
    </>
  );
}

function Drafts({ rows }: { rows: DraftSummary[] }) {
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const discard = useMutation({
    mutationFn: (id: string) => api.del(`/api/drafts/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["drafts"] }),
    onError: (thrown) => void message.error(asApiError(thrown).message),
  });
  const ask = (row: DraftSummary) =>
    void modal.confirm({
      title: `删除“${row.title}”的草稿？`,
      content: "已填写的内容将不能找回。已经提交的申请不受影响。",
      okText: "删除",
      okButtonProps: { danger: true },
      cancelText: "保留",
      onOk: () => discard.mutateAsync(row.id).catch(() => undefined),
    });
  return (
    <TableView
      label="没有提交的申请"
      rows={rows}
      rowKey={(row) => row.id}
      rowTo={(row) => ({ to: "/apply/$draft", params: { draft: row.id } })}
      columns={[
        { key: "title", title: "申请", primary: true, render: (row) => row.title },
        { key: "at", title: "最后保存", render: (row) => <DateText value={row.updated_at} time /> },
        {
          key: "acts", title: "操作", render: (row) => (
            <span className="cw-inline">
              <Link to="/apply/$draft" params={{ draft: row.id }}>接着填</Link>
              <button type="button" className="zf-link" onClick={() => ask(row)}>删除</button>
            </span>
          ),
        },
      ]}
    />
  );
}
