import { Link } from "@tanstack/react-router";
import { pages } from "@/routes";
import { menuGroups } from "./menu";
import { may, useSession } from "./session";
import { usePageDef } from "./usePageDef";

/** SideMenu shows what the current role may open, and no group that would be empty. */
export function SideMenu({ onNavigate }: { onNavigate?: () => void }) {
  const session = useSession();
  const here = usePageDef();
  const allowed = pages.filter((page) => page.group && may(session, page.actions));
  return (
    <nav aria-label="主菜单" className="zf-menu">
      {menuGroups.map((group) => {
        const items = allowed.filter((page) => page.group === group);
        if (items.length === 0) return null;
        return (
          <section key={group} aria-label={group}>
            <p className="zf-menu-group" aria-hidden="true">{group}</p>
            <ul>
              {items.map((page) => (
                <li key={page.path}>
                  <Link
                    to={page.path}
                    className={isHere(page.path, here?.path) ? "zf-menu-item zf-here" : "zf-menu-item"}
                    aria-current={isHere(page.path, here?.path) ? "page" : undefined}
                    title={page.hotkey ? `按 g ${page.hotkey}` : undefined}
                    onClick={onNavigate}
                  >
                    <span aria-hidden="true">{page.icon}</span>
                    <span>{page.title}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

/** A page below another ("/cases/$id" below "/cases") keeps the menu line of the upper one lit. */
function isHere(path: string, here: string | undefined): boolean {
  if (!here) return false;
  return here === path || (path !== "/" && here.startsWith(`${path}/`) && !pages.some((p) => p.path === here && p.group));
}
