import { Checkbox } from "antd";
import { useState } from "react";
import { ConfirmLegalAct } from "@/components/ConfirmLegalAct";
import { count, yuan } from "@/components/format";
import { approvePayroll, payrollsChanged } from "./calls";
import { monthText } from "./months";
import type { PayrollDetail } from "./types";

interface Props {
  payroll: PayrollDetail;
  county: string;
  open: boolean;
  onClose: () => void;
}

/** ApprovePayroll makes a list final: the sums and the lines to look at are shown before, and it is done once. */
export function ApprovePayroll({ payroll, county, open, onClose }: Props) {
  const [seen, setSeen] = useState(false);
  const close = () => {
    setSeen(false);
    onClose();
  };
  return (
    <ConfirmLegalAct
      open={open}
      act="审定"
      danger={false}
      figures
      intro="审定后，将按下面的内容发放："
      readLabel="我已核对发放册，户数、人数和金额无误"
      letter={
        <>
          <p><strong>{county}{monthText(payroll.month)}{payroll.item_name}发放册（{payroll.number}）</strong></p>
          <p>
            共 {count(payroll.households)} 户、{count(payroll.people)} 人，合计 {yuan(payroll.total_fen)} 元（{payroll.total_chinese}）。
          </p>
          <p>生成人：{payroll.made_by_name}。</p>
        </>
      }
      consequences={
        <>
          <p>审定后发放册和明细不能再修改，系统记下校验值。生成人不能审定自己生成的发放册。</p>
          {payroll.problems > 0 && (
            <Checkbox checked={seen} onChange={(e) => setSeen(e.target.checked)}>
              本册有 {count(payroll.problems)} 户需要核对，我已逐户看过，仍然审定
            </Checkbox>
          )}
        </>
      }
      onConfirm={async (key) => {
        await approvePayroll(payroll.id, payroll.version, seen, key);
        await payrollsChanged();
      }}
      onClose={close}
    />
  );
}
