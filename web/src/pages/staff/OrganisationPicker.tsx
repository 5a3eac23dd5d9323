import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useEffect, useState } from "react";
import { api } from "@/api/http";
import type { Organisation, Page } from "@/api/types";
import { shortPlace } from "@/app/shortPlace";

interface Props {
  value?: string;
  onChange?: (id: string) => void;
  id?: string;
  disabled?: boolean;
  /** Name of the organisation chosen before, which may not be on the page that was fetched. */
  chosenName?: string;
}

/** OrganisationPicker finds an organisation by name on the server: a province has thousands. */
export function OrganisationPicker({ value, onChange, id, disabled, chosenName }: Props) {
  const [text, setText] = useState("");
  const [q, setQ] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const query = useQuery({
    queryKey: ["organisations", "pick", q],
    queryFn: ({ signal }) => api.get<Page<Organisation>>("/api/organisations", { q }, signal),
    staleTime: 60_000,
  });
  const options = (query.data?.items ?? []).map((o) => ({ value: o.id, label: `${o.name}（${shortPlace(o.division_name)}）` }));
  if (value && chosenName && !options.some((o) => o.value === value)) options.unshift({ value, label: chosenName });
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      disabled={disabled}
      options={options}
      loading={query.isFetching}
      showSearch={{ onSearch: setText, filterOption: false }}
      notFoundContent={query.isFetching ? "正在查找…" : "没有找到，请换一个名称"}
      placeholder="输入名称查找"
    />
  );
}
