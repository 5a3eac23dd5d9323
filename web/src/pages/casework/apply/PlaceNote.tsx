import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { searchQuery } from "@/components/divisions";
import { useSession } from "@/app/session";

const town = 4; // only a town window may take in for elsewhere (异地受理)

/** PlaceNote says where the application will go when the household is registered outside the town of this window. */
export function PlaceNote({ division }: { division: string | undefined }) {
  const { current } = useSession();
  const found = useQuery({ ...searchQuery(division ?? ""), enabled: Boolean(division) });
  if (!division) return null;
  const here = current.division.slice(0, 9);
  if (division.slice(0, 9) === here) return null;
  if (division.slice(0, 2) !== here.slice(0, 2)) {
    return <Alert type="warning" showIcon className="cw-gap" title="户籍地不在本省，本窗口不能受理。请联系户籍所在省的镇街，或由户籍地与居住地一致的家庭成员申请。" />;
  }
  if (current.level !== town) {
    return <Alert type="warning" showIcon className="cw-gap" title="户籍地不在您的辖区，请由申请人到就近的镇街窗口提交。" />;
  }
  const name = found.data?.find((d) => d.code === division)?.full_name ?? "该地";
  return (
    <Alert
      type="info"
      showIcon
      className="cw-gap"
      title={`异地受理：户籍在${name}，提交后由系统转交当地镇街办理。`}
      description="申请人不用再跑一趟。您在“案件”中可以继续看到它的进度。"
    />
  );
}
