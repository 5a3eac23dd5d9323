import { api } from "@/api/http";

export interface PlaceRef { code: string; name: string }

/** A person found on the register, masked. */
export interface PersonHit {
  id: string;
  number: string;
  name: string;
  sex: string;
  birth: string;
  age: number;
  id_mask: string;
  place?: PlaceRef;
  register?: PlaceRef;
  household_number?: string;
}

/** What an ID number says by itself. */
export interface ParsedId { birth: string; sex: string; division?: string; division_name?: string; place?: PlaceRef }

/** findPerson searches the register by ID number; a number never stands in an address, hence the post. */
export async function findPerson(idNumber: string): Promise<PersonHit | null> {
  const found = await api.post<{ items?: PersonHit[] }>("/api/registry/search", { query: idNumber });
  return found.items?.[0] ?? null;
}

export const parseId = (idNumber: string) => api.post<ParsedId>("/api/people/parse-id", { id_number: idNumber });
