// Package mutate asks whether the worked cases of policy packs would notice a wrong word in a rule. It changes every
// deciding text in small ways that authors get wrong (an operator, a bound, a forgotten term, a rule left out), one at a
// time, and runs the cases again: a mutant that no case notices shows what is not yet proved by an example.
//
// It promises:
//   - Only sound mutants: each is checked and compiled like the pack itself; texts that mean the same for every fact and
//     parameter value the pack allows are left out, so a survivor can always be caught by some case.
//   - A text is tried once where it is written, in all items that include it and all packs that inherit it.
//   - The packs given are never changed.
package mutate
