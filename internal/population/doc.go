// Package population holds the register's families as the policy sees them: one sheet per household with every known fact
// of it and its members, and the loader that turns the sheets of a scope into the columns of package columnar.
//
// It promises:
//   - A sheet names the layout it was written by (fact keys, types, codes), so it can be read after the catalogue has
//     moved on. A fact that is gone, has another type, a code or a bound that no longer exists comes out unknown and is
//     counted in the load's report; nothing is read as something else. A damaged sheet stops the load.
//   - Unknown stays unknown: a fact that no source has answered has no value.
//   - A load sees the actor's range only: row-level security filters the stream, place narrows it.
//   - Loading streams COPY into columns on all cores; nothing is kept per household.
//   - What people are recognised for now (categories of the register) comes beside the columns, so that a simulation can
//     tell who is covered from who would be.
//
// Serves GD-2024 (十)(十一) (low-income register, dynamic monitoring) and the estimates behind a change of standard.
package population
