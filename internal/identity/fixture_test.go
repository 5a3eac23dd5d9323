package identity_test

import (
	"context"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/pquerna/otp/totp"

	"zhongfu/internal/access"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/identity"
	"zhongfu/internal/postgres"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/seal"
)

const (
	province int64 = 440000000000
	city     int64 = 440100000000
	yuexiu   int64 = 440104000000
	tianhe   int64 = 440106000000
	beijing  int64 = 440104003000 // 北京街道 of 越秀
	dongguan int64 = 441900000000
	shandong int64 = 370000000000

	password = "Wt7-kz9Q-mm3x"
)

var (
	start     = time.Date(2026, 11, 23, 1, 0, 0, 0, time.UTC) // 09:00 in China
	cheapHash = sync.OnceValue(func() string { return identity.Cheap().Hash(password) })
	divisions = sync.OnceValue(func() *division.Index {
		rows, err := division.Parse()
		if err != nil {
			panic(err)
		}
		x, err := division.New(rows)
		if err != nil {
			panic(err)
		}
		return x
	})
)

// world is a fresh database with offices and one person of each login named here; everybody has `password`.
type world struct {
	t      testing.TB
	s      *identity.Service
	db     *postgres.DB
	url    string
	clock  *clock.Fake
	hasher *identity.Hasher
	office map[int64]uuid.UUID
	staff  map[string]uuid.UUID
}

func sealForTest() *seal.Keyring { return seal.ForTest() }

func duty(r access.Role, code int64) identity.Duty {
	d, _ := divisions().Get(code)
	return identity.Duty{ID: uuid.Must(uuid.NewV7()), Role: r, Division: code, Level: access.Level(d.Level)}
}

func newWorld(t testing.TB, cfg identity.Config) *world {
	t.Helper()
	db, url := testdb.NewWithOwner(t)
	w := &world{t: t, db: db, url: url, clock: clock.NewFake(start), hasher: identity.Cheap(), office: map[int64]uuid.UUID{}, staff: map[string]uuid.UUID{}}
	cfg.Hasher = w.hasher
	w.s = identity.New(db, seal.ForTest(), divisions(), w.clock, cfg)
	var offices []identity.Organisation
	add := func(kind identity.OrganisationKind, name string, code int64) identity.Organisation {
		d, _ := divisions().Get(code)
		o := identity.Organisation{ID: uuid.Must(uuid.NewV7()), Division: code, Level: access.Level(d.Level), Kind: kind, Name: name, Active: true}
		w.office[code] = o.ID
		offices = append(offices, o)
		return o
	}
	prov := add(identity.CivilAffairs, "省民政厅", province)
	yx := add(identity.CivilAffairs, "越秀区民政局", yuexiu)
	th := add(identity.CivilAffairs, "天河区民政局", tianhe)
	bj := add(identity.Township, "北京街道办事处", beijing)
	add(identity.CivilAffairs, "广州市民政局", city)
	dg := add(identity.CivilAffairs, "东莞市民政局", dongguan)
	var people []identity.StaffRow
	person := func(login, name string, o identity.Organisation, duties ...identity.Duty) {
		p := identity.NewStaffRow(uuid.Must(uuid.NewV7()), login, name, o, cheapHash(), duties...)
		p.Demo = login == "demo"
		w.staff[login] = p.ID
		people = append(people, p)
	}
	person("root", "省管理员", prov, duty(access.Administrator, province))
	person("admin.yx", "越秀管理员", yx, duty(access.Administrator, yuexiu))
	person("admin.th", "天河管理员", th, duty(access.Administrator, tianhe))
	person("admin.dg", "东莞管理员", dg, duty(access.Administrator, dongguan))
	person("wangli", "王丽", bj, duty(access.TownClerk, beijing), duty(access.VillageAssistant, 440104003104))
	person("lishen", "李审", yx, duty(access.CountyReviewer, yuexiu))
	person("thclerk", "天河审核", th, duty(access.CountyReviewer, tianhe))
	person("high", "越秀籍省监管", yx, duty(access.CountyReviewer, yuexiu), duty(access.ProvinceSupervisor, province))
	person("auditor", "审计", prov, duty(access.Auditor, province))
	person("demo", "演示", bj, duty(access.TownClerk, beijing))
	w.asOwner(func(tx pgx.Tx) error {
		if err := identity.Load(context.Background(), tx, start.AddDate(0, -1, 0), offices, people); err != nil {
			return err
		}
		// People of these tests have chosen their password already.
		_, err := tx.Exec(context.Background(), `update staff set password_change_due = false`)
		return err
	})
	return w
}

func (w *world) asOwner(fn func(tx pgx.Tx) error) {
	w.t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, w.url)
	if err != nil {
		w.t.Fatal(err)
	}
	defer conn.Close(ctx)
	if err := pgx.BeginFunc(ctx, conn, fn); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) exec(query string, args ...any) {
	w.t.Helper()
	w.asOwner(func(tx pgx.Tx) error { _, err := tx.Exec(context.Background(), query, args...); return err })
}

// actor is the person in the duty named first in newWorld, without a session.
func (w *world) actor(login string, r access.Role, code int64) access.Actor {
	d, _ := divisions().Get(code)
	lo, hi := division.Range(code)
	return access.Actor{Staff: w.staff[login], Name: login, Role: r, Level: access.Level(d.Level), Division: code, Lo: lo, Hi: hi, Remote: "10.1.1.1"}
}

func (w *world) try(login, pass string) (identity.Progress, error) {
	return w.s.SignIn(context.Background(), access.Public("10.1.1.1"), identity.Credentials{Login: login, Password: pass, Remote: "10.1.1.1", UserAgent: "test"})
}

func (w *world) resolve(token string) identity.Session {
	w.t.Helper()
	is, err := w.s.Resolve(context.Background(), token, "10.1.1.1")
	if err != nil {
		w.t.Fatal(err)
	}
	return is
}

// secretOf reads the secret out of what the authenticator scans.
func secretOf(t testing.TB, uri string) string {
	t.Helper()
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "otpauth" {
		t.Fatalf("%q: %v", uri, err)
	}
	return u.Query().Get("secret")
}

func (w *world) code(secret string) string {
	w.t.Helper()
	c, err := totp.GenerateCode(secret, w.clock.Now())
	if err != nil {
		w.t.Fatal(err)
	}
	return c
}

// signIn goes all the way: password, new authenticator, code. It returns the session and its token.
func (w *world) signIn(login string) (identity.Session, string) {
	w.t.Helper()
	p, err := w.try(login, password)
	if err != nil {
		w.t.Fatal(err)
	}
	if p.State != identity.TOTPSetup {
		w.t.Fatalf("%s is at %s", login, p.State)
	}
	done, err := w.s.ConfirmCode(context.Background(), w.resolve(p.Token).Actor, w.code(secretOf(w.t, p.TOTPURI)))
	if err != nil || done.State != identity.SignedIn {
		w.t.Fatalf("%s: %v %v", login, done.State, err)
	}
	return w.resolve(done.Token), done.Token
}

// full signs in without a code, for tests about what comes after: the person is made exempt.
func (w *world) full(login string) (identity.Session, string) {
	w.t.Helper()
	w.exec(`update staff set demo = true, totp_exempt = true where login = $1`, login)
	p, err := w.try(login, password)
	if err != nil || p.State != identity.SignedIn {
		w.t.Fatalf("%s: %v %v", login, p.State, err)
	}
	return w.resolve(p.Token), p.Token
}
