// Package simulation answers "what if": two policies over one population on one day, and what differs, as sums.
//
// It promises:
//   - Both sides are decided by the columnar engine on the same facts, with status facts worked out (who leaves dibao loses
//     what follows from it), for every item of the pack. Nothing is estimated from a sample of households.
//   - It stores and returns aggregates only: no household, no person. In figures of the register, counts of one or two are
//     withheld (K, default 3), together with their money, and so is whatever they could be worked out from (protect).
//   - Who simulates sees their own range only: the population is loaded under row-level security.
//   - A run can be stopped and stops within a second; starting the same request twice starts it once.
//
// Definitions stand beside the fields of SimulationResult. It serves GD-2018 二（二） and GD-2024 （十六） (standards are set with
// regard to what they cost and whom they reach), and GD-2024 （十一） (应保尽保: who is eligible and not covered).
package simulation
