package identity

// Derived is how many derivations the hasher has done.
func (h *Hasher) Derived() int64 { return h.derived.Load() }

// CheckPassword is the password rule.
func CheckPassword(password, login, name string) error {
	return checkPassword("new", password, login, name)
}

// OneTimePassword makes a password for an administrator to hand out.
func OneTimePassword(login, name string) string { return oneTimePassword(login, name) }
