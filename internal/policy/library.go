package policy

import (
	"context"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// Library keeps packs in their versions and tells which one is in force. Package rulebook keeps one in the database; a
// Shelf is one of fixed packs.
type Library interface {
	// At returns the most local pack that serves the place, in the version in force on the day.
	At(place int64, day calendar.Date) (*Pack, error)
	// Named returns the pack in the version in force on the day.
	Named(name string, day calendar.Date) (*Pack, error)
	// All lists the packs in force on the day, the deciding one last.
	All(day calendar.Date) []*Pack
	// ByDigest returns exactly the version that a decision stood on, or NotFound saying what is missing.
	ByDigest(ctx context.Context, digest string) (*Pack, error)
}

// Shelf is a library of packs that never change, for tests and tools.
type Shelf []*Pack

// At returns the most local pack that serves the place.
func (s Shelf) At(place int64, _ calendar.Date) (*Pack, error) { return MostLocal(s, place) }

// Named returns the pack with the name.
func (s Shelf) Named(name string, _ calendar.Date) (*Pack, error) {
	for _, p := range s {
		if p.Name == name {
			return p, nil
		}
	}
	return nil, NotLoaded(name)
}

// All returns the shelf.
func (s Shelf) All(calendar.Date) []*Pack { return s }

// ByDigest looks among the packs of the shelf.
func (s Shelf) ByDigest(_ context.Context, digest string) (*Pack, error) {
	for _, p := range s {
		if p.Digest == digest {
			return p, nil
		}
	}
	return nil, NoVersion(digest)
}

// MostLocal picks the pack with the smallest place that holds the division.
func MostLocal(packs []*Pack, place int64) (*Pack, error) {
	var best *Pack
	for _, p := range packs {
		if p.Serves(place) && (best == nil || prefixLen(p.Division) > prefixLen(best.Division)) {
			best = p
		}
	}
	if best == nil {
		return nil, errs.Bad("division", "这里还没有可用的政策包，不能受理申请；请联系省级管理员。")
	}
	return best, nil
}

// NotLoaded is what a library answers for a pack that it does not have.
func NotLoaded(name string) error {
	return errs.New(errs.Unavailable, "pack_missing", "案件依据的政策包 %s 没有加载，暂时不能办理；请联系管理员。", name)
}

// NoVersion is what a library answers for a version that it does not keep.
func NoVersion(digest string) error {
	return errs.New(errs.NotFound, "version_missing", "版本库中没有摘要为 %s… 的政策包版本，无法按当时的政策重算；请管理员从当时的程序或备份中导入该版本后再试。", digest[:min(12, len(digest))])
}
