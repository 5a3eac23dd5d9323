import { PageHeader } from "@/components";

export default function OrganisationsPage() {
  return <PageHeader title="OrganisationsPage" />;
}
