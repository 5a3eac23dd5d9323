import {
  ApartmentOutlined, AuditOutlined, BankOutlined, CheckSquareOutlined, DashboardOutlined, DatabaseOutlined, ExperimentOutlined, FileSearchOutlined, FolderOpenOutlined, FormOutlined, HistoryOutlined, HomeOutlined, IdcardOutlined, LineChartOutlined, ProfileOutlined, ReadOutlined, SafetyCertificateOutlined, SearchOutlined, SmileOutlined, SolutionOutlined, TableOutlined, TeamOutlined, WalletOutlined,
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

const casework: PageDef[] = [
  { path: "/inbox", title: "待办", load: () => import("./pages/casework/inbox/InboxPage"), group: "工作台", icon: <CheckSquareOutlined />, actions: ["task.list"], hotkey: "t" },
  { path: "/apply", title: "申请", load: () => import("./pages/casework/apply/ApplyPage"), group: "经办", icon: <FormOutlined />, actions: ["case.draft"], hotkey: "n" },
  { path: "/apply/$draft", title: "填写申请", load: () => import("./pages/casework/apply/WizardPage"), actions: ["case.draft"] },
  { path: "/cases", title: "案件", load: () => import("./pages/casework/list/CasesPage"), group: "经办", icon: <FolderOpenOutlined />, actions: ["case.list"], hotkey: "c" },
  { path: "/cases/$id", title: "案件详情", load: () => import("./pages/casework/case/CasePage"), actions: ["case.read"] },
  { path: "/review", title: "审核确认", load: () => import("./pages/casework/list/ReviewPage"), group: "经办", icon: <SolutionOutlined />, actions: ["case.review", "case.confirm"], hotkey: "v" },
];

const registry: PageDef[] = [
  { path: "/registry", title: "档案查询", load: () => import("./pages/registry/RegistryPage"), group: "政策 · 档案", icon: <SearchOutlined />, actions: ["registry.search"], hotkey: "r" },
  { path: "/people/new", title: "登记新人员", load: () => import("./pages/registry/PersonNewPage"), actions: ["person.write"] },
  { path: "/people/$id", title: "人员档案", load: () => import("./pages/registry/PersonPage"), actions: ["person.read"] },
  { path: "/people/$id/edit", title: "修改档案", load: () => import("./pages/registry/PersonEditPage"), actions: ["person.write"] },
  { path: "/households/new", title: "登记新家庭", load: () => import("./pages/registry/HouseholdNewPage"), actions: ["household.write"] },
  { path: "/households/$id", title: "家庭档案", load: () => import("./pages/registry/HouseholdPage"), actions: ["household.read"] },
];

const benefit: PageDef[] = [
  { path: "/entitlements", title: "待遇", load: () => import("./pages/benefit/EntitlementsPage"), group: "资金", icon: <WalletOutlined />, actions: ["entitlement.read"] },
  { path: "/payrolls", title: "月发放册", load: () => import("./pages/benefit/PayrollsPage"), group: "资金", icon: <ProfileOutlined />, actions: ["payroll.list"], hotkey: "f" },
  { path: "/payrolls/$id", title: "发放册", load: () => import("./pages/benefit/PayrollDetailPage"), actions: ["payroll.list"] },
];

const verification: PageDef[] = [
  { path: "/verification/orders", title: "核对委托", load: () => import("./pages/verification/OrdersPage"), group: "核对", icon: <FileSearchOutlined />, actions: ["verification.read"], hotkey: "o" },
  { path: "/verification/orders/new", title: "新的委托核对", load: () => import("./pages/verification/NewOrderPage"), actions: ["verification.order"] },
  { path: "/verification/batches/new", title: "新的批量复核", load: () => import("./pages/verification/NewBatchPage"), actions: ["verification.order"] },
  { path: "/verification/orders/$id", title: "核对委托详情", load: () => import("./pages/verification/OrderPage"), actions: ["verification.read"] },
  { path: "/verification/authorisations", title: "核对授权", load: () => import("./pages/verification/AuthorisationsPage"), group: "核对", icon: <SafetyCertificateOutlined />, actions: ["verification.read"] },
  { path: "/people/$id/asked", title: "谁查过我", load: () => import("./pages/verification/AskedPage"), actions: ["verification.read"] },
  { path: "/verification/clients", title: "委托单位", load: () => import("./pages/verification/ClientsPage"), group: "核对", icon: <ApartmentOutlined />, actions: ["verification.read"] },
];

const publicPages: PageDef[] = [
  { path: "/check", title: "看看可以申请什么", load: () => import("./pages/check/CheckPage"), frame: "public" },
  { path: "/board", title: "社会救助公示", load: () => import("./pages/public/BoardPage"), frame: "public" },
  { path: "/policies", title: "政策清单", load: () => import("./pages/policies/PoliciesPage"), frame: "public" },
  { path: "/policies/standards", title: "各地标准", load: () => import("./pages/policies/StandardsPage"), frame: "public" },
  { path: "/policies/documents", title: "政策文件", load: () => import("./pages/policies/DocumentsPage"), frame: "public" },
  { path: "/policies/documents/$id", title: "政策文件原文", load: () => import("./pages/policies/DocumentTextPage"), frame: "public" },
  { path: "/policies/$item", title: "政策详情", load: () => import("./pages/policies/PolicyItemPage"), frame: "public" },
  { path: "/self", title: "核对授权自助办理", load: () => import("./pages/verification/SelfPage"), frame: "public" },
  { path: "/board/objection/$id", title: "提出不同意见", load: () => import("./pages/public/ObjectionPage"), frame: "public" },
];

const oversight: PageDef[] = [
  { path: "/staff", title: "人员与岗位", load: () => import("./pages/staff/StaffPage"), group: "监管", icon: <TeamOutlined />, actions: ["staff.list"], hotkey: "s" },
  { path: "/organisations", title: "机构", load: () => import("./pages/staff/OrganisationsPage"), group: "监管", icon: <BankOutlined />, actions: ["staff.list"] },
  { path: "/access", title: "权限表", load: () => import("./pages/staff/AccessPage"), group: "监管", icon: <TableOutlined />, actions: ["access.table"] },
  { path: "/audit", title: "审计记录", load: () => import("./pages/audit/AuditPage"), group: "监管", icon: <AuditOutlined />, actions: ["audit.read"], hotkey: "a" },
];

const policy: PageDef[] = [
  { path: "/policy", title: "政策包", load: () => import("./pages/policy/PolicyPage"), group: "政策 · 档案", icon: <ReadOutlined />, actions: ["policy.read"], hotkey: "p" },
  { path: "/policy/versions", title: "政策版本", load: () => import("./pages/versions/VersionsPage"), group: "政策 · 档案", icon: <HistoryOutlined />, actions: ["policy.draft", "policy.approve", "policy.replay"] },
  { path: "/policy/drafts/$id", title: "政策草稿", load: () => import("./pages/versions/DraftPage"), actions: ["policy.draft"] },
  { path: "/standards", title: "救助标准", load: () => import("./pages/standards/StandardsPage"), group: "政策 · 档案", icon: <LineChartOutlined />, actions: ["policy.read"] },
  { path: "/simulation", title: "政策测算", load: () => import("./pages/simulation/SimulationsPage"), group: "政策 · 档案", icon: <ExperimentOutlined />, actions: ["simulation.read"] },
  { path: "/simulation/$id", title: "测算结果", load: () => import("./pages/simulation/SimulationPage"), actions: ["simulation.read"] },
  { path: "/standards/cpi", title: "物价联动", load: () => import("./pages/standards/PricesPage"), actions: ["cpi.enter"] },
  { path: "/policy/$pack", title: "政策包", load: () => import("./pages/policy/PackPage"), actions: ["policy.read"] },
];

const sources: PageDef[] = [
  { path: "/liveness", title: "活体认证", load: () => import("./pages/liveness/CampaignsPage"), group: "核对", icon: <SmileOutlined />, actions: ["liveness.read"] },
  { path: "/liveness/visits", title: "活体认证入户", load: () => import("./pages/liveness/VisitsPage"), group: "核对", icon: <HomeOutlined />, actions: ["liveness.visit"] },
  { path: "/liveness/$id", title: "认证批次", load: () => import("./pages/liveness/CampaignPage"), actions: ["liveness.read"] },
  { path: "/verification/sources", title: "信息来源运行", load: () => import("./pages/sources/SourcesPage"), group: "核对", icon: <DashboardOutlined />, actions: ["verification.health"] },
  { path: "/verification/catalogue", title: "信息共享目录", load: () => import("./pages/sources/CataloguePage"), group: "核对", icon: <DatabaseOutlined />, actions: ["verification.catalogue"] },
  { path: "/desk/questions", title: "部门答复", load: () => import("./pages/desk/DeskPage"), group: "核对", icon: <FormOutlined />, actions: ["verification.desk"] },
];

const reports: PageDef[] = [
  { path: "/verification/reports/$id", title: "核对报告", load: () => import("./pages/verification/report/ReportPage"), actions: ["verification.read"] },
  { path: "/verification/orders/$id/households/$household", title: "核对结果", load: () => import("./pages/verification/report/HouseholdPage"), actions: ["verification.read"] },
];

export const pages: readonly PageDef[] = [
  ...account, ...home, ...casework, ...registry, ...benefit, ...verification, ...sources, ...reports, ...publicPages, ...oversight, ...policy,
];

/** hasPage tells whether a path of the list exists: a link to a part that this build lacks is not offered. */
export function hasPage(path: string): boolean {
  return pages.some((page) => page.path === path);
}
