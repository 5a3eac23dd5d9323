package identity

import (
	"crypto/subtle"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/totp"
)

const (
	totpPeriod = 30 // seconds
	totpSkew   = 1  // steps that a clock may be off either way
	totpField  = "staff.totp"
)

// newTOTP makes a secret and the address that an authenticator app scans.
func newTOTP(issuer, login string) (secret, uri string, err error) {
	k, err := totp.Generate(totp.GenerateOpts{Issuer: issuer, AccountName: login, Period: totpPeriod, SecretSize: 20})
	if err != nil {
		return "", "", err
	}
	return k.Secret(), k.URL(), nil
}

// matchStep returns the time step that code belongs to, 0 when it is none within reach of now. The caller refuses a step
// that was used before.
func matchStep(secret, code string, now time.Time) (int64, error) {
	code = strings.TrimSpace(code)
	var found int64
	for d := int64(-totpSkew); d <= totpSkew; d++ {
		at := now.Add(time.Duration(d) * totpPeriod * time.Second)
		want, err := totp.GenerateCodeCustom(secret, at, totp.ValidateOpts{Period: totpPeriod, Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
		if err != nil {
			return 0, err
		}
		if subtle.ConstantTimeCompare([]byte(want), []byte(code)) == 1 {
			found = at.Unix() / totpPeriod
		}
	}
	return found, nil
}
