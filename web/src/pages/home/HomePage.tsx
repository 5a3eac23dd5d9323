import { PageHeader } from "@/components";

export default function HomePage() {
  return <PageHeader title="HomePage" />;
}
