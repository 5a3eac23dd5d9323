import { PageHeader } from "@/components";

export default function SignInPage() {
  return <PageHeader title="SignInPage" />;
}
