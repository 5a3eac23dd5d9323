import { Modal, Typography } from "antd";

/** NewPassword shows a generated password, once. */
export function NewPassword({ password, onClose }: { password: string; onClose: () => void }) {
  return (
    <Modal
      open={password !== ""}
      title="初始密码"
      onCancel={onClose}
      onOk={onClose}
      okText="已转告本人"
      cancelButtonProps={{ style: { display: "none" } }}
      mask={{ closable: false }}
    >
      <p>请当面转告本人。关闭后不能再次查看；首次登录时须修改。</p>
      <Typography.Text code copyable={{ tooltips: ["复制", "已复制"] }} style={{ fontSize: 18 }}>{password}</Typography.Text>
    </Modal>
  );
}
