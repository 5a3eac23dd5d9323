import { Link } from "@tanstack/react-router";
import { useSession } from "@/app/session";

/** ForbiddenPage is the 403: the role may not, and which role that is. */
export function ForbiddenPage() {
  const { current } = useSession();
  return (
    <div className="zf-state zf-state-page">
      <h1>您的岗位不能打开这个页面</h1>
      <span>当前岗位：{current.division_name} · {current.role_label}。如有其他岗位，请在页面左上角切换；需要开通权限，请联系系统管理员。</span>
      <Link to="/">回到首页</Link>
    </div>
  );
}
