export interface Who {
  id: string;
  name: string;
  /** yyyy-mm-dd */
  birth: string;
}

/** isMinor: under eighteen a guardian signs (民法典 17–19, 27). */
export const isMinor = (birth: string, today: string) => `${Number(birth.slice(0, 4)) + 18}${birth.slice(4)}` > today;
