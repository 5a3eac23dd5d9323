// The browser tests: one program, one browser, one province. The case of path.mjs is played to its notice first; while
// the notice runs the rest is looked at; then the demonstration is moved ten days on and the case goes to payment.
import { after, before, describe, test } from "node:test";
import { forgetSessions, launch } from "./browser.mjs";
import { draftInForce, drafts } from "./drafts.mjs";
import { keyboard } from "./keyboard.mjs";
import { takeToPayment, takeUntilNotice } from "./path.mjs";
import { objection } from "./objection.mjs";
import { Program } from "./program.mjs";
import { liveness } from "./liveness.mjs";
import { authorisations } from "./authorisations.mjs";
import { quality } from "./quality.mjs";
import { refusals } from "./refusals.mjs";
import { selfcheck } from "./selfcheck.mjs";
import { simulation } from "./simulation.mjs";
import { verification } from "./verification.mjs";
import { sources } from "./sources.mjs";
import { standards } from "./standards.mjs";

const shift = "240h"; // seven days of notice and a weekend
const world = { program: new Program(), browser: undefined };

before(async () => {
  await world.program.start();
  world.browser = await launch();
});

after(async () => {
  await world.browser?.close();
  if (process.exitCode || world.brokenAt) console.error(world.program.lastLog());
  await world.program.remove();
});

describe("in the browser", () => {
  takeUntilNotice(world);
  refusals(world);
  keyboard(world);
  quality(world);
  selfcheck(world);
  simulation(world);
  authorisations(world); // before a batch has asked everything about everybody: what is fresh is not asked again
  verification(world);
  liveness(world);
  objection(world);
  sources(world);
  standards(world);
  drafts(world);
  test("the program stops and starts again on its data, ten days later", async () => {
    await forgetSessions();
    await world.program.stop();
    await world.program.start(shift);
  });
  draftInForce(world);
  takeToPayment(world);
});
