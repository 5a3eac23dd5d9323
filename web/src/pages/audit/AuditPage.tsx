import { PageHeader } from "@/components";

export default function AuditPage() {
  return <PageHeader title="AuditPage" />;
}
