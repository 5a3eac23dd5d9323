import { MenuOutlined } from "@ant-design/icons";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { Badge, Button, Drawer, type InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import { hasPage } from "@/routes";
import { GlobalSearch } from "./GlobalSearch";
import { HelpDialog } from "./HelpDialog";
import { useHotkeys } from "./hotkeys";
import { PlaceSwitch } from "./PlaceSwitch";
import { useSession } from "./session";
import { SideMenu } from "./SideMenu";
import { useTaskCounts } from "./tasks";
import { UserMenu } from "./UserMenu";

/** AppFrame is what stands round every page of the staff: place, search, inbox, person, and the menu of the role. */
export function AppFrame() {
  const session = useSession();
  const search = useRef<InputRef>(null);
  const [help, setHelp] = useState(false);
  const [drawer, setDrawer] = useState(false);
  useHotkeys({ search: () => search.current?.focus({ cursor: "all" }), help: () => setHelp(true) });

  const { pathname } = useLocation();
  const firstPath = useRef(pathname);
  useEffect(() => {
    if (firstPath.current === pathname) return;
    firstPath.current = "";
    document.getElementById("main")?.focus({ preventScroll: true }); // a new page is read from its top
  }, [pathname]);

  return (
    <div className="zf-frame">
      <a className="zf-skip" href="#main">跳到正文</a>
      <header className="zf-head">
        <Button type="text" className="zf-burger" icon={<MenuOutlined />} aria-label="打开菜单" onClick={() => setDrawer(true)} />
        <Link to="/" className="zf-brand">众扶</Link>
        <PlaceSwitch />
        <GlobalSearch inputRef={search} />
        <span className="zf-head-right">
          <TaskBadge />
          <UserMenu onHelp={() => setHelp(true)} />
        </span>
      </header>
      {session.demo && <aside className="zf-demo" aria-label="演示环境提示">演示环境：人员和家庭均为虚构，请勿录入真实个人信息。</aside>}
      <div className="zf-body">
        <div className="zf-side"><SideMenu /></div>
        <main id="main" className="zf-main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Drawer open={drawer} onClose={() => setDrawer(false)} placement="left" size={264} title="众扶" styles={{ body: { padding: 0 } }}>
        <SideMenu onNavigate={() => setDrawer(false)} />
      </Drawer>
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

function TaskBadge() {
  const tasks = useTaskCounts();
  if (!tasks || !hasPage("/inbox")) return null;
  const open = tasks.office + tasks.escalated;
  const parts = [`待办 ${open} 件`];
  if (tasks.late > 0) parts.push(`逾期 ${tasks.late} 件`);
  if (tasks.escalated > 0) parts.push(`下级逾期升级 ${tasks.escalated} 件`);
  const label = parts.join("，");
  return (
    <Link to="/inbox" className="zf-tasks" aria-label={label} title={label}>
      <span className="zf-wide-only">待办</span>
      <Badge count={open} overflowCount={999} showZero color={tasks.late + tasks.escalated > 0 ? "#B42318" : "#1F5FBF"} />
    </Link>
  );
}
