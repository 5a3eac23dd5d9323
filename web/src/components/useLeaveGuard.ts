import { useBlocker } from "@tanstack/react-router";
import { App } from "antd";
import { useCallback, useEffect, useRef } from "react";

/**
 * useLeaveGuard asks before a page with unsaved work is left, inside the site and by closing the tab. The function it
 * returns lets the next navigation pass, for a save that leads on; called with false it asks again, for a save that failed.
 */
export function useLeaveGuard(dirty: boolean): (allowed?: boolean) => void {
  const { modal } = App.useApp();
  const pass = useRef(false);
  useEffect(() => {
    if (dirty) pass.current = false;
  }, [dirty]);
  useBlocker({
    disabled: !dirty,
    enableBeforeUnload: () => dirty && !pass.current,
    shouldBlockFn: ({ current, next }) => {
      if (pass.current || current.pathname === next.pathname) return false;
      return new Promise<boolean>((resolve) => {
        modal.confirm({
          title: "还有未保存的内容，确定离开吗？",
          content: "离开后，未保存的内容会丢失。",
          okText: "离开",
          cancelText: "继续填写",
          onOk: () => resolve(false),
          onCancel: () => resolve(true),
        });
      });
    },
  });
  return useCallback((allowed = true) => {
    pass.current = allowed;
  }, []);
}
