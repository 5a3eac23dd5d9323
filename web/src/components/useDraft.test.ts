import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { localDraft, useDraft } from "./useDraft";

describe("useDraft", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.setSystemTime(new Date(2026, 10, 22, 9, 5));
  });
  afterEach(() => vi.useRealTimers());

  it("saves once after a pause, the last of what was written, and says when", async () => {
    const store = { load: () => null, save: vi.fn(() => Promise.resolve()), clear: vi.fn() };
    const { result } = renderHook(() => useDraft<string>(store, 1000));
    act(() => result.current.change("李"));
    act(() => result.current.change("李建国"));
    expect(store.save).not.toHaveBeenCalled();
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(store.save).toHaveBeenCalledExactlyOnceWith("李建国");
    expect(result.current.said).toBe("已自动保存 09:05");
  });

  it("keeps what could not be saved, and saves it on the next try", async () => {
    const save = vi.fn().mockRejectedValueOnce(new Error("down")).mockResolvedValue(undefined);
    const store = { load: () => null, save, clear: vi.fn() };
    const { result } = renderHook(() => useDraft<string>(store, 1000));
    act(() => result.current.change("李"));
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(result.current.said).toContain("失败");
    await act(() => result.current.flush());
    expect(save).toHaveBeenLastCalledWith("李");
    expect(result.current.said).toContain("已自动保存");
  });

  it("saves what is still waiting when the page is left", async () => {
    const store = { load: () => null, save: vi.fn(() => Promise.resolve()), clear: vi.fn() };
    const { result, unmount } = renderHook(() => useDraft<string>(store, 1000));
    act(() => result.current.change("王"));
    unmount();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.save).toHaveBeenCalledExactlyOnceWith("王");
  });
});

it("localDraft keeps drafts apart by person", () => {
  localDraft<string>("s1", "apply").save("甲");
  expect(localDraft<string>("s2", "apply").load()).toBeNull();
  expect(localDraft<string>("s1", "apply").load()).toBe("甲");
  localDraft<string>("s1", "apply").clear();
  expect(localDraft<string>("s1", "apply").load()).toBeNull();
});
