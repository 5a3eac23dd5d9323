// How the forms of the front end are filled in, by the words that stand on the screen.

/** labelled is the visible field whose label begins with these words; a label may end in （选填）. */
export function labelled(scope, label) {
  return scope.getByLabel(new RegExp(`^${label}`)).and(scope.locator(":visible"));
}

/** pick chooses an option of a list or of the place tree: label says which field, type what is typed, option what is clicked. */
export async function pick(scope, label, type, option, page = scope) {
  const field = labelled(scope, label).first();
  await field.click();
  if (type) await field.fill(type);
  const found = page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)").locator(".ant-select-item-option-content, .ant-select-tree-title");
  await found.filter({ hasText: option }).first().click();
}

/** step leads the wizard one step on. */
export async function step(page, title) {
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByRole("heading", { name: new RegExp(`步：${title}$`) }).waitFor();
}

/** fillAmounts writes amounts of a section: those named, and the same for all others that are empty. */
export async function fillAmounts(section, named, others) {
  const fields = section.locator("input[inputmode=decimal]:visible, input[inputmode=numeric]:visible");
  await fields.first().waitFor();
  for (const field of await fields.all()) {
    const label = await field.evaluate((el) => el.getAttribute("aria-label") ?? el.labels?.[0]?.textContent ?? "");
    const name = Object.keys(named).find((key) => label.includes(key));
    await field.fill(name ? named[name] : others);
  }
}

/** act opens an act of the case page by its name. */
export async function act(page, name) {
  await page.getByRole("button", { name, exact: true }).click();
  const drawer = page.getByRole("dialog", { name });
  await drawer.locator("form").waitFor();
  return drawer;
}

/** send hands an act in and waits until the case page has taken it over. */
export async function send(page, drawer, label) {
  await drawer.getByRole("button", { name: label, exact: true }).click();
  await drawer.waitFor({ state: "hidden" });
  await page.waitForLoadState("networkidle");
}
