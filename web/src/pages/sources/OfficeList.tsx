import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { Page, Organisation, Schemas } from "@/api/types";
import { queryClient } from "@/app/query";
import { EmptyState, ErrorState, Panel, QueryView, TableView } from "@/components";

type Office = Schemas["SourceOffice"];

/** OfficeList says which offices answer for a desk source, and lets the province change it. */
export function OfficeList({ source }: { source: string }) {
  const key = ["sources", "offices", source];
  const offices = useQuery({ queryKey: key, queryFn: async ({ signal }) => (await api.get<Schemas["SourceOffices"]>(`/api/sources/${source}/offices`, undefined, signal)).offices ?? [] });
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string>();
  const found = useQuery({
    queryKey: ["organisations", "departments", text],
    queryFn: async ({ signal }) => (await api.get<Page<Organisation>>("/api/organisations", { q: text, kind: "department", limit: 50 }, signal)).items ?? [],
  });
  const set = useMutation({
    mutationFn: (body: Schemas["SetSourceOffice"]) => api.put(`/api/sources/${source}/offices`, body),
    onSuccess: async () => {
      setChosen(undefined);
      await queryClient.invalidateQueries({ queryKey: key });
    },
  });
  return (
    <Panel level={3} title="哪些窗口答复？">
      {set.isError && <ErrorState error={set.error} />}
      <QueryView query={offices}>
        {(list) => list.length === 0
          ? <EmptyState title="还没有指定答复窗口" next="没有窗口的问题不会有人答复。请在下面选择部门机构。" />
          : (
            <TableView<Office>
              label="答复窗口"
              rows={list}
              rowKey={(o) => o.organisation_id}
              columns={[
                { key: "name", title: "机构", primary: true, render: (o) => o.name },
                { key: "place", title: "答复哪里的人", render: (o) => o.place },
                { key: "by", title: "指定人", render: (o) => o.by_name },
                {
                  key: "acts", title: "操作",
                  render: (o) => <button type="button" className="zf-link" onClick={() => set.mutate({ organisation_id: o.organisation_id, answers: false })} aria-label={`取消${o.name}`}>取消</button>,
                },
              ]}
            />
          )}
      </QueryView>
      <p className="sr-add">
        <Select
          aria-label="部门机构"
          placeholder="输入机构名称查找"
          style={{ width: 320 }}
          value={chosen}
          onChange={setChosen}
          loading={found.isFetching}
          showSearch={{ filterOption: false, onSearch: setText }}
          options={(found.data ?? []).filter((o) => o.active).map((o) => ({ value: o.id, label: `${o.name}（${o.division_name}）` }))}
        />
        <Button disabled={!chosen} loading={set.isPending} onClick={() => chosen && set.mutate({ organisation_id: chosen, answers: true })}>指定为答复窗口</Button>
      </p>
    </Panel>
  );
}
