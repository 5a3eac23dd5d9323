/** Unknown is what stands where no source has answered: never 0, never blank; with the reason where it is known. */
export function Unknown({ why }: { why?: string }) {
  return <span className="zf-unknown">未知{why && `：${why}`}</span>;
}
