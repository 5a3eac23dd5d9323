// Package casework carries a case from application to decision (经办): accept, supplement, verification and home survey
// side by side, first opinion, public notice, appraisal, review, decision, letter.
//
// It promises:
//   - The road is the pack's. Steps, actors, deadlines, joins, exits, guards and incompatible duties come from
//     policy.Procedure; this package executes them and holds no number of days and no role of its own.
//   - One submit is one case, one case has one decision, however often a button is pressed or a program dies: request
//     keys, the version of the case and the key of the decision see to it in the same transaction.
//   - Whoever made does not check: nobody does a step that the pack names incompatible with one they did in the case.
//   - Nothing is confirmed before its notice has run and every objection is answered.
//   - A fact keeps its source. The newest of a kind holds, nothing is overwritten, unknown stays unknown.
//   - Every act stands on the timeline and in the audit trail, written with it or not at all; what must follow (open the
//     entitlement, issue papers) is enqueued in the same transaction.
//   - A case that is closed has no open step and no open duty.
//
// Serves 民发〔2021〕57号 art 2, 4-6, 10-22, 29; GD-2019 六 (一证一书, 异地受理); GD-2018 二(二)4, 二(三).
package casework
