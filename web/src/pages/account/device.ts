const systems: [RegExp, string][] = [
  [/iPhone|iPad/, "苹果手机或平板"], [/HarmonyOS/, "鸿蒙设备"], [/Android/, "安卓手机或平板"],
  [/Windows/, "Windows 电脑"], [/Mac OS X/, "苹果电脑"], [/Linux/, "Linux 电脑"],
];
const browsers: [RegExp, string][] = [
  [/MicroMessenger/, "微信"], [/Edg\//, "Edge"], [/Firefox\//, "Firefox"], [/Chrome\//, "Chrome"], [/Safari\//, "Safari"],
];

/** deviceName says in words what a browser calls itself, so that a person knows the own device from a strange one. */
export function deviceName(userAgent: string): string {
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "未识别的设备";
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  return browser ? `${system} · ${browser}` : system;
}
