import { PlusOutlined } from "@ant-design/icons";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect } from "react";
import { useMay } from "@/app/session";
import { EmptyState } from "@/components/EmptyState";
import { PageHeader } from "@/components/PageHeader";
import "./registry.css";
import { askRegistry, useAsked } from "./asked";
import { RegistryBox } from "./RegistryBox";
import { RegistryResults } from "./RegistryResults";

/** RegistryPage finds people by ID number, name, phone or readable number, within the range of the role. */
export default function RegistryPage() {
  const navigate = useNavigate();
  const asked = useAsked();
  const mayWrite = useMay("person.write");
  const { q } = useSearch({ strict: false }) as { q?: unknown };

  // A search that arrives in the address is taken over and wiped from it: it may be an ID number.
  useEffect(() => {
    if (q === undefined) return;
    askRegistry({ query: String(q) });
    void navigate({ to: "/registry", search: {}, replace: true });
  }, [q, navigate]);

  return (
    <>
      <PageHeader
        title="档案查询"
        about="本辖区人员和家庭的档案。查询内容记入审计记录，不写入网址。"
        actions={mayWrite && (
          <>
            <Link to="/people/new"><Button>登记新人员</Button></Link>
            <Link to="/households/new"><Button type="primary" icon={<PlusOutlined aria-hidden />}>登记新家庭</Button></Link>
          </>
        )}
      />
      <RegistryBox key={`box ${JSON.stringify(asked)}`} asked={asked} onAsk={(next) => askRegistry(next)} />
      {asked
        ? <RegistryResults key={`results ${JSON.stringify(asked)}`} asked={asked} />
        : (
          <div className="zf-panel">
            <EmptyState
              title="输入要查的人"
              next="可以输入完整身份证号、姓名（或开头几个字）、手机号码、人员编号（R 开头）或家庭编号（H 开头）。"
              action={<Button onClick={() => askRegistry({ query: "" })}>按姓名列出本辖区人员</Button>}
            />
          </div>
        )}
    </>
  );
}
