import type { ErrorComponentProps } from "@tanstack/react-router";
import { Button } from "antd";
import { asApiError } from "@/api/errors";

/** CrashPage is the 500: something broke; what was saved is safe. A page of an old version asks for a reload. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  const problem = asApiError(error);
  const outdated = error instanceof TypeError && /import/i.test(error.message);
  return (
    <div className="zf-state zf-state-page" role="alert">
      <h1>{outdated ? "系统已更新" : "页面出错了"}</h1>
      <span>{outdated ? "请刷新页面，使用新版本。" : problem.message}</span>
      {problem.reference && <span>参考编号 <code>{problem.reference}</code>，报修时请告知。</span>}
      <Button type="primary" onClick={() => (outdated ? location.reload() : reset())}>{outdated ? "刷新" : "重试"}</Button>
    </div>
  );
}
