// Package clause reads the texts of the documents that policy packs cite (policies/documents) and finds in them the clause
// that a citation means.
//
// It promises:
//   - Every line of a document is kept, in its place: Head, Clauses, Tail together say what the text says.
//   - A clause has one anchor, made of the numbers on the way to it (二（三）4 is c2-3-4), which stays the same as long as the
//     document's own numbering does. Links in the public policy library (GD-2024 （十四）) end there.
//   - A citation that means nothing in the document is an error, never a guess. One that could mean several clauses, because the
//     document numbers each part anew, is answered with the first and says that it is not the only one.
//
// Numbers are read as documents of Chinese governments write them: 一、 then （一） then 1. then 一是 within a paragraph.
package clause
