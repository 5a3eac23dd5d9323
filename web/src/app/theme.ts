import type { ThemeConfig } from "antd";

/** The colours of the whole front end; text on white keeps at least 4.5:1, so also the quiet ones. */
export const colours = {
  blue: "#1F5FBF",
  red: "#B42318",
  amber: "#8A4B00",
  green: "#17713A",
  text: "#1B2430",
  quiet: "#566072",
  line: "#DDE2EA",
  ground: "#F5F7FA",
} as const;

export const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif';

export const theme: ThemeConfig = {
  // Only animations that say something: none. It also keeps pages steady for people and for tests.
  token: {
    colorPrimary: colours.blue,
    colorInfo: colours.blue,
    colorLink: colours.blue,
    colorLinkHover: "#184D9C", // the paler hover that antd derives falls below 4.5:1
    colorPrimaryHover: "#184D9C",
    colorError: colours.red,
    colorWarning: colours.amber,
    colorSuccess: colours.green,
    colorText: colours.text,
    colorTextSecondary: "#3F4957",
    colorTextTertiary: colours.quiet,
    colorTextDescription: colours.quiet,
    colorTextPlaceholder: "#697386",
    colorBorder: "#8792A4", // 3:1 against white: the edge of a field is information
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.ground,
    fontFamily,
    fontSize: 14,
    borderRadius: 4,
    sizeUnit: 4,
    controlHeight: 36,
    motion: false,
  },
  components: {
    Card: { headerHeight: 44, bodyPadding: 16 },
    Form: { itemMarginBottom: 16, verticalLabelPadding: "0 0 4px" },
    Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" },
  },
};
