package postgres_test

import (
	"bytes"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgtype"

	"zhongfu/internal/calendar"
	"zhongfu/internal/postgres"
)

// What a connection sends is the same with and without the short way.
func TestRegisterTypesChangesNoByte(t *testing.T) {
	id, day := uuid.MustParse("0190a000-0000-7000-8000-0000000000ff"), calendar.NewDate(2026, 2, 28)
	leap, early := calendar.NewDate(2024, 2, 29), calendar.NewDate(1899, 12, 31)
	var none *uuid.UUID
	var never *calendar.Date
	plain, short := pgtype.NewMap(), pgtype.NewMap()
	postgres.RegisterTypes(short)
	for _, c := range []struct {
		oid   uint32
		value any
	}{
		{pgtype.UUIDOID, id}, {pgtype.UUIDOID, &id}, {pgtype.UUIDOID, none}, {pgtype.UUIDOID, uuid.Nil}, {pgtype.UUIDOID, nil},
		{pgtype.UUIDArrayOID, []uuid.UUID{id, uuid.Nil}}, {pgtype.UUIDArrayOID, []*uuid.UUID{&id, nil}}, {pgtype.UUIDArrayOID, []uuid.UUID{}},
		{pgtype.DateOID, day}, {pgtype.DateOID, &leap}, {pgtype.DateOID, early}, {pgtype.DateOID, never}, {pgtype.DateArrayOID, []calendar.Date{day, leap}},
		{pgtype.TextOID, id}, {pgtype.TimestamptzOID, day.Time()},
	} {
		for _, format := range []int16{pgtype.TextFormatCode, pgtype.BinaryFormatCode} {
			want, err1 := plain.Encode(c.oid, format, c.value, []byte{})
			got, err2 := short.Encode(c.oid, format, c.value, []byte{})
			if (err1 == nil) != (err2 == nil) || !bytes.Equal(got, want) {
				t.Errorf("%v (%T) as %d, format %d: %x %v, want %x %v", c.value, c.value, c.oid, format, got, err2, want, err1)
			}
		}
	}
}

func BenchmarkEncodeID(b *testing.B) {
	id := uuid.MustParse("0190a000-0000-7000-8000-0000000000ff")
	for _, c := range []struct {
		name string
		m    *pgtype.Map
	}{{"plain", pgtype.NewMap()}, {"registered", pgtype.NewMap()}} {
		if c.name == "registered" {
			postgres.RegisterTypes(c.m)
		}
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			buf := make([]byte, 0, 64)
			for b.Loop() {
				if _, err := c.m.Encode(pgtype.UUIDOID, pgtype.BinaryFormatCode, id, buf); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
