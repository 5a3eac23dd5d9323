/**
 * shortPlace leaves out the province, and the city where a county follows: "广东省广州市越秀区北京街道" → "越秀区北京街道". Towns
 * that hang directly below a city (东莞, 中山) keep its name.
 */
export function shortPlace(full: string): string {
  const inCity = full.replace(/^[^省]{2,8}(省|自治区)(?=.)/, "");
  return inCity.replace(/^[^市县区]{2,8}(市|自治州|地区|盟)(?=[^镇乡街]{1,8}?[区县市旗])/, "");
}
