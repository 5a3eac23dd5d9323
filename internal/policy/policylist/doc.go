// Package policylist is the public policy library (政策清单): what help there is, for whom, how to get it, on which clause of
// which document each rule stands, and the standards of a place with their history. Nobody needs to sign in, and nothing about
// a person is asked or kept.
//
// It serves GD-2024 （十四） (梳理发布政策清单), GD-2018 二（三）3 (publish policies, measures and how to apply) and SD-2019
// 二（五）1 (make policies and projects public). It reads the loaded packs and the embedded texts only: no database.
//
// Every amount or limit carries its standing (official, floor, sample) and its source; what a pack does not say is left out,
// never filled in.
package policylist
