package exchange

// The limits of docs/exchange.md.
const (
	MaxMessage = 8 << 20  // bytes of a message in JSON
	MaxFile    = 64 << 20 // bytes of a file in the drop folder
	MaxAnswers = 2000     // questions or answers of a message
	MaxRecords = 500      // records of an answer
	MaxText    = 500      // characters of a text or note
	MaxCount   = 1_000_000_000
	maxFen     = 100_000_000_000_000 // a trillion yuan
)
