package exchange

import "strings"

// What people read above the columns of a sheet. The key stands behind it in brackets; a sheet is read with either.
var columnNames = map[string]string{"question": "问题编号", "class": "数据类", "id_number": "证件号码", "name": "姓名", "authorisation": "授权书编号", "from": "起查日期", "purpose": "用途",
	"status": "答复", "as_of": "数据日期", "note": "说明"}

func named(name, key string) string {
	if name == "" {
		return key
	}
	return name + "（" + key + "）"
}

// keyOf is the key in a cell that may name it for people.
func keyOf(cell string) string {
	cell = plainText(cell)
	if rest, ok := strings.CutSuffix(cell, "）"); ok {
		if i := strings.LastIndex(rest, "（"); i >= 0 {
			return strings.TrimSpace(rest[i+len("（"):])
		}
	}
	return cell
}

// ColumnName is what people read above a column of the source's sheets.
func (s *Source) ColumnName(key string) string {
	if name := columnNames[key]; name != "" {
		return name
	}
	if name := s.fieldName(key); name != "" {
		return name
	}
	return key
}

func (s *Source) fieldName(key string) string {
	for i := range s.Classes {
		if f := s.Classes[i].Field(key); f != nil {
			return f.Name
		}
	}
	return ""
}
