package identity

import "time"

// State is what a person must do next to be signed in.
type State string

const (
	SignedIn       State = "signed_in"
	TOTPRequired   State = "totp_required"   // type the code of the authenticator app
	TOTPSetup      State = "totp_setup"      // put the secret into an app and prove it with a code
	PasswordChange State = "password_change" // the password was given by an administrator: choose an own one
)

// stages are how the database writes the states.
var stages = map[State]string{SignedIn: "full", TOTPRequired: "totp", TOTPSetup: "totp_setup", PasswordChange: "password_change"}

func stateOf(stage string) State {
	for state, s := range stages {
		if s == stage {
			return state
		}
	}
	return ""
}

const (
	idleLimit     = 30 * time.Minute
	absoluteLimit = 12 * time.Hour
	partialLimit  = 10 * time.Minute // for finishing a sign-in
)

// Progress is the outcome of each step of signing in. The token is new at each step, so that one caught before is worth
// nothing after.
type Progress struct {
	State   State
	Token   string    // for the cookie
	Expires time.Time // when the session ends at the latest
	TOTPURI string    // only with TOTPSetup: what the authenticator app scans
}

// person is what decides about the steps.
type person struct {
	demo, exempt, confirmed, changeDue bool
}

// first is the step after the password.
func (s *Service) first(p person) State {
	switch {
	case s.cfg.Demo && p.demo && p.exempt:
		return s.afterCode(p)
	case p.confirmed:
		return TOTPRequired
	}
	return TOTPSetup
}

// afterCode is the step after the one-time code.
func (s *Service) afterCode(p person) State {
	if p.changeDue {
		return PasswordChange
	}
	return SignedIn
}

func (s *Service) limit(state State) time.Time {
	if state == SignedIn {
		return s.clock.Now().Add(absoluteLimit)
	}
	return s.clock.Now().Add(partialLimit)
}
