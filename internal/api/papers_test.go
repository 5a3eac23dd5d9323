package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/attachment"
	"zhongfu/internal/benefit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/notice"
	"zhongfu/internal/paper"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/seal"
)

const paperVillage = int64(440104003104)

// paperServer serves the groups of this test for one actor, over one open case with a running notice and an entitlement.
func paperServer(t *testing.T) (serve func(access.Role, int64) http.Handler, caseID, noticeID uuid.UUID) {
	t.Helper()
	db, keys, places := testdb.New(t), seal.ForTest(), division.Default()
	c := clock.NewFake(time.Date(2026, 11, 22, 9, 0, 0, 0, calendar.Zone))
	caseID, noticeID = uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
	person, household := uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
	var b pgx.Batch
	b.Queue(`insert into person (id, division, name, sex, birth, id_sealed, id_blind, register_division, residence_division, created_at, updated_at)
		values ($1, $2, '李建国', 1, '1970-05-01', $3, 'x', $2, $2, now(), now())`, person, paperVillage, keys.Seal("person.id", "440104197005010017"))
	b.Queue(`insert into cases (id, number, division, handed_in_division, household_id, applicant_id, applicant_name, member_count, item, pack, pack_version, pack_digest,
		procedure, status, urban, submitted_at) values ($1, 'N1', $2, $2, $3, $4, '李建国', 1, 'dibao', 'none', '1', 'd', 'dibao', 'open', true, now())`, caseID, paperVillage, household, person)
	b.Queue(`insert into case_member (case_id, person_id, division, name, id_masked, relation, sex, birth, role, seq) values ($1, $2, $3, '李建国', '', '02', 1, '1970-05-01', 'applicant', 0)`,
		caseID, person, paperVillage)
	b.Queue(`insert into notice (case_id, id, division, item, name, member_count, amount_fen, posted_on, last_day) values ($1, $2, $3, 'dibao', '李建国', 1, 128200, '2026-11-20', '2026-11-27')`,
		caseID, noticeID, paperVillage)
	b.Queue(`insert into entitlement (household_id, id, division, county, case_id, item, payee_id, payee_name, id_sealed, member_count, amount_fen, first_month, opened_at)
		select $1, $2, $3, 440104000000, $4, 'dibao', id, name, id_sealed, 1, 128200, '2026-12-01', now() from person`, household, uuid.New(), paperVillage, caseID)
	if err := db.InTx(context.Background(), access.System("test"), func(tx pgx.Tx) error { return tx.SendBatch(context.Background(), &b).Close() }); err != nil {
		t.Fatal(err)
	}
	r := NewRouter("test")
	RegisterAttachment(r, attachment.New(db, keys, c))
	RegisterPaper(r, paper.New(db, keys, c, places, policy.Shelf{}, nil))
	RegisterNotice(r, notice.New(db, keys, c, places, nil))
	RegisterBenefit(r, benefit.New(db, keys, c, places, nil))
	ServePaperAssets(r.Mux)
	return func(role access.Role, at int64) http.Handler {
		lo, hi := division.Range(at)
		a := access.Actor{Staff: uuid.New(), Name: "某某", Role: role, Level: access.Level(division.LevelOf(at)), Division: at, Lo: lo, Hi: hi}
		return Headers((&Keeper{Sessions: oneClerk{a}}).Wrap(r.Mux))
	}, caseID, noticeID
}

func get(h http.Handler, path string, signedIn bool) *httptest.ResponseRecorder {
	req := httptest.NewRequest("GET", path, nil)
	if signedIn {
		req.AddCookie(&http.Cookie{Name: cookieName, Value: "x"})
	}
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, req)
	return rec
}

func upload(t *testing.T, h http.Handler, path, name string, content []byte) *httptest.ResponseRecorder {
	t.Helper()
	ct, body := form(t, [3]string{"kind", "", "id_card"}, [3]string{"file", name, string(content)})
	req := httptest.NewRequest("POST", path, bytes.NewReader(body))
	req.Header.Set("Content-Type", ct)
	req.AddCookie(&http.Cookie{Name: cookieName, Value: "x"})
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, req)
	return rec
}

