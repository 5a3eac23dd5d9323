package policy

import (
	"testing"

	"zhongfu/policies"
)

func TestPacksLoad(t *testing.T) {
	for _, name := range []string{"national", "guangdong"} {
		if _, err := Load(policies.FS, name); err != nil {
			t.Error(err)
		}
	}
}
