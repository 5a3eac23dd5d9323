package registry

import (
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/codes"
	"zhongfu/internal/seal"
)

func encode(keys *seal.Keyring, now time.Time, part []HouseholdRow) *chunk {
	c := &chunk{}
	for i := range part {
		c.addHousehold(keys, now, &part[i])
	}
	return c
}

func (c *chunk) addHousehold(keys *seal.Keyring, now time.Time, h *HouseholdRow) {
	c.counts.Households++
	w := &c.household
	w.row(8)
	w.uuid(h.ID)
	w.int8(h.Division)
	w.uuid(h.People[0].ID)
	w.bool(h.Urban)
	w.bytes(keys.Seal(fieldAddress, h.Address))
	w.date(h.Since)
	w.time(now)
	w.time(now)
	for i := range h.People {
		p := &h.People[i]
		if i == 0 {
			p.Relation = codes.Head
		}
		c.addPerson(keys, now, h, p)
		c.addMembership(h, p)
		for _, k := range p.Categories {
			c.addCategory(now, h, p.ID, k)
		}
	}
}

func (c *chunk) addPerson(keys *seal.Keyring, now time.Time, h *HouseholdRow, p *PersonRow) {
	c.counts.People++
	blind := keys.Blind(fieldID, p.IDNumber)
	c.identity.row(3)
	c.identity.bytes(blind)
	c.identity.uuid(p.ID)
	c.identity.int8(h.Division)

	w := &c.person
	w.row(27)
	w.uuid(p.ID)
	w.int8(h.Division)
	w.text(p.Name)
	w.int2(p.Sex)
	w.date(p.Birth)
	w.bytes(keys.Seal(fieldID, p.IDNumber))
	w.bytes(blind)
	w.bytes(keys.Seal(fieldPhone, p.Phone))
	w.bytes(keys.Blind(fieldPhone, p.Phone))
	w.bytes(keys.Seal(fieldAccount, p.Account))
	w.text(p.AccountHolder)
	w.text(p.BankName)
	w.bytes(keys.Seal(fieldAddress, p.Address))
	register := p.Register
	if register == 0 {
		register = h.Division
	}
	w.int8(register)
	if p.Residence != 0 {
		register = p.Residence
	}
	w.int8(register)
	for _, s := range [...]string{p.Ethnicity, p.Marital, p.Health, p.Education, p.Schooling, p.WorkAbility, p.SeriousIllness} {
		w.text(s)
	}
	w.bytes(keys.Seal(fieldDisability, p.Disability))
	if p.DisabilityType == 0 {
		w.null()
		w.null()
	} else {
		w.int2(p.DisabilityType)
		w.int2(p.DisabilityGrade)
	}
	w.time(now)
	w.time(now)
}

func (c *chunk) addMembership(h *HouseholdRow, p *PersonRow) {
	since := max(h.Since, p.Birth)
	w := &c.membership
	w.row(6)
	w.uuid(h.ID)
	w.uuid(p.ID)
	w.int8(h.Division)
	w.text(p.Relation)
	w.bool(!p.Apart)
	w.date(since)

	w = &c.present
	w.row(4)
	w.uuid(p.ID)
	w.uuid(h.ID)
	w.int8(h.Division)
	w.date(since)
}

func (c *chunk) addCategory(now time.Time, h *HouseholdRow, person uuid.UUID, k CategoryRow) {
	c.counts.Categories++
	id, err := uuid.NewV7()
	if err != nil {
		panic("registry: no randomness: " + err.Error()) // the kernel's source does not fail
	}
	w := &c.category
	w.row(10)
	w.uuid(person)
	w.uuid(id)
	w.uuid(h.ID)
	w.int8(h.Division)
	w.text(k.Kind)
	w.date(k.Since)
	if k.Until == nil {
		w.null()
	} else {
		w.date(*k.Until)
	}
	if k.Case == nil {
		w.null()
	} else {
		w.uuid(*k.Case)
	}
	w.text(k.Source)
	w.time(now)
}
