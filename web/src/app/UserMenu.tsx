import { DownOutlined, UserOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { App, Button, Dropdown } from "antd";
import { asApiError } from "@/api/errors";
import { api, setCsrf } from "@/api/http";
import { queryClient } from "./query";
import { useSession } from "./session";

/** UserMenu: who is signed in, the own sessions and password, the keys, and signing out. */
export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { staff, current } = useSession();
  const navigate = useNavigate();
  const { message } = App.useApp();

  const signOut = async () => {
    try {
      await api.del("/api/session");
      await navigate({ to: "/sign-in" }); // first away from what needs a session, then forget it
      setCsrf("");
      queryClient.clear();
    } catch (thrown) {
      message.error(asApiError(thrown).message);
    }
  };

  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: [
          { key: "who", label: `${current.organisation || current.division_name} · ${current.role_label}`, disabled: true },
          { type: "divider" },
          { key: "account", label: "我的登录" },
          { key: "help", label: "键盘操作" },
          { key: "out", label: "退出登录" },
        ],
        onClick: ({ key }) => {
          if (key === "account") void navigate({ to: "/account" });
          else if (key === "help") onHelp();
          else if (key === "out") void signOut();
        },
      }}
    >
      <Button type="text" aria-label={`${staff.name}（${current.role_label}），打开个人菜单`}>
        <UserOutlined aria-hidden />
        <span className="zf-wide-only">{staff.name}（{current.role_label}）</span>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
