import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import type { DemoAccount } from "@/api/types";
import { shortPlace } from "@/app/shortPlace";
import { Panel } from "@/components/Panel";
import type { Credentials } from "./PasswordStep";

/** DemoAccounts lists the accounts of the demo province; outside demo mode the server has none and nothing is shown. */
export function DemoAccounts({ onPick }: { onPick: (account: Credentials) => void }) {
  const [text, setText] = useState("");
  const accounts = useQuery({
    queryKey: ["demo-accounts"],
    queryFn: async ({ signal }) => {
      try {
        return await api.get<DemoAccount[]>("/api/demo/accounts", undefined, signal);
      } catch (thrown) {
        if (asApiError(thrown).status === 404) return [];
        throw thrown;
      }
    },
    staleTime: Infinity,
  });
  const all = accounts.data ?? [];
  if (all.length === 0) return null;
  const shown = all.filter((a) => !text || `${a.login}${a.name}${a.role_label}${a.division_name}`.includes(text.trim()));
  return (
    <Panel title="演示账号" className="zf-sign-in-demo" extra={<span className="zf-help">点一行填入登录框</span>}>
      <Input
        aria-label="按岗位、地区或姓名查找演示账号"
        placeholder="按岗位、地区或姓名查找"
        allowClear
        value={text}
        onChange={(event) => setText(event.target.value)}
        style={{ marginBottom: 8 }}
      />
      <ul className="zf-accounts">
        {shown.map((a) => (
          <li key={a.login}>
            <button type="button" onClick={() => onPick({ login: a.login, password: a.password })}>
              <strong>{a.role_label}</strong>
              <span>{shortPlace(a.division_name)} · {a.name} · <code>{a.login}</code>{!a.password && "（密码已改）"}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
