// Package task is the inbox (待办): one row per open duty of an office, whoever brings it. A duty is opened and closed in
// the transaction of the act that causes it, so that an inbox never shows what is done nor hides what is not.
//
// It promises: an office is a role at a division; a duty past its day is late and climbs to the level above by itself
// (Escalate), once per level; colours are computed from the working days left, never stored.
//
// Serves GD-2018 二(二)4 (responsibility per level) and the deadlines of 民发〔2021〕57号 art 15-22.
package task
