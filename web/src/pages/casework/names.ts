import type { Tone } from "@/components";
import type { CaseStatus, CaseHeader } from "./types";

/** Chinese names of what the server answers as codes. */

export const stepNames: Record<string, string> = {
  accept: "受理", supplement: "补正", verification: "信息核对", survey: "入户调查", first_opinion: "初审", notice: "公示",
  appraisal: "民主评议", review: "县级审核", confirm: "确认", letter: "送达决定",
};

export const statusNames: Record<CaseStatus, string> = {
  open: "办理中", confirmed: "已确认", refused: "不予确认", withdrawn: "已撤回", terminated: "已终止",
};

export const statusTones: Record<CaseStatus, Tone> = {
  open: "blue", confirmed: "green", refused: "red", withdrawn: "grey", terminated: "grey",
};

export const colourNames = [
  { value: "late", label: "已逾期" }, { value: "soon", label: "两日内到期" }, { value: "ok", label: "时限充裕" },
] as const;

/** GB/T 4761: the relations that forms offer before the whole table has come from the server. */
export const commonRelations: Record<string, string> = {
  "02": "户主", "01": "本人", "10": "配偶", "11": "夫", "12": "妻", "20": "子", "30": "女", "28": "女婿", "38": "儿媳", "41": "孙子", "42": "孙女",
  "51": "父亲", "52": "母亲", "55": "岳父", "56": "岳母", "61": "祖父", "62": "祖母", "71": "兄", "73": "弟", "75": "姐姐", "77": "妹妹", "97": "其他亲属", "99": "非亲属",
};

export const sexNames: Record<number, string> = { 0: "未知", 1: "男", 2: "女", 9: "未说明" };

export const channelNames: Record<string, string> = { online: "网上", window: "窗口", letter: "来信", telephone: "电话" };

export const objectionOutcomes: Record<string, string> = { appraisal: "组织民主评议", resurvey: "重新入户调查", unfounded: "查无实据，异议不成立" };

export const paperNames: Record<string, string> = {
  application_form: "社会救助申请书", authorisation: "核对授权书", pledge: "承诺书", acceptance_notice: "受理通知书", supplement_notice: "一次性补正告知书",
  survey_form: "入户调查表", verification_report: "核对报告", public_notice: "公示", appraisal_record: "民主评议记录",
  confirmation_letter: "确认通知书", refusal_letter: "不予确认告知书",
};

/** What an attachment proves, in the order of the form. */
export const attachmentKinds: Record<string, string> = {
  id_card: "身份证", household_register: "户口簿", authorisation: "核对授权书", pledge: "承诺书", income_proof: "收入证明", asset_proof: "财产证明",
  medical: "疾病和医疗费用材料", disability: "残疾人证", schooling: "在学证明", bank_account: "银行卡或存折", survey_form: "入户调查表",
  survey_photo: "入户照片", notice_photo: "公示照片", appraisal_record: "民主评议记录", verification: "核对材料", other: "其他材料",
};

export const countyVisitNames: Record<CaseHeader["county_visit"], string> = {
  undrawn: "尚未抽查", not_drawn: "未被抽中", drawn: "已抽中，须县级入户", relative: "近亲属备案，须县级入户", done: "县级已入户",
};

/** What the recorded data of a step mean. */
export const recordNames: Record<string, string> = {
  report_number: "报告编号", conclusion: "结论", visited_on: "入户日期", surveyors: "调查人", visitors: "入户人", family_signer: "家庭签字人", family_signed: "家庭已签字",
  situation: "家庭情况", findings: "入户所见", held_on: "评议日期", chair: "主持人", recorder: "记录人", participants: "参加人数", for: "同意", against: "反对",
  abstained: "弃权", record: "评议记录", place: "张贴地点", outcome: "意见", opinion: "意见", reason: "理由", text: "内容", materials: "缺少的材料",
  delivered_on: "送达日期", method: "送达方式", receiver: "签收人", notified_on: "书面告知日期",
};
