import { Link } from "@tanstack/react-router";
import { may, useSession } from "@/app/session";
import { Panel } from "@/components";
import { pages } from "@/routes";

/** Shortcuts are the pages that the role may open, for those who do not know the menu yet. */
export function Shortcuts() {
  const session = useSession();
  const mine = pages.filter((page) => page.group && page.path !== "/" && may(session, page.actions));
  if (mine.length === 0) return null;
  return (
    <div style={{ marginTop: 16 }}>
      <Panel title="常用功能">
        <ul className="zf-tiles">
          {mine.map((page) => (
            <li key={page.path}><Link to={page.path}>{page.icon}<span>{page.title}</span></Link></li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
