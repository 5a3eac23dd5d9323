/** PageLoading holds the place of a page that is on its way: grey bars, and a word for those who do not see them. */
export function PageLoading() {
  return (
    <div className="zf-skeleton" role="status" aria-label="正在加载">
      <i style={{ width: "30%" }} />
      <i style={{ width: "100%", height: 120 }} />
      <i style={{ width: "100%", height: 240 }} />
    </div>
  );
}
