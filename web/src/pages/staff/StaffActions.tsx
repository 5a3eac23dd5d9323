import { useMutation } from "@tanstack/react-query";
import { App, Button } from "antd";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import type { Staff, StaffPassword } from "@/api/types";

interface Props {
  staff: Staff;
  onChanged: () => void;
  onPassword: (password: string) => void;
}

/** StaffActions: a new password, ending the logins, stopping and starting a login; each says what follows first. */
export function StaffActions({ staff, onChanged, onPassword }: Props) {
  const { modal, message } = App.useApp();
  const run = useMutation({
    mutationFn: async ({ act, done }: { act: () => Promise<unknown>; done: string }) => {
      await act();
      return done;
    },
    onSuccess: (done) => {
      if (done) message.success(done);
      onChanged();
    },
    onError: (thrown) => message.error(asApiError(thrown).message),
  });
  const ask = (title: string, content: string, act: () => Promise<unknown>, done: string, danger = false) =>
    modal.confirm({ title, content, okButtonProps: { danger }, onOk: () => run.mutateAsync({ act, done }).catch(() => undefined) });

  const path = `/api/staff/${staff.id}`;
  const disabled = staff.status === "disabled";
  return (
    <div className="zf-page-actions" style={{ marginBottom: 16 }}>
      <Button
        onClick={() =>
          ask("重置密码？", `${staff.name} 的原密码立即失效，所有登录结束；新密码只显示一次。`, async () => {
            const { one_time_password } = await api.post<StaffPassword>(`${path}/reset-password`);
            onPassword(one_time_password);
          }, "")
        }
      >
        重置密码{staff.locked && "并解锁"}
      </Button>
      {staff.totp && (
        <Button
          onClick={() =>
            ask("重置密码并解除动态口令？", `${staff.name} 丢失手机时使用：须用新密码登录，并重新绑定动态口令。`, async () => {
              const { one_time_password } = await api.post<StaffPassword>(`${path}/reset-password`, undefined, { query: { forget_totp: true } });
              onPassword(one_time_password);
            }, "", true)
          }
        >
          手机丢失
        </Button>
      )}
      <Button onClick={() => ask("结束全部登录？", `${staff.name} 须重新登录才能继续工作。`, () => api.del(`${path}/sessions`), "已结束全部登录")}>
        结束全部登录
      </Button>
      {disabled ? (
        <Button onClick={() => ask("启用这个登录？", `${staff.name} 可以重新登录。`, () => api.post(`${path}/enable`), "已启用")}>启用</Button>
      ) : (
        <Button
          danger
          onClick={() =>
            ask("停用这个登录？", `${staff.name} 立即不能登录；本人名下的待办留在本单位，由他人领取。`, () => api.post(`${path}/disable`), "已停用", true)
          }
        >
          停用
        </Button>
      )}
    </div>
  );
}
