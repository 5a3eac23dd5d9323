import { SearchOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { Input, type InputRef } from "antd";
import { useState, type RefObject } from "react";
import { askRegistry } from "@/pages/registry/asked";
import { useMay } from "./session";
import { searchTarget } from "./searchTarget";

/** GlobalSearch takes an ID number, a name or a case number to the page that answers it. */
export function GlobalSearch({ inputRef }: { inputRef: RefObject<InputRef | null> }) {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const mayRegistry = useMay("registry.search");
  const mayCases = useMay("case.list");
  if (!mayRegistry && !mayCases) return null;
  return (
    <form
      role="search"
      className="zf-search"
      onSubmit={(event) => {
        event.preventDefault();
        const target = searchTarget(text, { mayRegistry, mayCases });
        if (target?.to === "/registry") {
          askRegistry({ query: target.search.q }); // in memory: what is searched may be an ID number and never stands in an address
          setText("");
          void navigate({ to: "/registry" });
        } else if (target) void navigate(target);
      }}
    >
      <Input
        ref={inputRef}
        aria-label="搜索身份证号、姓名或受理号"
        placeholder="身份证号 / 姓名 / 受理号"
        prefix={<SearchOutlined aria-hidden />}
        suffix={<kbd aria-hidden="true">/</kbd>}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoComplete="off"
      />
    </form>
  );
}
