import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import { useState } from "react";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import type { SessionRow } from "@/api/types";
import { useSession } from "@/app/session";
import { DateText, PageHeader, Panel, QueryView, StatusTag, TableView, type Column } from "@/components";
import { deviceName } from "./device";
import { PasswordChange } from "./PasswordChange";

/** AccountPage: where one is signed in, ending what one does not know, and the password. */
export default function AccountPage() {
  const { staff, assignments } = useSession();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [round, setRound] = useState(0);
  const sessions = useQuery({ queryKey: ["sessions"], queryFn: ({ signal }) => api.get<SessionRow[]>("/api/sessions", undefined, signal) });
  const end = useMutation({
    mutationFn: (id: string) => api.del(`/api/sessions/${id}`),
    onSuccess: () => {
      message.success("已结束该登录");
      return queries.invalidateQueries({ queryKey: ["sessions"] });
    },
    onError: (thrown) => message.error(asApiError(thrown).message),
  });

  const columns: Column<SessionRow>[] = [
    { key: "device", title: "设备", primary: true, render: (s) => <span title={s.user_agent}>{deviceName(s.user_agent)}</span> },
    { key: "remote", title: "地址", render: (s) => s.remote },
    { key: "created", title: "登录时间", render: (s) => <DateText value={s.created_at} time /> },
    { key: "seen", title: "最近使用", render: (s) => <DateText value={s.last_seen_at} time /> },
    {
      key: "end",
      title: "操作",
      render: (s) =>
        s.current ? (
          <StatusTag tone="green">当前登录</StatusTag>
        ) : (
          <Popconfirm title="结束这个登录？" description="该设备须重新登录才能使用。" onConfirm={() => end.mutate(s.id)}>
            <Button size="small" danger>结束</Button>
          </Popconfirm>
        ),
    },
  ];
  return (
    <>
      <PageHeader title="我的登录" about={`${staff.name}（${staff.login}），共 ${(assignments ?? []).length} 个岗位`} />
      <Panel title="正在使用的登录">
        <QueryView query={sessions}>
          {(rows) => <TableView label="正在使用的登录" columns={columns} rows={rows} rowKey={(s) => s.id} />}
        </QueryView>
      </Panel>
      <Panel title="修改密码">
        <div style={{ maxWidth: 380 }}>
          <PasswordChange
            key={round}
            onDone={() => {
              message.success("密码已修改，其他设备上的登录已结束");
              setRound(round + 1);
              void queries.invalidateQueries({ queryKey: ["session"] });
              void queries.invalidateQueries({ queryKey: ["sessions"] });
            }}
          />
        </div>
      </Panel>
    </>
  );
}
