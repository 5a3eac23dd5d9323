import { PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input } from "antd";

export interface PersonInOffice { name?: string; office?: string; staff_id?: string }

interface Props {
  /** Field of the list: surveyors, visitors. */
  name: string;
  who: string;
  least: number;
}

/** PeopleFields names those who visited: name and office, at least as many as the rule asks for. */
export function PeopleFields({ name, who, least }: Props) {
  return (
    <Form.List name={name}>
      {(rows, { add, remove }) => (
        <>
          {rows.map((row) => (
            <div key={row.key} className="cw-pair" role="group" aria-label={`${who} ${row.name + 1}`}>
              <Form.Item name={[row.name, "name"]} label={`${who} ${row.name + 1} 姓名`} rules={[{ required: true, whitespace: true, min: 2, message: `请填写第 ${row.name + 1} 名${who}的姓名。` }]}>
                <Input maxLength={30} autoComplete="off" />
              </Form.Item>
              <Form.Item name={[row.name, "office"]} label="单位和职务" rules={[{ required: true, whitespace: true, message: `请填写第 ${row.name + 1} 名${who}的单位和职务。` }]}>
                <Input maxLength={100} autoComplete="off" />
              </Form.Item>
              {rows.length > least && <Button size="small" type="text" onClick={() => remove(row.name)}>移除</Button>}
            </div>
          ))}
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add({})} disabled={rows.length >= 6}>再加一名{who}</Button>
        </>
      )}
    </Form.List>
  );
}

/** peopleOf trims the names and keeps the account of the one who is signed in only as long as the name is still theirs. */
export function peopleOf(list: readonly PersonInOffice[] | undefined, me: { id: string; name: string }) {
  return (list ?? []).map((p) => {
    const name = p?.name?.trim() ?? "";
    return { name, office: p?.office?.trim() ?? "", ...(name === me.name ? { staff_id: me.id } : {}) };
  });
}
