package rulebook

// Line is one parameter of a change: what it becomes for which places.
type Line struct {
	Parameter string   `json:"parameter" minLength:"1" maxLength:"60"`
	Places    []string `json:"places" minItems:"1" maxItems:"40" doc:"prefixes of division codes: 44, 4401, 440106"`
	Value     string   `json:"value,omitempty" maxLength:"20" doc:"as a pack writes it: yuan, decimals, true; or urban and rural together"`
	Urban     string   `json:"urban,omitempty" maxLength:"20"`
	Rural     string   `json:"rural,omitempty" maxLength:"20"`
	Status    string   `json:"status,omitempty" enum:"official,floor" doc:"what the document sets: the place's own standard, or the province's floor"`
}
