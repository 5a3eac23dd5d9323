import { Modal } from "antd";
import { pages } from "@/routes";
import { may, useSession } from "./session";

const general: [string, string][] = [
  ["/", "到搜索框，查身份证号、姓名或受理号"],
  ["Enter", "打开列表中选中的一行"],
  ["↑ ↓", "在列表中上下移动"],
  ["Esc", "返回上一页，或关闭弹窗"],
  ["?", "显示本页"],
];

/** HelpDialog lists the keys that work on every page, and the jumps that the role has. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const session = useSession();
  const jumps = pages.filter((page) => page.hotkey && may(session, page.actions));
  return (
    <Modal open={open} onCancel={onClose} footer={null} title="键盘操作" width={520}>
      <dl className="zf-keys">
        {general.map(([key, text]) => (
          <div key={key}>
            <dt><kbd>{key}</kbd></dt>
            <dd>{text}</dd>
          </div>
        ))}
        {jumps.map((page) => (
          <div key={page.path}>
            <dt><kbd>g</kbd> <kbd>{page.hotkey}</kbd></dt>
            <dd>到“{page.title}”</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
