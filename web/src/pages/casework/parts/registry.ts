import { api } from "@/api/http";

interface PlaceRef { code: string; name: string }

/** A person found on the register, masked. */
export interface PersonHit {
  person_id: string;
  number: string;
  name: string;
  household_number?: string;
  division_name: string;
  status: "living" | "deceased";
}

/** What an ID number says by itself; the county of first registration may no longer exist, its name is then empty. */
export interface IdReadingAnswer { birth: string; sex: string; age: number; division: PlaceRef }

/** findPerson searches the register by ID number; a number never stands in an address, hence the post. */
export async function findPerson(idNumber: string): Promise<PersonHit | null> {
  const found = await api.post<{ by: string; items: PersonHit[] }>("/api/registry/search", { query: idNumber, limit: 1 });
  return found.by === "id_number" ? (found.items[0] ?? null) : null;
}

export const parseId = (idNumber: string) => api.post<IdReadingAnswer>("/api/people/parse-id", { id_number: idNumber });

/** registerPlace is the place of the household register of a person on the register (户籍地), "" where it is not known. */
export async function registerPlace(personId: string): Promise<string> {
  const person = await api.get<{ register?: PlaceRef }>(`/api/people/${personId}`);
  return person.register?.code ?? "";
}
