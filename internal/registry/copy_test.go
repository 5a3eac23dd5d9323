package registry_test

import (
	"context"
	"fmt"
	"iter"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/idnum"
	"zhongfu/internal/registry"
	"zhongfu/internal/seal"
)

var (
	surnames = []rune("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗")
	given    = []rune("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂兰文华建国玉梅红春")
)

// population makes n households of three people, spread over the villages of Guangdong.
func population(n int) iter.Seq[registry.HouseholdRow] {
	places := division.Default().Villages(440000000000)
	since := calendar.NewDate(2020, 1, 1)
	return func(yield func(registry.HouseholdRow) bool) {
		for i := range n {
			village := places[i*len(places)/n].Code
			h := registry.HouseholdRow{ID: uuid.Must(uuid.NewV7()), Division: village, Address: "某某路" + strconv.Itoa(i) + "号", Since: since}
			for j := range 3 {
				k := i*3 + j
				p := registry.PersonRow{ID: uuid.Must(uuid.NewV7()), Name: string([]rune{surnames[k%len(surnames)], given[k/20%len(given)], given[k/700%len(given)]}), Sex: 1 + j%2,
					Birth: calendar.NewDate(1940, 1, 1).AddDays(k % 20000), Relation: [...]string{"02", "10", "20"}[j]}
				p.IDNumber = idnum.MakeResident(440106+k/20000%300, p.Birth, k/6000000%500, p.Sex)
				p.Phone, p.Account, p.Address = fmt.Sprintf("138%08d", k), idnum.MakeCard(fmt.Sprintf("621700%012d", k)), h.Address
				p.Ethnicity, p.Health = "01", "10"
				if j == 0 {
					p.Categories = []registry.CategoryRow{{Kind: "dibao", Since: since, Source: "导入"}}
				}
				h.People = append(h.People, p)
			}
			if !yield(h) {
				return
			}
		}
	}
}

func (b bench) load(t testing.TB, households int) (registry.Loaded, time.Duration) {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), b.owner)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	var got registry.Loaded
	start := time.Now()
	if err := pgx.BeginFunc(ctx(), conn, func(tx pgx.Tx) (err error) {
		got, err = registry.Copy(ctx(), tx, seal.ForTest(), b.clock.Now(), population(households), nil)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	if _, err := conn.Exec(ctx(), "analyze person, person_identity, household, membership, person_household, category"); err != nil {
		t.Fatal(err)
	}
	return got, took
}

func TestCopyLoadsWhatTheServiceReads(t *testing.T) {
	b := setUp(t)
	if got, _ := b.load(t, 4500); got != (registry.Loaded{Households: 4500, People: 13500, Categories: 4500}) {
		t.Fatalf("loaded %+v", got)
	}
	var want registry.HouseholdRow
	for h := range population(4500) {
		want = h // the last one; ids differ from run to run, the rest does not
	}
	actor := officer("province_supervisor", 1, 440000000000)
	page := must(b.Search(ctx(), actor, registry.SearchInput{Query: want.People[0].IDNumber}))(t)
	if len(page.Items) != 1 || page.Items[0].Number != "R0000013498" || page.Items[0].Categories[0] != "dibao" || page.Items[0].HouseholdNumber != "H0000004500" {
		t.Fatalf("the last head: %+v", page)
	}
	clerk := clerk(want.Division)
	h := must(b.Household(ctx(), clerk, *page.Items[0].HouseholdID))(t)
	if len(h.Members) != 3 || h.Members[2].Relation != "20" || h.Since != want.Since || h.HeadID != page.Items[0].PersonID {
		t.Errorf("household: %+v", h)
	}
	p := must(b.Person(ctx(), clerk, h.Members[1].PersonID))(t)
	if p.Name != want.People[1].Name || p.Birth != want.People[1].Birth || p.Register.Code != codeOf(want.Division) || p.AccountMask == "" || p.DisabilityType != 0 {
		t.Errorf("person: %+v", p)
	}
	for field, value := range map[registry.Field]string{registry.IDNumber: want.People[1].IDNumber, registry.Phone: want.People[1].Phone,
		registry.Account: want.People[1].Account, registry.Address: want.People[1].Address, registry.Disability: ""} {
		if got := must(b.Reveal(ctx(), clerk, p.ID, field, "核对导入结果"))(t); got != value {
			t.Errorf("%s reads back as %q, want %q", field, got, value)
		}
	}
	next := must(b.CreatePerson(ctx(), clerk, at(someone("新人", 1), want.Division)))(t)
	if next.Number != "R0000013501" {
		t.Errorf("numbers go on with %s", next.Number)
	}
}

// TestRegistryAtScale measures a load and searches; REGISTRY_SCALE says how many people (1000000 for the figures).
func TestRegistryAtScale(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("REGISTRY_SCALE"))
	if n == 0 {
		t.Skip("REGISTRY_SCALE is not set")
	}
	b := setUp(t)
	got, took := b.load(t, n/3)
	t.Logf("loaded %d people in %s: %.0f people/s", got.People, took, float64(got.People)/took.Seconds())
	for _, a := range []struct {
		name string
		at   int64
	}{{"province", 440000000000}, {"city", 440100000000}, {"county", 440106000000}, {"town", 440106012000}} {
		actor := officer("province_supervisor", 1, a.at)
		for _, q := range []string{"张", "张伟", "王芳娜", "欧阳", "", "13800000017", "R17"} {
			best := time.Hour
			for range 9 {
				start := time.Now()
				must(b.Search(ctx(), actor, registry.SearchInput{Query: q}))(t)
				best = min(best, time.Since(start))
			}
			t.Logf("%-8s %-12s %s", a.name, q, best)
		}
	}
}
