import { Button } from "antd";
import { asApiError } from "@/api/errors";

/** ErrorState says what went wrong, offers another try, and gives the number to tell support. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const problem = asApiError(error);
  return (
    <div className="zf-state" role="alert">
      <strong>{problem.message}</strong>
      {problem.reference && <span>参考编号 <code>{problem.reference}</code>，报修时请告知。</span>}
      {onRetry && <Button onClick={onRetry}>重试</Button>}
    </div>
  );
}