func TestAttachmentsOverHTTP(t *testing.T) {
	serve, caseID, _ := paperServer(t)
	h := serve(access.TownClerk, 440104003000)
	path := fmt.Sprintf("/api/cases/%s/attachments", caseID)
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 64, 48))); err != nil {
		t.Fatal(err)
	}
	rec := upload(t, h, path, "身份证.png", picture.Bytes())
	var a attachment.Attachment
	if rec.Code != 201 || json.Unmarshal(rec.Body.Bytes(), &a) != nil || a.Name != "身份证.png" {
		t.Fatalf("%d %s", rec.Code, rec.Body)
	}
	if rec := upload(t, h, path, "身份证.png", []byte("MZ not a picture")); rec.Code != 422 || !strings.Contains(rec.Body.String(), "可执行程序") {
		t.Errorf("a renamed program: %d %s", rec.Code, rec.Body)
	}
	if rec := upload(t, h, path, "大.png", make([]byte, attachment.MaxBytes+formOverhead)); rec.Code != 413 {
		t.Errorf("a file above the limit: %d", rec.Code)
	}
	got := get(h, path+"/"+a.ID.String(), true)
	if got.Code != 200 || !bytes.Equal(got.Body.Bytes(), picture.Bytes()) {
		t.Fatalf("%d, %d bytes", got.Code, got.Body.Len())
	}
	for k, want := range map[string]string{"Content-Type": "image/png", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox", "Cache-Control": "no-store"} {
		if v := got.Header().Values(k); len(v) != 1 || v[0] != want {
			t.Errorf("%s: %q, want %q", k, v, want)
		}
	}
	if d := got.Header().Get("Content-Disposition"); !strings.HasPrefix(d, "inline;") {
		t.Errorf("disposition %s", d)
	}
	if rec := get(h, path+"/"+a.ID.String(), false); rec.Code != 401 {
		t.Errorf("without signing in: %d", rec.Code)
	}
	if rec := get(serve(access.TownClerk, 440104004000), path, true); rec.Code != 404 {
		t.Errorf("from the next town: %d", rec.Code)
	}
}

func TestPapersOverHTTP(t *testing.T) {
	serve, caseID, _ := paperServer(t)
	h := serve(access.CountyApprover, 440104000000)
	call(t, h, "GET", "/api/paper-kinds", nil, 200)
	req := httptest.NewRequest("POST", fmt.Sprintf("/api/cases/%s/papers/preview", caseID), strings.NewReader(`{"kind": "refusal_letter", "reason": "家有<汽车>一辆。"}`))
	req.Header.Set("Content-Type", "application/json")
	req.AddCookie(&http.Cookie{Name: cookieName, Value: "x"})
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, req)
	for _, page := range []*httptest.ResponseRecorder{rec, get(h, fmt.Sprintf("/api/cases/%s/papers/preview/public_notice", caseID), true), get(h, fmt.Sprintf("/api/cases/%s/blank/survey_form", caseID), true)} {
		csp := page.Header().Values("Content-Security-Policy")
		if page.Code != 200 || page.Header().Get("Content-Type") != "text/html; charset=utf-8" || len(csp) != 1 || !strings.Contains(csp[0], "default-src 'none'") || strings.Contains(csp[0], "unsafe") {
			t.Errorf("%d %s %q: %.200s", page.Code, page.Header().Get("Content-Type"), csp, page.Body)
		}
	}
	if !strings.Contains(rec.Body.String(), "家有&lt;汽车&gt;一辆。") {
		t.Error("the proposed reason is not in the letter")
	}
	if rec := get(h, fmt.Sprintf("/api/cases/%s/papers/%s", caseID, uuid.New()), true); rec.Code != 404 || !strings.Contains(rec.Header().Get("Content-Type"), "problem+json") {
		t.Errorf("an unknown paper: %d %s", rec.Code, rec.Header())
	}
	for name, kind := range map[string]string{"paper.css": "text/css", "print.js": "text/javascript", "landscape.css": "text/css"} {
		if rec := get(h, "/paper-assets/"+name, false); rec.Code != 200 || !strings.HasPrefix(rec.Header().Get("Content-Type"), kind) {
			t.Errorf("%s: %d %s", name, rec.Code, rec.Header().Get("Content-Type"))
		}
	}
}

