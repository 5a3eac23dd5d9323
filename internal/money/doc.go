// Package money is amounts in fen as int64: what PostgreSQL stores, what JSON carries, what the policy engine
// computes with. No floating point touches an amount. Adding and multiplying are checked; ratios are exact decimals
// applied with a rounding rule that the policy pack names (half_up_fen, floor_fen, ceil_jiao, ceil_yuan). Papers print
// amounts as 2,658.00 and, where the form asks for it (发放审批表, 收据), in 大写 by 支付结算办法 annex 1.
package money
