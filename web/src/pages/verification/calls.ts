import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Page, Schemas } from "@/api/types";
import { queryClient } from "@/app/query";
import type { FilterValues } from "@/components/filters";
import type { Tone } from "@/components/StatusTag";

export type Order = Schemas["Order"];
export type SourceState = Schemas["SourceState"];
export type Subject = Schemas["Subject"];
export type AskedItem = Schemas["AskedItem"];
export type AskedClass = Schemas["AskedClass"];
export type Progress = Schemas["OrderProgress"];
export type Reminder = Schemas["Reminder"];
export type Client = Schemas["Client"];
export type BatchPreview = Schemas["BatchPreview"];
export type LeftOut = Schemas["LeftOut"];

export const orderStates: Record<Order["state"], [string, Tone]> = {
  preparing: ["正在准备", "blue"], running: ["查询中", "blue"], answered: ["已答复", "green"], cancelled: ["已取消", "grey"], failed: ["没有完成", "red"],
};
export const orderKinds: Record<Order["kind"], string> = { case: "案件核对", batch: "批量复核", client: "委托核对" };
export const purposes: Record<string, string> = {
  social_assistance: "社会救助", extended_assistance: "专项社会救助", charity: "慈善帮扶", liveness: "待遇资格认证（人脸识别）",
};
export const itemStates: Record<AskedItem["state"], [string, Tone, string]> = {
  waiting: ["等待答复", "blue", "…"], answered: ["已答复", "green", "✓"], silent: ["没有答复", "amber", "?"], refused: ["不许查询", "red", "✕"], cancelled: ["已取消", "grey", "－"],
};
export const categoryNames: Record<string, string> = {
  dibao: "最低生活保障", dibao_single: "低保单人户", tekun: "特困人员", dibao_marginal: "低保边缘家庭", expenditure_hardship: "支出型困难家庭", relapse_watch: "防止返贫监测对象",
  orphan: "孤儿", unsupported_child: "事实无人抚养儿童", disability_living: "残疾人生活补贴", disability_nursing: "残疾人护理补贴",
};

export const ended = (order: Pick<Order, "state">) => order.state !== "preparing" && order.state !== "running";

const idNumber = /^(\d{15}|\d{17}[\dXx])$/;

/** One page of orders; an ID number is looked up by the register. What is searched travels in bodies, never in an address. */
export async function fetchOrders(query: FilterValues & { cursor?: string }, signal: AbortSignal): Promise<Page<Order>> {
  const { cursor, q = "", ...rest } = query;
  const filters: Record<string, string> = { ...rest };
  const text = q.replace(/\s/g, "");
  if (idNumber.test(text)) {
    const found = await api.post<Schemas["SearchPage"]>("/api/registry/search", { query: text, limit: 1 }, { signal });
    const person = found.items?.[0];
    if (!person) return { items: [] };
    filters["person"] = person.person_id;
  } else if (q) filters["q"] = q;
  const page = await api.post<Schemas["OrderPage"]>("/api/verification/orders/search", { ...filters, after: cursor, limit: 30 }, { signal });
  return { items: page.orders ?? [], next: page.next };
}

/** A small order is followed closely, a large one from further off: counting a hundred thousand people takes the server time. */
export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ["verification", "order", id],
    queryFn: ({ signal }) => api.get<Order>(`/api/verification/orders/${id}`, undefined, signal),
    refetchInterval: (query) => {
      const order = query.state.data;
      if (!order || ended(order)) return false;
      return order.people <= 500 ? 2000 : 10_000;
    },
  });

export const progressQuery = (order: Order) =>
  queryOptions({
    queryKey: ["verification", "order", order.id, "progress"],
    queryFn: ({ signal }) => api.get<Progress>(`/api/verification/orders/${order.id}/progress`, undefined, signal),
    refetchInterval: ended(order) ? false : order.people <= 500 ? 3000 : 15_000,
  });

export const classesQuery = queryOptions({
  queryKey: ["verification", "classes"],
  staleTime: 600_000,
  queryFn: async ({ signal }) => (await api.get<Schemas["AskedClasses"]>("/api/verification/classes", undefined, signal)).classes ?? [],
});

export const clientsQuery = queryOptions({
  queryKey: ["verification", "clients"],
  queryFn: async ({ signal }) => (await api.get<Schemas["Clients"]>("/api/verification/clients", undefined, signal)).clients ?? [],
});

export const remindersQuery = queryOptions({
  queryKey: ["verification", "reminders"],
  staleTime: 60_000,
  queryFn: async ({ signal }) => (await api.get<Schemas["Reminders"]>("/api/verification/batches/due", undefined, signal)).reminders ?? [],
});

export const ordersChanged = () => queryClient.invalidateQueries({ queryKey: ["verification"] });

/** The lists of orders stand under a name of their own, as every list does. */
export async function orderPlaced(): Promise<void> {
  await Promise.all([ordersChanged(), queryClient.invalidateQueries({ queryKey: ["verification-orders"] })]);
}
