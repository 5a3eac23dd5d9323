import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useIdempotencyKey, uuid } from "./useIdempotencyKey";

it("makes version 4 uuids that differ", () => {
  const made = new Set(Array.from({ length: 500 }, uuid));
  expect(made.size).toBe(500);
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it("keeps one key for one form until it was accepted", () => {
  const { result, rerender } = renderHook(() => useIdempotencyKey());
  const first = result.current.key();
  rerender();
  expect(result.current.key()).toBe(first);
  act(() => result.current.renew());
  expect(result.current.key()).not.toBe(first);
});
