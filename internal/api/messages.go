package api

import "github.com/danielgtaylor/huma/v2/validation"

// The schema's own refusals, in the language of the people who read them.
func init() {
	validation.MsgUnexpectedProperty = "不认识的字段，请核对字段名"
	validation.MsgExpectedRFC3339DateTime = "应为日期时间，如 2026-11-22T09:30:00+08:00"
	validation.MsgExpectedRFC3339Date = "应为日期，如 2026-11-22"
	validation.MsgExpectedRFC4122UUID = "编号格式不正确（%v）"
	validation.MsgExpectedBoolean = "应为“是”或“否”"
	validation.MsgExpectedNumber = "应为数字"
	validation.MsgExpectedInteger = "应为整数"
	validation.MsgExpectedString = "应为文字"
	validation.MsgExpectedBase64String = "文件内容编码不正确，请重新上传"
	validation.MsgExpectedArray = "应为列表"
	validation.MsgExpectedObject = "应为一组字段"
	validation.MsgExpectedArrayItemsUnique = "列表中有重复项，请去掉重复"
	validation.MsgExpectedOneOf = "应为下列之一：%s"
	validation.MsgExpectedMinimumNumber = "不能小于 %v"
	validation.MsgExpectedExclusiveMinimumNumber = "应大于 %v"
	validation.MsgExpectedMaximumNumber = "不能大于 %v"
	validation.MsgExpectedExclusiveMaximumNumber = "应小于 %v"
	validation.MsgExpectedNumberBeMultipleOf = "应为 %v 的倍数"
	validation.MsgExpectedMinLength = "至少填写 %d 个字"
	validation.MsgExpectedMaxLength = "最多填写 %d 个字"
	validation.MsgExpectedBePattern = "格式应为 %s"
	validation.MsgExpectedMatchPattern = "格式不正确（应符合 %s）"
	validation.MsgExpectedMinItems = "至少需要 %d 项"
	validation.MsgExpectedMaxItems = "最多 %d 项"
	validation.MsgExpectedRequiredProperty = "缺少必填项 %s"
	validation.MsgExpectedMatchAtLeastOneSchema = "内容不符合任何一种允许的格式"
	validation.MsgExpectedMatchExactlyOneSchema = "内容应恰好符合一种允许的格式"
}
