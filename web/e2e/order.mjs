import { test } from "node:test";

/** inOrder makes tests that each build on the one before: after a failure the rest say so at once. */
export function inOrder(world) {
  return (name, run) =>
    test(name, async () => {
      if (world.brokenAt) throw new Error(`not run: “${world.brokenAt}” failed before it`);
      try {
        await run();
      } catch (thrown) {
        world.brokenAt = name;
        throw thrown;
      }
    });
}
