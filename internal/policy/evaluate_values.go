package policy

// evalValues works out the named figures of the household in the order they need each other.
func (e *evaluation) evalValues() error {
	e.values = make([]ValueResult, len(e.item.Values))
	for _, k := range e.item.code.valueOrder {
		def, x := &e.item.Values[k], e.item.code.values[k]
		if !inForce(def.From, def.Until, e.in.Date) {
			continue
		}
		r := ValueResult{ID: def.ID, Label: def.Label, Unit: def.Unit}
		var missing []Missing
		var bound interval
		if def.Expr != "" {
			v, m, err := e.eval(e.root, x)
			if err != nil {
				return e.fault("数值 "+def.ID, err)
			}
			if v != nil {
				r.Value = v.Value()
			} else {
				missing, bound = m, e.root.bound(x)
			}
		} else {
			v, m, b, err := e.aggregate(def, x)
			if err != nil {
				return e.fault("数值 "+def.ID, err)
			}
			r.Value, missing, bound = v, m, b
		}
		if r.Value == nil {
			e.root.unknown("v."+def.ID, missing, bound)
		} else {
			e.root.set("v."+def.ID, r.Value)
		}
		r.Text = unitText(def.Unit, r.Value)
		e.values[k] = r
	}
	return nil
}
