/** The departments that take part in social assistance (GD-2024, 部门职责分工). */
export const departments = [
  { value: "civil_affairs", label: "民政" },
  { value: "township", label: "乡镇（街道）" },
  { value: "village", label: "村（居）委会" },
  { value: "education", label: "教育" },
  { value: "finance", label: "财政" },
  { value: "human_resources", label: "人力资源和社会保障" },
  { value: "housing", label: "住房和城乡建设" },
  { value: "health", label: "卫生健康" },
  { value: "medical_insurance", label: "医疗保障" },
  { value: "agriculture", label: "农业农村" },
  { value: "emergency", label: "应急管理" },
  { value: "disabled_federation", label: "残联" },
  { value: "union", label: "工会" },
  { value: "women_federation", label: "妇联" },
  { value: "audit", label: "审计" },
];
