// Package attachment keeps the scans and photographs of a case: identity cards, authorisations, proofs, pictures of the
// home survey and of the posted notice (民发〔2021〕57号 art 9, 16, 19).
//
// It promises: a file is what its bytes say, never what its name says; a damaged file is refused with the way out; what
// follows the end of a picture is cut off; the same file handed in twice is one attachment; content is sealed as a whole
// and leaves only to those who may read the case; removing hides a file while the case is open and keeps the row.
package attachment
