// Package casefixture is test support for the packages that stand beside a case (attachment, benefit, notice, paper): a
// database of its own with households and cases in it, written as the register and casework write them, and a clock that
// the test moves. It writes rows instead of calling casework, so that these packages are tested without the whole
// procedure beneath them; the whole procedure is tested in casework and over HTTP. Only tests import it. It serves no
// clause.
package casefixture
