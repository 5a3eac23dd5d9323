import { useSession } from "@/app/session";
import { DataTable } from "@/components/DataTable";
import { PageHeader } from "@/components/PageHeader";
import { fetchEntitlements, paidItems } from "./calls";
import { entitlementColumns } from "./entitlementColumns";
import { monthsBack } from "./months";
import type { Entitlement } from "./types";

/** EntitlementsPage lists what households of the range are due each month. */
export default function EntitlementsPage() {
  const { now } = useSession();
  return (
    <>
      <PageHeader title="待遇" about="经确认的家庭从次月起享受的待遇。金额为每月应发。" />
      <DataTable<Entitlement>
        name="entitlements"
        label="待遇"
        fetchPage={fetchEntitlements}
        columns={entitlementColumns}
        rowKey={(e) => e.id}
        rowTo={(e) => ({ to: "/households/$id", params: { id: e.household_id } })}
        filters={[
          { kind: "division", name: "division", label: "地区" },
          { kind: "select", name: "item", label: "待遇", options: paidItems, width: 220 },
          { kind: "select", name: "month", label: "在发月份", options: monthsBack(now, 24, 2) },
          { kind: "check", name: "no_account", label: "没有银行账号的" },
        ]}
        empty={{ title: "还没有待遇", next: "申请经县级确认后，待遇会自动开通并列在这里。" }}
      />
    </>
  );
}
