import { Link } from "@tanstack/react-router";
import { MoneyText } from "@/components/MoneyText";
import { StatusTag } from "@/components/StatusTag";
import type { Column } from "@/components/TableView";
import { monthText } from "./months";
import type { Entitlement } from "./types";

/** The columns of entitlements, in the list of the range and on the household's file. */
export const entitlementColumns: Column<Entitlement>[] = [
  { key: "payee", title: "领取人", primary: true, render: (e) => e.payee_name },
  { key: "item", title: "待遇", render: (e) => e.item_name },
  { key: "amount", title: "每月（元）", align: "right", render: (e) => <MoneyText fen={e.amount_fen} /> },
  { key: "members", title: "人数", align: "right", render: (e) => e.member_count },
  { key: "first", title: "起发月", render: (e) => monthText(e.first_month) },
  {
    key: "end", title: "停发月",
    render: (e) => e.end_month
      ? <StatusTag tone="grey">{monthText(e.end_month)}起停发{e.ended_reason && `：${e.ended_reason}`}</StatusTag>
      : <StatusTag tone="green">在享</StatusTag>,
  },
  {
    key: "account", title: "银行账号",
    render: (e) => e.account_masked
      ? <span className="zf-num">{e.bank_name} {e.account_masked}</span>
      : <StatusTag tone="amber">未登记</StatusTag>,
  },
  { key: "place", title: "所在地", render: (e) => e.division_name },
  { key: "case", title: "来源", render: (e) => <Link to="/cases/$id" params={{ id: e.case_id }}>案件</Link> },
];
