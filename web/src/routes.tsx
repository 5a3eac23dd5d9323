import {
  AuditOutlined, BankOutlined, HomeOutlined, IdcardOutlined, ReadOutlined, TableOutlined, TeamOutlined,
} from "@ant-design/icons";
import type { PageDef } from "./app/page";

/**
 * The one list of pages. To add a page, write its component as the default export of a file in pages/ and add a line
 * to the part it belongs to; menu, guard, hotkey, title and code splitting follow from the line.
 */

const account: PageDef[] = [
  { path: "/sign-in", title: "登录", load: () => import("./pages/account/SignInPage"), frame: "bare" },
  { path: "/account", title: "我的登录", load: () => import("./pages/account/AccountPage"), icon: <IdcardOutlined /> },
];

const home: PageDef[] = [
  { path: "/", title: "首页", load: () => import("./pages/home/HomePage"), group: "工作台", icon: <HomeOutlined />, hotkey: "h" },
];

const casework: PageDef[] = [];

const registry: PageDef[] = [];

const benefit: PageDef[] = [];

const publicPages: PageDef[] = [];

const oversight: PageDef[] = [
  { path: "/staff", title: "人员与岗位", load: () => import("./pages/staff/StaffPage"), group: "监管", icon: <TeamOutlined />, actions: ["staff.list"], hotkey: "s" },
  { path: "/organisations", title: "机构", load: () => import("./pages/staff/OrganisationsPage"), group: "监管", icon: <BankOutlined />, actions: ["staff.list"] },
  { path: "/access", title: "权限表", load: () => import("./pages/staff/AccessPage"), group: "监管", icon: <TableOutlined />, actions: ["access.table"] },
  { path: "/audit", title: "审计记录", load: () => import("./pages/audit/AuditPage"), group: "监管", icon: <AuditOutlined />, actions: ["audit.read"], hotkey: "a" },
];

const policy: PageDef[] = [
  { path: "/policy", title: "政策包", load: () => import("./pages/policy/PolicyPage"), group: "政策 · 档案", icon: <ReadOutlined />, actions: ["policy.read"], hotkey: "p" },
];

export const pages: readonly PageDef[] = [
  ...account, ...home, ...casework, ...registry, ...benefit, ...publicPages, ...oversight, ...policy,
];

/** hasPage tells whether a path of the list exists: a link to a part that this build lacks is not offered. */
export function hasPage(path: string): boolean {
  return pages.some((page) => page.path === path);
}
