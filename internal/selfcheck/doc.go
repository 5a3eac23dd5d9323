// Package selfcheck answers "可以申请什么" to anybody, without sign-in (主动发现, the help people do not know of). A household's answers come with every request and leave with its reply.
//
// It promises:
//   - Nothing is stored and nothing of the answers is logged: the package holds no database and no file.
//   - Only what still matters is asked (package advise), in the words that the fact catalogue gives.
//   - The result is an estimate on what was said. It says so, names what is not known, and turns nobody away.
package selfcheck
