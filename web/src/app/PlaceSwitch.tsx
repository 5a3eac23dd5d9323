import { DownOutlined, EnvironmentOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { App, Button, Dropdown } from "antd";
import { asApiError } from "@/api/errors";
import { useSession, useSwitchAssignment } from "./session";
import { shortPlace } from "./shortPlace";

/** PlaceSwitch says where and as what one works, and changes it for a person who holds several posts. */
export function PlaceSwitch() {
  const { current, assignments: held } = useSession();
  const assignments = held ?? [];
  const switchTo = useSwitchAssignment();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const label = (
    <>
      <EnvironmentOutlined aria-hidden /> <span className="zf-ellipsis">{shortPlace(current.division_name)}</span>
    </>
  );
  if (assignments.length < 2) {
    return <span className="zf-place" title={`${current.organisation} · ${current.role_label}`}>{label}</span>;
  }
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        selectedKeys: [current.assignment_id],
        items: assignments.map((a) => ({ key: a.assignment_id, label: `${shortPlace(a.division_name)} · ${a.role_label}` })),
        onClick: ({ key }) => {
          if (key === current.assignment_id) return;
          switchTo(key)
            .then(() => navigate({ to: "/" }))
            .catch((thrown: unknown) => message.error(asApiError(thrown).message));
        },
      }}
    >
      <Button type="text" className="zf-place" aria-label={`切换地区和岗位，当前：${current.division_name}，${current.role_label}`}>
        {label} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
