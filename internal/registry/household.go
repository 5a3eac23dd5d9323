package registry

import (
	"fmt"
	"strconv"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/codes"
	"zhongfu/internal/errs"
)

// MemberInput is a person as member of a household.
type MemberInput struct {
	PersonInput
	Relation string // to the head, GB/T 4761
	Apart    bool   // registered with the household without living with it
}

// HouseholdInput is a household with its people.
type HouseholdInput struct {
	Head     PersonInput
	Members  []MemberInput
	Division int64 // village
	Urban    bool
	Address  string
	Since    *calendar.Date // since when they are a household; nil = today

	// Path names the i-th person's fields in messages: 0 is the head, 1 the first member. nil means "head." and
	// "members[0].".
	Path func(i int) string
}

// HouseholdRef names a household and its people to other packages; People come in the order of the input, head first.
type HouseholdRef struct {
	ID       uuid.UUID
	Number   string
	Division int64
	Urban    bool
	Head     uuid.UUID
	People   []PersonRef
	Created  bool // registered by this call; false when an existing household was used
}

const maxMembers = 30

func (in HouseholdInput) path(i int) string {
	switch {
	case in.Path != nil:
		return in.Path(i)
	case i == 0:
		return "head."
	}
	return fmt.Sprintf("members[%d].", i-1)
}

// checkHousehold validates all people of a household together; index 0 is the head.
func (s *Service) checkHousehold(in HouseholdInput) ([]checked, error) {
	var c errs.Collector
	s.keeps("division", in.Division, &c)
	if len(in.Members) > maxMembers {
		c.Add("members", "家庭成员超过%d人，请核对是否把几户填在了一起。", maxMembers)
		return nil, c.Err()
	}
	if in.Since != nil && *in.Since > s.today() {
		c.Add("since", "日期不能晚于今天。")
	}
	people := make([]checked, 0, len(in.Members)+1)
	people = append(people, s.check(in.path(0), in.Head, &c))
	spouses := 0
	for i, m := range in.Members {
		p := s.check(in.path(i+1), m.PersonInput, &c)
		checkRelation(in.path(i+1), m.Relation, p.resident.Sex, &c)
		if codes.IsSpouse(m.Relation) {
			if spouses++; spouses > 1 {
				c.Add(in.path(i+1)+"relation", "户主的配偶填了不止一人，请核对与户主关系。")
			}
		}
		people = append(people, p)
	}
	first := map[string]int{}
	for i, p := range people {
		number := p.resident.Number
		if j, twice := first[number]; twice && number != "" {
			c.Add(in.path(i)+"id_number", "身份证号与本户第%d人（%s）相同，请核对后改正或删去重复的一行。", j+1, people[j].in.Name)
		} else {
			first[number] = i
		}
	}
	return people, c.Err()
}

func checkRelation(prefix, relation string, sex int, c *errs.Collector) {
	switch {
	case relation == "":
		c.Add(prefix+"relation", "请选择与户主关系。")
	case !codes.Relation.Valid(relation):
		c.Add(prefix+"relation", "与户主关系代码“%s”不在 GB/T 4761 代码表内，请从列表中选择。", short(relation))
	case relation == codes.Head || relation == "01":
		c.Add(prefix+"relation", "一户只有一名户主，其他成员请选择与户主的关系。")
	case sex != 0 && codes.RelationSex(relation) != "" && codes.RelationSex(relation) != strconv.Itoa(sex):
		c.Add(prefix+"relation", "与户主关系“%s”与身份证号显示的性别（%s）不符，请核对。", codes.Relation.Label(relation), codes.Sex.Label(strconv.Itoa(sex)))
	}
}
