/** One household on the board of its village: name, members, amount, days, and nothing more (民发〔2021〕57号 art 24). */
export interface PublicNotice {
  id: string;
  name: string;
  member_count: number;
  /** A month. */
  amount_fen: number;
  /** Inclusive. */
  last_day: string;
  /** Days after today on which it still hangs; 0 on the last day. */
  days_left: number;
}

/** Whom to call. */
export interface PublicOffice {
  name: string;
  phone: string;
}

/** The board of a village, or the places under a larger division that have one. */
export interface PublicBoard {
  division: string;
  name: string;
  today: string;
  office?: PublicOffice;
  notices: PublicNotice[];
  places: { code: string; name: string; notices: number }[];
}

/** The standing list of a village (长期公示), a page of it. */
export interface PublicBenefits {
  division: string;
  name: string;
  /** First day of the month that the list holds for. */
  month: string;
  office?: PublicOffice;
  benefits: { name: string; member_count: number; amount_fen: number }[];
  next?: string;
}

export interface ObjectionBody {
  name?: string;
  contact?: string;
  text: string;
}

/** What the objector keeps. */
export interface ObjectionReceipt {
  id: string;
  received_at: string;
  message: string;
}
