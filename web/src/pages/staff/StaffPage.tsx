import { PageHeader } from "@/components";

export default function StaffPage() {
  return <PageHeader title="StaffPage" />;
}
