import { PageHeader } from "@/components";

export default function AccountPage() {
  return <PageHeader title="AccountPage" />;
}
