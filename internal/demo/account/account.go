// Package account holds what the program must know of the demonstration's accounts, apart from their loader.
package account

// Password is the one password of all demo accounts. It opens nothing outside demo mode: identity refuses demo accounts
// there.
const Password = "Zhongfu-2026"
