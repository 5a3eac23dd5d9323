package casework

import "fmt"

// Lot draws for the i-th case of a county.
func (s *Service) Lot(i int) int64 { return s.lot(fmt.Sprintf("GD-440106-2025-%06d", i)) }
