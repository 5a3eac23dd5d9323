import { PageHeader } from "@/components";

export default function PolicyPage() {
  return <PageHeader title="PolicyPage" />;
}
