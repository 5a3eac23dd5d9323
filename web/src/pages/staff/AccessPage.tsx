import { PageHeader } from "@/components";

export default function AccessPage() {
  return <PageHeader title="AccessPage" />;
}
