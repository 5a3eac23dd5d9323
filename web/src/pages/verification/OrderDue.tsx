import dayjs from "dayjs";
import { useSession } from "@/app/session";
import { DueTag } from "@/components/DueTag";
import { date } from "@/components/format";
import { ended, type Order } from "./calls";

/** OrderDue is the time left of an order, in days of the calendar; an ended one shows when it ended. */
export function OrderDue({ order }: { order: Order }) {
  const { now } = useSession();
  if (ended(order)) return <span className="zf-num">{order.ended_at ? `${date(order.ended_at)} 结束` : "—"}</span>;
  return <><span className="zf-num">{order.due}</span> <DueTag natural daysLeft={dayjs(order.due).diff(dayjs(now.slice(0, 10)), "day")} /></>;
}
