package policy

func words(list ...string) func() []string { return func() []string { return list } }

var (
	moneyUnits     = []string{"fen", "fen_per_month", "fen_per_year", "fen_once", "kwh_per_month"}
	valueUnits     = append(append([]string{}, moneyUnits...), "persons", "count", "months", "years", "days", "points", "ratio", "percent", "bool", "text")
	parameterUnits = append(append([]string{}, moneyUnits...), "persons", "count", "months", "years", "days", "points", "ratio", "percent", "bool")
)

// fieldWords are the fields that take only certain words, by Type.field.
var fieldWords = map[string]func() []string{
	"Item.kind":             words("basic", "special", "emergency", "service", "charity", "other"),
	"Item.theme":            func() []string { return sortedKeys(Themes) },
	"Item.intake":           words("casework", "desk", "automatic"),
	"Item.unit":             words(UnitHousehold, UnitPerson),
	"Value.unit":            words(valueUnits...),
	"Value.over":            words("counted", "all"),
	"Amount.unit":           words(moneyUnits...),
	"Rounding.rule":         func() []string { return sortedKeys(roundings) },
	"Rounding.status":       words(Official, Sample),
	"Reverification.what":   words("check", "visit"),
	"Fact.of":               words(OfHousehold, OfMember),
	"Gate.of":               words(OfHousehold, OfMember),
	"Fact.type":             words(string(Money), string(MoneyMonthly), string(Int), string(Bool), string(DateFact), string(Enum), string(Decimal), string(DivisionFact)),
	"Fact.sensitivity":      words("public", "sensitive", "secret"),
	"Parameter.type":        words(string(ParamMoney), string(ParamInt), string(ParamDays), string(ParamRatio), string(ParamBool)),
	"Parameter.unit":        words(parameterUnits...),
	"ParameterValue.status": words(Official, Floor, Sample),
	"Document.reading":      words("regulation", "mirrored", "sample"),
	"Actor.role":            func() []string { return sortedKeys(RoleNames) },
	"Actor.level":           func() []string { return sortedKeys(LevelNames) },
	"Step.clock":            words("before", "counted", "special", "after"),
	"Step.guards":           func() []string { return sortedKeys(Guards) },
	"Exit.guards":           func() []string { return sortedKeys(Guards) },
	"Deadline.calendar":     words("working", "natural"),
	"Deadline.since":        words("step_start", "acceptance", "decision", "submission"),
	"Expect.outcome":        words(Eligible, Ineligible, NeedsEvidence),
}

// fieldsRequired are the fields without which an entry is refused, by type. An item of a child pack may leave out all
// but its id.
var fieldsRequired = map[string][]string{
	"packFile": {"name", "title", "version", "division"}, "documentFile": {"documents"}, "parameterFile": {"parameters"},
	"Document": {"id", "number", "title", "reading"}, "Fact": {"key", "label", "of", "type", "section", "sensitivity"}, "Option": {"code", "label"}, "Gate": {"key", "of", "section", "question"},
	"Parameter": {"id", "label", "type", "unit", "values"}, "ParameterValue": {"divisions", "from", "status", "source"},
	"Item": {"id"}, "Apply": {"who", "where", "text", "clause"}, "Material": {"id", "name", "required", "clause"}, "Form": {"id", "name", "clause"},
	"Exclusion": {"id", "name", "when", "reason", "clause"}, "Value": {"id", "label", "unit"}, "Rule": {"id", "name", "text", "reason", "clause"},
	"Amount": {"expr", "label", "unit", "rounding", "clause"}, "Rounding": {"rule", "status"}, "Reverification": {"what", "who", "months", "clause"},
	"Derived": {"name", "clause"}, "Excluded": {"item", "name", "clause"},
	"Procedure": {"id", "name", "start", "ends", "steps", "totals", "clause"}, "Step": {"id", "name", "actor", "deadline", "clock", "exits", "clause"},
	"Actor": {"role", "level"}, "Deadline": {"parameter", "calendar", "since", "clause"}, "Exit": {"action", "name", "to"},
	"Total": {"id", "name", "deadline"}, "Group": {"id", "name", "steps", "deadline"}, "Incompatible": {"steps", "clause"},
	"caseFile": {"cases"}, "Case": {"id", "name", "expect"}, "Expect": {"outcome"},
}

// fieldsOneOf are fields of which exactly one is written.
var fieldsOneOf = map[string][]string{"Value": {"expr", "sum", "count", "any"}, "Rule": {"when", "item"}}

// fieldHelp explains fields in the editor.
var fieldHelp = map[string]string{
	"Item.summary": "给困难群众看的一句话：谁能得到什么", "Item.department": "负责部门，按老百姓的叫法", "Item.intake": "casework 在本系统受理；desk 窗口转部门；automatic 免申即享",
	"Item.include": "引入的片段", "Item.remove": "去掉继承来的规则、数值、材料等的 id", "Item.asks_for": "申请表要问的事实",
	"Exclusion.when": "CEL：成立则该成员不计入", "Value.expr": "CEL：直接计算", "Value.sum": "CEL：在成员上求和", "Value.count": "CEL：符合的成员人数", "Value.any": "CEL：有一名成员符合",
	"Value.unit": "单位；不同单位不能比较或相加", "Rule.when": "CEL：成立为符合", "Rule.item": "另一事项的结论", "Rule.unless": "CEL：成立时不问 item",
	"Rule.text": "规则的文字，{名字} 换成数字", "Rule.reason": "不符合时给申请人看的理由", "Amount.expr": "CEL：金额（分）",
	"ParameterValue.divisions": "区划代码前缀（2、4、6、9、12 位）或 all", "ParameterValue.from": "生效日", "ParameterValue.until": "失效日（不含）",
	"ParameterValue.known_until": "此日以后为沿用", "ParameterValue.value": "金额写元，比例写小数", "ParameterValue.status": "official 正式；floor 省定最低；sample 示例，界面会标出",
	"Parameter.fallback": "本参数没有数值时改查的参数", "Parameter.replace": "不继承上级的数值", "Fact.question": "问困难群众的话，一句大白话",
	"Gate.question": "自助测算的开场问题，答“没有”时后面的事实不再问", "Fact.behind": "先问的开场问题或事实；都答“没有”时本事实不问", "Fact.otherwise": "先问的都答“没有”时本事实的值；不写为否、0",
	"Fact.outcome_of": "由哪个事项的结论回答", "Fact.asked": "申请时询问", "Excluded.external": "由别的系统管理，不在政策包里", "Expect.failed": "恰好这些规则不符合",
	"Expect.missing": "恰好缺这些事实，如 m1.income_wage、household.vehicles", "Case.parameters": "只为这个案例设定的参数",
	"Step.clock": "before 受理前；counted 计入总时限；special 只计入特殊总时限；after 决定后",
}
