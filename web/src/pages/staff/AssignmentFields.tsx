import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Select } from "antd";
import { roleLevels, roles } from "@/app/roles";
import { DivisionPicker } from "@/components/DivisionPicker";

/** AssignmentFields edits the posts of a person: role and place; the place must be of the level the role exists at. */
export function AssignmentFields({ editable }: { editable: boolean }) {
  return (
    <Form.List name="assignments">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }, index) => (
            <div key={key} className="zf-assignment" role="group" aria-label={`岗位 ${index + 1}`}>
              <Form.Item name={[name, "role"]} label="岗位" rules={[{ required: true, message: "请选择岗位" }]}>
                <Select disabled={!editable} options={roles.map(({ value, label }) => ({ value, label }))} />
              </Form.Item>
              <Form.Item noStyle dependencies={[["assignments", name, "role"]]}>
                {({ getFieldValue }) => (
                  <Form.Item name={[name, "division"]} label="所在地" rules={[{ required: true, message: "请选择所在地" }]}>
                    <DivisionPicker
                      key={String(getFieldValue(["assignments", name, "role"]))}
                      disabled={!editable}
                      levels={roleLevels(getFieldValue(["assignments", name, "role"]) as string | undefined)}
                    />
                  </Form.Item>
                )}
              </Form.Item>
              {editable && (
                <Button icon={<DeleteOutlined />} aria-label={`删除岗位 ${index + 1}`} onClick={() => remove(name)} />
              )}
            </div>
          ))}
          {editable && <Button icon={<PlusOutlined />} onClick={() => add({})}>增加岗位</Button>}
        </>
      )}
    </Form.List>
  );
}
