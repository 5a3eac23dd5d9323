/** The groups of the side menu, in their order; a group without pages that the role may open is not shown. */
export const menuGroups = ["工作台", "经办", "核对", "监测", "供需", "资金", "监管", "政策 · 档案"] as const;

export type MenuGroup = (typeof menuGroups)[number];
