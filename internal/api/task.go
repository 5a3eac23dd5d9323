package api

import (
	"context"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/task"
)

// ColleagueList is whom a task can be handed to.
type ColleagueList struct {
	Items []task.Colleague `json:"items"`
}

// TaskPath names a task in an address.
type TaskPath struct {
	Root uuid.UUID `path:"root" format:"uuid" doc:"what the duty belongs to"`
	ID   uuid.UUID `path:"id" format:"uuid"`
}

// RegisterTasks serves the inbox (待办).
func RegisterTasks(r *Router, svc *task.Service) {
	Handle(r, Endpoint{Method: "GET", Path: "/api/tasks", ID: "list-tasks", Summary: "An inbox, by due day", Tag: "task", Action: "task.list"},
		func(ctx context.Context, actor access.Actor, in *struct {
			Box    string `query:"box" enum:"mine,office,unclaimed,escalated" default:"office"`
			Colour string `query:"colour" enum:"late,soon,ok,"`
			Step   string `query:"step" maxLength:"40"`
			Cursor string `query:"cursor" maxLength:"200"`
			Limit  int    `query:"limit" minimum:"1" maximum:"100" default:"20"`
		}) (task.TaskPage, error) {
			return svc.Inbox(ctx, actor, task.Filter{Box: in.Box, Colour: in.Colour, Step: in.Step, Cursor: in.Cursor, Limit: in.Limit})
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/tasks/count", ID: "count-tasks", Summary: "Numbers on the inbox's tabs", Tag: "task", Action: "task.list"},
		func(ctx context.Context, actor access.Actor, _ *struct{}) (task.TaskCounts, error) {
			return svc.Count(ctx, actor)
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/tasks/colleagues", ID: "list-colleagues", Summary: "Who else holds the actor's duty at the actor's office", Tag: "task", Action: "task.claim"},
		func(ctx context.Context, actor access.Actor, _ *struct{}) (ColleagueList, error) {
			items, err := svc.Colleagues(ctx, actor)
			return ColleagueList{items}, err
		})
	HandleEmpty(r, Endpoint{Method: "POST", Path: "/api/tasks/{root}/{id}/claim", ID: "claim-task", Summary: "Take a duty of one's office", Tag: "task", Action: "task.claim"},
		func(ctx context.Context, actor access.Actor, in *TaskPath) error {
			return svc.Claim(ctx, actor, in.Root, in.ID)
		})
	HandleEmpty(r, Endpoint{Method: "POST", Path: "/api/tasks/{root}/{id}/release", ID: "release-task", Summary: "Give a duty back to the office", Tag: "task", Action: "task.claim"},
		func(ctx context.Context, actor access.Actor, in *TaskPath) error {
			return svc.Release(ctx, actor, in.Root, in.ID)
		})
	HandleEmpty(r, Endpoint{Method: "POST", Path: "/api/tasks/{root}/{id}/assign", ID: "assign-task", Summary: "Hand a duty to a colleague of the office", Tag: "task", Action: "task.claim"},
		func(ctx context.Context, actor access.Actor, in *struct {
			TaskPath
			Body task.TaskAssignInput
		}) error {
			return svc.Assign(ctx, actor, in.Root, in.ID, in.Body)
		})
}
