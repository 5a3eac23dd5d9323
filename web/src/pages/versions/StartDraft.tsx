import { useNavigate } from "@tanstack/react-router";
import { Button, Form, Input, Modal, Radio } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { FileField, ServerForm, uuid } from "@/components";
import { base64, versionsChanged, type PackDraft } from "./calls";

interface Values {
  title: string;
  from: "active" | "zip";
}

/** StartDraft begins a draft from the version in force or from a zip that was written elsewhere. */
export function StartDraft({ pack, open, onClose }: { pack: string; open: boolean; onClose: () => void }) {
  const navigate = useNavigate();
  const [id, setId] = useState(uuid);
  const [file, setFile] = useState<File | null>(null);
  const [form] = Form.useForm<Values>();
  const from = Form.useWatch("from", form);
  return (
    <Modal open={open} onCancel={onClose} footer={null} title="起草新版本" destroyOnHidden>
      <ServerForm<Values>
        form={form}
        guard={false}
        submitLabel="开始起草"
        initialValues={{ from: "active" }}
        extra={<Button onClick={onClose}>取消</Button>}
        onSubmit={async (values, key) => {
          const zip = values.from === "zip" && file ? await base64(file) : undefined;
          const draft = await api.post<PackDraft>("/api/policy-drafts", { id, pack, title: values.title, zip }, { idempotencyKey: key });
          setId(uuid());
          await versionsChanged();
          onClose();
          await navigate({ to: "/policy/drafts/$id", params: { id: draft.id } });
        }}
      >
        <Form.Item name="title" label="草稿名称" rules={[{ required: true, min: 2, max: 60, message: "草稿名称应为 2–60 个字。" }]}>
          <Input placeholder="例如：2027 年标准调整" />
        </Form.Item>
        <Form.Item name="from" label="从哪里起草">
          <Radio.Group options={[{ value: "active", label: "现行版本" }, { value: "zip", label: "上传压缩包" }]} />
        </Form.Item>
        {from === "zip" && (
          <Form.Item
            name="zip"
            label="压缩包（zip）"
            extra={`把文件夹 ${pack} 整个压缩；上级政策包没有改动的可以不放。`}
            rules={[{ required: true, message: "请选择压缩包。" }]}
          >
            <FileField label="压缩包（zip）" accept=".zip,application/zip" file={file} onChange={setFile} />
          </Form.Item>
        )}
      </ServerForm>
    </Modal>
  );
}
