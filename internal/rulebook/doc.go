// Package rulebook keeps the policy packs in their versions: which text holds from which day, which standards a document has
// changed since, and what a decision stood on.
//
// It promises:
//   - A version that a decision names is never lost or changed: the packs that the program carries are archived at start, drafts
//     when they are proposed, and each set of changed standards under the digest that decisions carry.
//   - A draft comes into force only if it loads whole (every check, every worked case), only if cases in flight can go on
//     in it, only after another person than its proposer approved it, and not before its day.
//   - A standard changes only by a document, from a day on, with whom it touches shown first, and never under the province's floor.
//   - A change shows in the running program whole or not at all: the library swaps its packs in one step. Other
//     programs on the same database notice within seconds.
//
// Serves 民发〔2021〕57号 (dibao standards by place and day), 发改价格〔2021〕1553号 (price linkage) and 社会救助暂行办法 ch. 2
// (standards set and published by each place's government).
package rulebook
