// Package registry is the register of people and households (低收入人口数据库; GD-2024 (一), (六): 一人一档案).
//
// It promises:
//   - One ID number is one person and nobody belongs to two households at once, whichever office asks. What stands in
//     the way is named with the way out, and of a file kept elsewhere no more is said than the town that keeps it.
//   - Memberships and identities (身份) run over time as half-open ranges; nothing is overwritten.
//   - ID number, phone, account, address and disability certificate are sealed, found by blind index, shown masked;
//     Reveal opens one field for a stated purpose and leaves an audit event (社会救助暂行办法 61, 66).
//   - Every change writes its audit event, masked, in the same transaction.
//
// Other packages create people and households inside their own transaction with EnsurePerson and EnsureHousehold; the
// transaction's scope decides what they can see. Bulk loads go through Copy.
package registry
