// Package liveness asks people on benefit for a proof of life (人脸识别、活体认证: GD-2019 五, "定期检测社会救助对象的状态，有针对性地
// 开展重点入户核查"): campaigns over a place, chosen by a sample drawn by town or by a rule; an invitation with a last day for each
// person; home visits, with a day of their own, to those who fail, stay silent, have no phone or have authorised nothing.
//
// It promises: no request about a person leaves without that person's authorisation for liveness in force at that instant, which
// the database holds, too, and whoever has none is visited and not dropped; a request is on the books before it leaves; a result
// is taken once, for the person of its session, or not at all; nobody is in two campaigns at once; a kill repeats nothing but a
// request for the same session. Nothing here stops a benefit: what a visit finds is a duty of the town, where a person decides.
package liveness