func TestPublicBoardOverHTTP(t *testing.T) {
	serve, caseID, noticeID := paperServer(t)
	h := serve(access.TownClerk, 440104003000)
	rec := get(h, "/api/public/notices?division=440104003104", false)
	if rec.Code != 200 || !strings.Contains(rec.Body.String(), `"name":"李建国"`) || strings.Contains(rec.Body.String(), caseID.String()) {
		t.Errorf("%d %s", rec.Code, rec.Body)
	}
	if rec := get(h, "/api/public/notices?division=44", false); rec.Code != 422 {
		t.Errorf("half a code: %d", rec.Code)
	}
	if rec := get(h, "/api/public/benefits?division=440104003104", false); rec.Code != 200 {
		t.Errorf("standing list: %d %s", rec.Code, rec.Body)
	}
	path := fmt.Sprintf("/api/public/notices/%s/objections", noticeID)
	req := httptest.NewRequest("POST", path, strings.NewReader(`{"text": "他家另有一套房子。"}`))
	req.Header.Set("Content-Type", "application/json")
	out := httptest.NewRecorder()
	h.ServeHTTP(out, req)
	if out.Code != 201 || strings.Contains(out.Body.String(), caseID.String()) {
		t.Errorf("objection: %d %s", out.Code, out.Body)
	}
}

func TestPayrollOverHTTP(t *testing.T) {
	serve, _, _ := paperServer(t)
	finance, approver := serve(access.FinanceOfficer, 440104000000), serve(access.CountyApprover, 440104000000)
	made := call(t, finance, "POST", "/api/payrolls", map[string]any{"item": "dibao", "month": "2026-12"}, 200)
	path := "/api/payrolls/" + made["id"].(string)
	if made["total_fen"] != 128200.0 || made["total_chinese"] != "壹仟贰佰捌拾贰元整" || made["division"] != "440104000000" || made["month"] != "2026-12" {
		t.Errorf("made %v", made)
	}
	lines := call(t, finance, "GET", path+"/lines?limit=1", nil, 200)["lines"].([]any)
	if l := lines[0].(map[string]any); l["id_masked"] != "4401**********0017" || l["problem"] != benefit.NoAccount {
		t.Errorf("line %v", l)
	}
	call(t, finance, "POST", path+"/approve", map[string]any{"version": 1}, 403)
	call(t, approver, "POST", path+"/approve", map[string]any{"version": 1}, 409)
	done := call(t, approver, "POST", path+"/approve", map[string]any{"version": 1, "problems_seen": true}, 200)
	if done["state"] != "approved" || len(done["digest"].(string)) != 64 {
		t.Errorf("approved %v", done)
	}
	call(t, approver, "GET", "/api/payrolls?month=2026-12&limit=5", nil, 200)
	call(t, approver, "GET", "/api/payrolls?cursor=rubbish", nil, 422)
	call(t, approver, "GET", path, nil, 200)
	call(t, approver, "GET", "/api/entitlements?division=440104003000&month=2026-12&no_account=true", nil, 200)
	book := get(finance, path+"/excel", true)
	if book.Code != 200 || !strings.HasPrefix(book.Body.String(), "PK") || !strings.Contains(book.Header().Get("Content-Disposition"), "filename*=UTF-8''%E8%B6%8A") {
		t.Errorf("workbook: %d %s", book.Code, book.Header())
	}
	if page := get(finance, path+"/print", true); page.Code != 200 || !strings.Contains(page.Body.String(), "440104197005010017") {
		t.Errorf("print page: %d", page.Code)
	}
	call(t, serve(access.FinanceOfficer, 440106000000), "GET", path, nil, 404)
	call(t, serve(access.TownClerk, 440104003000), "GET", path, nil, 403)
}
