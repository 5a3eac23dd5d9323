/** shortPlace leaves out province and city where something smaller follows: "广东省广州市越秀区北京街道" → "越秀区北京街道". */
export function shortPlace(full: string): string {
  const inCity = full.replace(/^[^省]{2,8}(省|自治区)(?=.)/, "");
  return inCity.replace(/^[^市县区]{2,8}(市|自治州|地区|盟)(?=.)/, "");
}
