// Package advise says what a household could apply for, what still matters to ask, why a result is as it is, and what
// would have to be different for another one. It knows no law: all of it is asked of the policy packs, so an item added
// to a pack is advised on without a line of Go.
//
// It promises:
//   - Nothing is asked that cannot matter any more: a question stands for a fact that an item still waits for.
//   - "I do not know" is an answer. It is not asked again, and the items that wait for it say so.
//   - A threshold is exact: a fen less changes nothing, whether the rule is monotone in the fact or not.
//   - Nobody is told to become older, ill, dead or imprisoned: only facts that people can change are proposed
//     (policy.Fact.Changeable).
//   - An applicant is advised, never turned away (民发〔2021〕57号 art 4: anybody may apply).
package advise
