package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/app"
	"zhongfu/internal/division"
	"zhongfu/internal/identity"
)

// adminCommand makes the first administrator of a place, who then makes everybody else on screen. It prints a one-time
// password, which has to be changed, and a second factor set up, at the first sign-in.
func adminCommand(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("admin", flag.ContinueOnError)
	fs.SetOutput(stderr)
	src := databaseFlags(fs)
	keys := fs.String("keys", os.Getenv("ZHONGFU_KEYS"), "key `file`; empty means keys.json in the data folder")
	login := fs.String("login", "", "login `name`")
	name := fs.String("name", "", "person's `name`")
	office := fs.String("office", "", "`name` of the office; empty means the civil affairs office of the place")
	place := fs.Int64("division", 440000000000, "12-digit `code` of the province, city or county")
	if fs.Parse(args) != nil {
		return exitUsage
	}
	if *login == "" || *name == "" {
		fmt.Fprintln(stderr, "zhongfu: 请用 -login 和 -name 给出登录名和姓名")
		return exitUsage
	}
	db, err := src.open(ctx)
	if err != nil {
		return fail(stderr, err)
	}
	defer db.close()
	if *keys == "" {
		*keys = app.KeyFileIn(src.data)
	}
	a, err := app.New(ctx, app.Config{DatabaseURL: db.url, KeyFile: *keys, MakeKeys: true, Version: version})
	if err != nil {
		return fail(stderr, err)
	}
	defer a.Close()
	password, err := makeAdministrator(ctx, a, *login, *name, *office, *place)
	if err != nil {
		return fail(stderr, err)
	}
	fmt.Fprintf(stdout, "已建立管理员 %s（%s，%s）\n一次性密码：%s\n首次登录须修改密码并绑定动态口令。\n", *login, *name, a.Places.FullName(*place), password)
	return 0
}

func makeAdministrator(ctx context.Context, a *app.App, login, name, office string, place int64) (string, error) {
	d, ok := a.Places.Get(place)
	if !ok || d.Level > division.County {
		return "", fmt.Errorf("区划代码 %d 不是省、市或县", place)
	}
	if office == "" {
		office = d.Name + "民政部门"
	}
	actor := access.System("命令行")
	org, err := officeNamed(ctx, a, place, office)
	if err != nil {
		return "", err
	}
	if org == uuid.Nil {
		if org, err = a.Services.Identity.CreateOrganisation(ctx, actor, identity.Organisation{Division: place, Level: access.Level(d.Level),
			Kind: identity.CivilAffairs, Name: office, Active: true}); err != nil {
			return "", err
		}
	}
	_, password, err := a.Services.Identity.CreateStaff(ctx, actor, identity.StaffInput{Login: login, Name: name, Organisation: org,
		Duties: []identity.Duty{{Role: access.Administrator, Division: place}}})
	return password, err
}

// officeNamed finds an office that exists already, so that a second administrator can be made for it.
func officeNamed(ctx context.Context, a *app.App, place int64, name string) (id uuid.UUID, err error) {
	err = a.DB.InRead(ctx, access.System("命令行"), func(tx pgx.Tx) error {
		err := tx.QueryRow(ctx, "select id from organisation where division = $1 and name = $2", place, name).Scan(&id)
		if errors.Is(err, pgx.ErrNoRows) {
			return nil
		}
		return err
	})
	return id, err
}
