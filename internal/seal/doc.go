// Package seal keeps personal data closed at rest: fields are sealed with SM4-GCM under a named key, looked up by an
// HMAC-SM3 blind index under another key, and masked for screens. Keys come from a key file outside the database and
// are never logged (社会救助暂行办法 61: staff keep what they learn secret).
package seal
