import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "@/components/EmptyState";
import { Panel } from "@/components/Panel";
import { QueryView } from "@/components/QueryView";
import { TableView } from "@/components/TableView";
import { householdEntitlementsQuery } from "@/pages/benefit/calls";
import { entitlementColumns } from "@/pages/benefit/entitlementColumns";

const columns = entitlementColumns.filter((column) => column.key !== "place");

/** HouseholdEntitlements is what the household is due each month, now and before. */
export function HouseholdEntitlements({ household }: { household: string }) {
  const query = useQuery(householdEntitlementsQuery(household));
  return (
    <Panel title="待遇">
      <QueryView query={query}>
        {({ entitlements }) => entitlements.length === 0
          ? <EmptyState title="没有待遇" next="申请经县级确认后，待遇从次月起列在这里。" />
          : <TableView label="本户待遇" columns={columns} rows={entitlements} rowKey={(e) => e.id} />}
      </QueryView>
    </Panel>
  );
}
