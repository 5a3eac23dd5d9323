package policy

// Rounding names the rule by which an amount is brought to a payable figure, with the standing of that rule.
type Rounding struct {
	Rule   string `yaml:"rule" json:"rule"`     // fen, jiao_up, jiao_half_up, yuan_up, yuan_half_up, yuan_down
	Status string `yaml:"status" json:"status"` // official or sample
	Note   string `yaml:"note" json:"note,omitempty"`
}

var roundings = map[string]struct {
	unit int64
	add  int64
}{
	"fen":          {1, 0},
	"jiao_up":      {10, 9},
	"jiao_half_up": {10, 5},
	"yuan_up":      {100, 99},
	"yuan_half_up": {100, 50},
	"yuan_down":    {100, 0},
}

// Apply rounds an amount in fen. A negative amount becomes 0: nothing is ever taken from a household.
func (r Rounding) Apply(fen int64) int64 {
	if fen <= 0 {
		return 0
	}
	k := roundings[r.Rule]
	if k.unit <= 1 {
		return fen
	}
	return (fen + k.add) / k.unit * k.unit
}
