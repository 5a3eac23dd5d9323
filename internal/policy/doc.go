// Package policy reads policy packs and decides by them: who counts as a member, whether a household or a person
// qualifies for an item, how much it gets, which steps a case takes and by when.
//
// It promises:
//   - A rule is written once, in a pack (YAML with CEL), with its clause. Nothing in this package knows the law.
//   - A broken pack does not load, and the error says file, line and what to do; there is no fallback.
//   - Unknown is not zero: a fact that is absent or null stays unknown, the result names it, and a refusal still
//     comes at once where the known facts alone decide.
//   - Money is int64 fen and every comparison is exact; ratios count in ten-thousandths ("one" in CEL).
//   - A result carries all that is needed to explain and replay it: values, rules with clauses, the parameters used
//     with status and source, and the pack's version and digest.
//
// A *Pack is immutable after Load and safe for concurrent use. The clauses served are listed in docs/policy-map.md;
// the first packs hold 民发〔2021〕57号 (最低生活保障审核确认办法) and its Guangdong additions.
package policy
