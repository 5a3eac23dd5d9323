package registry

import (
	"testing"
	"time"

	"zhongfu/internal/calendar"
	"zhongfu/internal/seal"
)

// BenchmarkEncode is sealing and encoding of the bulk load, without a database, per person and core.
func BenchmarkEncode(b *testing.B) {
	p := PersonRow{IDNumber: "11010519491231002X", Name: "张三", Sex: 1, Birth: calendar.NewDate(1949, 12, 31), Relation: "02"}
	p.Phone, p.Account, p.Address = "13800012234", "6217001234567890128", "人民路一百二十号五楼"
	h := HouseholdRow{Division: 440106012001, Address: p.Address, People: []PersonRow{p, p, p}}
	keys, now := seal.ForTest(), time.Unix(0, 0)
	part := []HouseholdRow{h}
	for b.Loop() {
		encode(keys, now, part)
	}
	b.ReportMetric(float64(b.N)*3/b.Elapsed().Seconds(), "people/s")
}
