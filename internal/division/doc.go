// Package division is the five levels of administrative division: province, city, county, town and village. A
// division is its 12-digit statistical code as int64 and a level is a range of codes, so that whatever lies inside a
// division is found by BETWEEN lo AND hi, in Go, in SQL and in row-level security alike:
//
//	province  44 00 00 000 000   440000000000 … 449999999999
//	city      44 01 00 000 000   440100000000 … 440199999999
//	county    44 01 06 000 000   440106000000 … 440106999999
//	town      44 01 06 012 000   440106012000 … 440106012999
//	village   44 01 06 012 001   itself
//
// Four cities have no counties (不设区的市: 东莞 4419, 中山 4420, 儋州 4604, 嘉峪关 6202). Their towns keep their real
// codes, which carry 00 for the county (441900003000). So that every town has a county above it, such a city gets one
// placeholder county, 441901000000, with the same range as the city: scopes nest, and an officer "of the county" is
// one of the city. Screens never show it: Index.Children and Index.Path step over it. Sums by county join on lo and hi,
// or divide the code by 10^6, which for these towns yields the city's own code.
//
// The data are embedded (data/44.csv.gz Guangdong, data/37.csv.gz Shandong), made by scripts/divisions from the npm
// package china-division 2.7.0 (licence WTFPL); names that repeat the names above them are cut. Load copies them into the database; Index answers from memory. The data do not say
// whether a place is urban; UrbanHint gives what the name suggests.
package division
