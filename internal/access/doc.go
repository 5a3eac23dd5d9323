// Package access answers one question in one place: may this actor do this action to something at this division?
//
// An actor is a person of staff (or the system, or the public) acting in one role at one division. What a role may do
// stands in one table, action × role × level (table.go and the actions_*.go files beside it); where it may do it is a
// range of division codes. Every service method calls Check on its first line; row-level security in the database is
// the second wall (package postgres).
//
// Serves GD-2018 二(二)4 and 二(三) (who is responsible for what at which level), GD-2019 (七) and 社会救助暂行办法 61, 66
// (secrecy).
package access
