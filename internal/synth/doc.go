// Package synth makes synthetic people and households of a low-income register, for the demonstration, load tests and
// the tuning of rules. It holds no real person's data, touches no database, and depends on nothing but its seed: the
// same seed, scope and day give the same household for the same number, in any order and on any machine.
//
// Resident numbers are valid and unique within one generator by construction, not by remembering them. Households of
// a county are counted h = 0, 1, 2 …; member m of household h gets the sequence digits that (h mod 83)·6 + m is
// mapped to, and a day of birth whose number modulo 1024 is a bijection of h div 83. So no two members of a county can
// share sequence digits and day of birth. A wanted age is met within 512 days.
//
// Households spread over the villages of the scope, each village weighing 1 to 4. Incomes are drawn around the dibao
// standard of the place so that about 35% lie below it, 30% in the marginal band, 15% above it with rigid spending
// that eats most of the income, and 20% above it without.
package synth
