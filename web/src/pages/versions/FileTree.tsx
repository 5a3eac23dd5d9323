import { Button, Form, Input, Modal, Switch } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { Panel, ServerForm } from "@/components";
import { versionsChanged, type GateProblem, type PackDraft } from "./calls";

interface Props {
  draft: PackDraft;
  files: NonNullable<PackDraft["files"]>;
  problems: readonly GateProblem[];
  current: string;
  onOpen: (path: string) => void;
}

const marks: Record<string, string> = { changed: "改", added: "新", removed: "删", same: "" };

/** FileTree lists the files by folder, with what was changed and where the gate found faults. */
export function FileTree({ draft, files, problems, current, onOpen }: Props) {
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [adding, setAdding] = useState(false);
  const shown = files.filter((f) => !onlyChanged || f.change !== "same" || f.path === current);
  const folders = new Map<string, typeof files>();
  for (const f of shown) {
    const folder = f.path.slice(0, f.path.lastIndexOf("/"));
    folders.set(folder, [...(folders.get(folder) ?? []), f]);
  }
  return (
    <Panel title="文件" className="vs-tree" extra={draft.state === "open" && <Button size="small" onClick={() => setAdding(true)}>新文件</Button>}>
      <label className="vs-switch"><Switch size="small" checked={onlyChanged} onChange={setOnlyChanged} aria-label="只看改过的" /> 只看改过的</label>
      <nav aria-label="草稿的文件">
        {[...folders].map(([folder, list]) => (
          <section key={folder}>
            <h3>{folder}</h3>
            <ul>
              {list.map((f) => {
                const faults = problems.filter((p) => p.file === f.path).length;
                return (
                  <li key={f.path}>
                    <button type="button" aria-current={f.path === current ? "true" : undefined} onClick={() => onOpen(f.path)}>
                      <span>{f.path.slice(folder.length + 1)}</span>
                      {marks[f.change] && <span className={`vs-mark vs-${f.change}`}>{marks[f.change]}</span>}
                      {faults > 0 && <span className="vs-mark vs-fault">{faults} 处问题</span>}
                    </button>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </nav>
      <Modal open={adding} onCancel={() => setAdding(false)} footer={null} title="新文件" destroyOnHidden>
        <ServerForm<{ path: string }>
          guard={false}
          submitLabel="新建"
          initialValues={{ path: `${draft.pack}/items/` }}
          onSubmit={async ({ path }) => {
            await api.put(`/api/policy-drafts/${draft.id}/file`, { path, text: "# 新文件\n", version: draft.version });
            await versionsChanged();
            setAdding(false);
            onOpen(path);
          }}
        >
          <Form.Item name="path" label="路径" rules={[{ required: true, pattern: /^[a-z0-9_]+(\/[a-z0-9_]+){1,2}\.yaml$/, message: "写作 政策包/类别/文件.yaml，例如 guangdong/items/dibao.yaml。" }]}>
            <Input />
          </Form.Item>
        </ServerForm>
      </Modal>
    </Panel>
  );
}
