import { UploadOutlined } from "@ant-design/icons";

interface Props {
  id?: string;
  /** What is to be chosen: 填好的表格（Excel 或 CSV）. */
  label: string;
  accept: string;
  file: File | null;
  onChange: (file: File | null) => void;
}

/** FileField chooses one file; its button speaks Chinese whatever the browser's language. */
export function FileField({ id, label, accept, file, onChange }: Props) {
  return (
    <label className="zf-file">
      <span className="zf-file-button"><UploadOutlined aria-hidden /> {file ? "换一个文件" : "选择文件"}</span>
      <span>{file ? file.name : label}</span>
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={(e) => {
          onChange(e.target.files?.[0] ?? null);
          e.target.value = ""; // the same file again is a choice, too: it may have been corrected
        }}
      />
    </label>
  );
}
