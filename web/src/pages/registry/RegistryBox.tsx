import { SearchOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { lazy, Suspense, useState, type FormEvent } from "react";
import type { Asked } from "./asked";

const DivisionPicker = lazy(() => import("@/components/DivisionPicker").then((m) => ({ default: m.DivisionPicker })));

/** RegistryBox is the one box of the register: whatever is known of a person goes in here. */
export function RegistryBox({ asked, onAsk }: { asked: Asked | null; onAsk: (asked: Asked) => void }) {
  const [text, setText] = useState(asked?.query ?? "");
  const [division, setDivision] = useState(asked?.division);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk({ query: text.trim(), division });
  };
  return (
    <form role="search" aria-label="档案查询" className="zf-panel zr-ask" onSubmit={submit} autoComplete="off">
      <div className="zr-box">
        <label htmlFor="zr-query">身份证号、姓名、手机号码或编号</label>
        <Input
          id="zr-query"
          value={text}
          onChange={(e) => setText(e.target.value)}
          prefix={<SearchOutlined aria-hidden />}
          maxLength={60}
          allowClear
          autoFocus
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <div>
        <label htmlFor="zr-place">地区（选填，同名多时缩小范围）</label>
        <Suspense fallback={<div style={{ width: 260, height: 36 }} />}>
          <DivisionPicker id="zr-place" value={division} onChange={(code) => setDivision(code)} style={{ width: 260 }} placeholder="全部辖区" />
        </Suspense>
      </div>
      <Button type="primary" htmlType="submit">查询</Button>
    </form>
  );
}
