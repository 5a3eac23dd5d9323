import { Link, Outlet } from "@tanstack/react-router";
import { useState } from "react";

/** PublicFrame stands round pages that need no sign-in: big type on wish, no menu, works on a phone. */
export function PublicFrame() {
  const [large, setLarge] = useState(() => localStorage.getItem("zf.large") === "1");
  const toggle = () => {
    localStorage.setItem("zf.large", large ? "0" : "1");
    setLarge(!large);
  };
  return (
    <div className={large ? "zf-public zf-large" : "zf-public"}>
      <a className="zf-skip" href="#main">跳到正文</a>
      <header className="zf-public-head">
        <Link to="/board" className="zf-brand">众扶</Link>
        <span className="zf-public-sub">社会救助公示与服务</span>
        <button type="button" className="zf-plain" aria-pressed={large} onClick={toggle}>
          {large ? "标准字号" : "大字模式"}
        </button>
      </header>
      <main id="main" className="zf-public-main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="zf-public-foot">如有疑问，请到就近的镇（街道）民政服务窗口咨询。 <Link to="/check">看看可以申请什么</Link> · <Link to="/policies">政策清单</Link> · <Link to="/board">社会救助公示</Link></footer>
    </div>
  );
}
