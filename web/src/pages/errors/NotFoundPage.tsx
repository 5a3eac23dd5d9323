import { Link } from "@tanstack/react-router";

/** NotFoundPage is the 404: nothing here, or not in the scope of the person. */
export function NotFoundPage() {
  return (
    <main className="zf-state zf-state-page">
      <h1>没有找到这个页面</h1>
      <span>地址可能有误，或内容不在您的管辖范围内。</span>
      <Link to="/">回到首页</Link>
    </main>
  );
}
