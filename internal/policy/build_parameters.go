package policy

// buildParameters checks the parameters and turns their values into rows that lookups scan.
func (p *Pack) buildParameters(raw *rawPack, ps *problems) {
	for i := range raw.parameters {
		q := raw.parameters[i]
		if !identifier(q.ID) || q.Label == "" || p.parameters[q.ID] != nil {
			ps.add(q.At, "参数 %q 的 id 应是小写标识符且不重复，并写明 label。", q.ID)
		}
		switch q.Type {
		case ParamMoney, ParamInt, ParamDays, ParamRatio, ParamBool:
		default:
			ps.add(q.At, "参数 %s 的类型 %q 不存在。可用：money、int、days、ratio、bool。", q.ID, q.Type)
			continue
		}
		for j := range q.Values {
			p.parameterRows(&q, &q.Values[j], ps)
		}
		p.checkOverlap(&q, ps)
		p.parameters[q.ID] = &q
		p.parameterOrder = append(p.parameterOrder, q.ID)
	}
	for _, q := range p.parameters {
		if q.Fallback != "" && p.parameters[q.Fallback] == nil {
			ps.add(q.At, "参数 %s 的 fallback %s 不存在%s。", q.ID, q.Fallback, suggestion(q.Fallback, p.parameterOrder))
		}
		if len(q.Values) == 0 && q.Fallback == "" {
			ps.add(q.At, "参数 %s 没有任何数值。", q.ID)
		}
	}
}

func (p *Pack) parameterRows(q *Parameter, v *ParameterValue, ps *problems) {
	switch v.Status {
	case Official, Floor, Sample:
	default:
		ps.add(v.At, "参数 %s 的 status 是 %q，应为 official、floor 或 sample。", q.ID, v.Status)
	}
	p.cite(&v.Source, v.At, "参数 "+q.ID+" 的数值", ps)
	if d := p.documents[v.Source.ID]; d != nil && d.Reading == "sample" && v.Status != Sample {
		ps.add(v.At, "参数 %s 的来源是示例，status 却是 %s。请改为 sample 或补上真实来源。", q.ID, v.Status)
	}
	if v.From == nil {
		ps.add(v.At, "参数 %s 的数值没有 from（生效日）。", q.ID)
		return
	}
	if v.Until != nil && *v.Until <= *v.From {
		ps.add(v.At, "参数 %s 的 until 应晚于 from（半开区间）。", q.ID)
	}
	r := row{from: *v.From, until: v.Until, of: v}
	var err error
	switch {
	case v.Value != "" && v.Urban == "" && v.Rural == "":
		r.urban, err = parseValue(q.Type, v.Value)
		r.rural = r.urban
	case v.Value == "" && v.Urban != "" && v.Rural != "":
		r.split = true
		if r.urban, err = parseValue(q.Type, v.Urban); err == nil {
			r.rural, err = parseValue(q.Type, v.Rural)
		}
	default:
		ps.add(v.At, "参数 %s 的数值应写 value，或同时写 urban 和 rural。", q.ID)
		return
	}
	if err != nil {
		ps.add(v.At, "参数 %s 的数值 %v。", q.ID, err)
		return
	}
	if r.urban < 0 || r.rural < 0 || r.urban > MaxFen || r.rural > MaxFen {
		ps.add(v.At, "参数 %s 的数值不能为负，也不能过大。", q.ID)
	}
	if v.Unknown && (v.Status != Sample || r.split || q.Type == ParamBool || v.Note == "") {
		ps.add(v.At, "参数 %s 的 unknown 数值应是 status: sample 的一个数，并在 note 里写明没有数值时怎样办。", q.ID)
	}
	if len(v.Divisions) == 0 {
		ps.add(v.At, "参数 %s 的数值没有写 divisions；全部地区请写 all。", q.ID)
	}
	for _, d := range v.Divisions {
		lo, hi, ok := divisionRange(d)
		if !ok {
			ps.add(v.At, "参数 %s 的区划 %q 应为 2、4、6、9、12 位代码前缀，或 all。", q.ID, d)
			continue
		}
		r.lo, r.hi, r.digits = lo, hi, prefixLen(d)
		q.rows = append(q.rows, r)
	}
}

// checkOverlap refuses two values of one file chain for the same place and day. A child's value may cover its
// parent's: it is written first and its file differs in the pack folder.
func (p *Pack) checkOverlap(q *Parameter, ps *problems) {
	for i := range q.rows {
		for j := i + 1; j < len(q.rows); j++ {
			a, b := &q.rows[i], &q.rows[j]
			if a.lo != b.lo || a.digits != b.digits || folder(a.of.At.File) != folder(b.of.At.File) {
				continue
			}
			if (a.until == nil || b.from < *a.until) && (b.until == nil || a.from < *b.until) {
				ps.add(b.of.At, "参数 %s 在区划 %0*d… 的日期与 %s:%d 重叠。请用 until 结束前一个数值。",
					q.ID, a.digits, a.lo/pow10(12-a.digits), a.of.At.File, a.of.At.Line)
			}
		}
	}
}

func folder(file string) string {
	for i, c := range file {
		if c == '/' {
			return file[:i]
		}
	}
	return file
}

func pow10(n int) int64 {
	v := int64(1)
	for range n {
		v *= 10
	}
	return v
}
