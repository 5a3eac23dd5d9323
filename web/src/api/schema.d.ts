// Generated from the server's /openapi.json by npm run api; do not edit.
export interface paths {
    "/api/access-table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which role may do what at which level */
        get: operations["access-table"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what in the actor's range, newest first */
        get: operations["list-audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Recompute the whole chain */
        post: operations["verify-audit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases in the actor's range, newest first */
        get: operations["list-cases"];
        put?: never;
        /** Submit an application; the request key makes it once */
        post: operations["submit-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything the case page shows */
        get: operations["get-case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept the application (受理) */
        post: operations["accept-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every item of the pack on the facts of the case */
        get: operations["case-advice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/advice/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every figure of an item with its source, and what would have to be different */
        get: operations["case-advice-detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/appraisal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a democratic appraisal (民主评议) */
        post: operations["appraisal-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a case's attachments */
        get: operations["list-attachments"];
        put?: never;
        /** Upload a photograph or scan (form fields kind and file) */
        post: operations["upload-attachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show or download an attachment */
        get: operations["open-attachment"];
        put?: never;
        post?: never;
        /** Take an attachment out of an open case */
        delete: operations["remove-attachment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/blank/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty form for the field, names filled in */
        get: operations["blank-paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm, refuse or return (确认) */
        post: operations["confirm-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/county-visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the county's own visit */
        post: operations["county-visit-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the policy on the best facts, with what-if values */
        post: operations["evaluate-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Extend to the special total with a reason */
        post: operations["extend-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/first-opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the first opinion (初审) */
        post: operations["first-opinion-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the delivery of the decision (送达) */
        post: operations["letter-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take down an objection (异议) */
        post: operations["objections-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/objections/{oid}/handle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer an objection */
        post: operations["handle-objection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/papers/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the family would receive, with a proposed reason or amount */
        post: operations["preview-decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/papers/preview/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a paper would say if it were issued now */
        get: operations["preview-paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/papers/{paper}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An issued paper as a print page */
        get: operations["open-paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/post-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The notice hangs (公示) */
        post: operations["post-notice-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A decision worked out again on its facts and its version of the policy */
        get: operations["replay-case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the county reviewer's opinion (审核) */
        post: operations["review-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/supplement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell once what is missing (一次性告知) */
        post: operations["supplement-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/supplemented": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in what was missing (补正) */
        post: operations["supplemented-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/survey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the home survey (入户调查) */
        post: operations["survey-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/terminate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End for non-cooperation (终止) */
        post: operations["terminate-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The means verification of a case: how far each source is, declared and found, reports */
        get: operations["case-verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/verification/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Place the order of a case that has none (发起核对) */
        post: operations["start-case-verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/verification/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue the report, or its next version (出具核对报告) */
        post: operations["issue-case-report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The family withdraws (撤回) */
        post: operations["withdraw-case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Code tables with their Chinese labels */
        get: operations["list-codes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of a demonstration; absent elsewhere */
        get: operations["list-demo-accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions on the own office's desk, by due day */
        get: operations["list-desk-questions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/questions/{person}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One question with the fields of its answer; audited */
        get: operations["open-desk-question"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/questions/{person}/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a question on the screen */
        post: operations["answer-desk-question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/sheets/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All open questions of a source as an Excel sheet to fill in */
        get: operations["desk-sheet"];
        put?: never;
        /** Look at a filled sheet, or take its good lines */
        post: operations["upload-desk-sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/divisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Divisions inside another, or found by text */
        get: operations["list-divisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The actor's own drafts, newest first */
        get: operations["list-drafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/precheck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the policy says of an application before it is handed in; nothing is stored */
        post: operations["precheck-application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft with its content */
        get: operations["get-draft"];
        /** Save a draft; the client makes the id */
        put: operations["save-draft"];
        post?: never;
        /** Throw a draft away */
        delete: operations["delete-draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entitlements in the actor's range */
        get: operations["list-entitlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/callback/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring the answers to a query; for sources, signed */
        post: operations["answer-query"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers for the home page of the actor's role */
        get: operations["home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a household with its people */
        post: operations["create-household"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A household with its members */
        get: operations["get-household"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{id}/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A household's entitlements */
        get: operations["household-entitlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about a household */
        get: operations["get-household-file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{id}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another member becomes head */
        post: operations["change-household-head"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person joins the household */
        post: operations["add-household-member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{id}/members/{person}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A member leaves the household */
        post: operations["leave-household"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the household over to another village */
        post: operations["move-household"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What may be applied for at a place today, with the form's facts */
        get: operations["list-items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/liveness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns for proofs of life that reach into the own range */
        get: operations["list-liveness"];
        put?: never;
        /** Start a campaign */
        post: operations["start-liveness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/liveness/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a campaign would take */
        post: operations["preview-liveness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/liveness/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the own village or town is to visit, by day */
        get: operations["list-liveness-visits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/liveness/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A campaign and how far it is */
        get: operations["get-liveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/liveness/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a campaign */
        post: operations["cancel-liveness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/liveness/{id}/invite-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite those who failed or stayed silent a second time */
        post: operations["invite-liveness-again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/liveness/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of a campaign in the own range */
        get: operations["list-liveness-people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/liveness/{id}/people/{person}/by-visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Visit somebody who cannot use a phone */
        post: operations["visit-instead-of-liveness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/liveness/{id}/people/{person}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what follows from a visit's result */
        post: operations["decide-liveness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/liveness/{id}/people/{person}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The address of an invitation, to hand to that person; audited */
        post: operations["get-liveness-link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/liveness/{id}/people/{person}/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what a home visit found */
        post: operations["record-liveness-visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Offices in the actor's range */
        get: operations["list-organisations"];
        put?: never;
        /** Add an office */
        post: operations["create-organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change an office, or close it */
        put: operations["update-organisation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/paper-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of papers */
        get: operations["list-paper-kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payrolls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Monthly payment lists */
        get: operations["list-payrolls"];
        put?: never;
        /** Make the list of a month, or make it anew while it is a draft */
        post: operations["make-payroll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payrolls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment list with totals by town */
        get: operations["get-payroll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payrolls/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a payment list final */
        post: operations["approve-payroll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payrolls/{id}/excel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payment list as an Excel workbook */
        get: operations["payroll-excel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payrolls/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines of a payment list */
        get: operations["list-payroll-lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payrolls/{id}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payment list as a print page */
        get: operations["payroll-print"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a person */
        post: operations["create-person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/parse-id": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an ID number says; looks nobody up */
        post: operations["parse-id-number"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person, masked */
        get: operations["get-person"];
        /** Change a person's file */
        put: operations["update-person"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/authorisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Authorisations of one person */
        get: operations["list-person-authorisations"];
        put?: never;
        /** Take down an authorisation signed on paper or on screen */
        post: operations["sign-authorisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/authorisations/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a person would sign */
        post: operations["read-authorisation-text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/authorisations/{authorisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An authorisation with the text that was signed */
        get: operations["get-authorisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/authorisations/{authorisation}/images/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signature or the scan of an authorisation */
        get: operations["open-authorisation-image"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/authorisations/{authorisation}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an authorisation at once */
        post: operations["withdraw-authorisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/death": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a death */
        post: operations["record-death"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about a person (一人一档案) */
        get: operations["get-person-file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Self-service links of a person */
        get: operations["list-self-service-links"];
        put?: never;
        /** Make a link for one person and one task; its code is told once */
        post: operations["make-self-service-link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/links/{link}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a link that was not used */
        post: operations["revoke-self-service-link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asked about a person (谁查过我) */
        get: operations["list-person-queries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One sealed field in clear, for a stated purpose */
        post: operations["reveal-person-field"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Policy packs in force */
        get: operations["list-policy-packs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-activations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask that a version comes into force on a day */
        post: operations["propose-pack-version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-activations/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a proposed version wait for its day */
        post: operations["approve-pack-version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-activations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a proposal, take it back, or cancel a version that waits */
        post: operations["end-pack-version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts of packs */
        get: operations["list-pack-drafts"];
        put?: never;
        /** Begin a draft from a version or an uploaded zip */
        post: operations["start-pack-draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft with its files */
        get: operations["get-pack-draft"];
        put?: never;
        post?: never;
        /** Put a draft away */
        delete: operations["drop-pack-draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-drafts/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run the gate over a draft: checker, worked cases, changed standards, open cases, difference */
        post: operations["check-pack-draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-drafts/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file of a draft beside the text it replaces */
        get: operations["get-pack-draft-file"];
        /** Write or remove one file of a draft */
        put: operations["edit-pack-draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{digest}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a version says otherwise than another, in plain Chinese */
        get: operations["pack-version-changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{digest}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How well the worked cases of a checked text prove it */
        get: operations["pack-version-proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{digest}/zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The texts of a version as a zip */
        get: operations["pack-version-zip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/{pack}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A pack: items, rules, procedures, facts, documents */
        get: operations["get-policy-pack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/{pack}/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Parameters with their values by place and date */
        get: operations["list-policy-parameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/{pack}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of one file of a pack */
        get: operations["get-policy-source"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/{pack}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Archived versions of a pack and their days */
        get: operations["list-pack-versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-linkage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a month's prices trigger the linkage, for whom and how much */
        get: operations["price-linkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-rises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter a month's price rises */
        post: operations["enter-price-rises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/benefits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who in a village is on a published benefit this month */
        get: operations["public-benefits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the first screens of the self-check need */
        get: operations["begin-check"];
        put?: never;
        /** What a household could apply for on its answers so far, and what to ask next; nothing is stored */
        post: operations["check-household"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notice board of a village, or the places under a larger division that have notices */
        get: operations["public-notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/notices/{notice}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Raise an objection against a running notice */
        post: operations["raise-objection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What help there is at a place, found by words, theme, kind or department */
        get: operations["list-public-policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/policies/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item: who, where, papers, conditions with their clauses, amount, standards, procedure */
        get: operations["get-public-policy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/policy-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The documents that the policies stand on */
        get: operations["list-public-documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/policy-documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document: its text by clause, and what stands on each clause */
        get: operations["get-public-document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/self-service/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link is for, shown to whom it was made for */
        post: operations["open-self-service"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/self-service/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign what a link is for */
        post: operations["sign-self-service"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/self-service/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an authorisation of one's own */
        post: operations["withdraw-self-service"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/standards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Standards at a place and day, with their history there */
        get: operations["list-public-standards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find people by ID number, phone, number or name */
        post: operations["search-registry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, in which duty, and what it allows */
        get: operations["get-session"];
        put?: never;
        /** Sign in with login and password */
        post: operations["sign-in"];
        /** Sign out */
        delete: operations["sign-out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Go on working in another of one's duties */
        put: operations["switch-duty"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one's own password; other sessions end */
        put: operations["change-password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the one-time code, or confirm a new authenticator */
        post: operations["confirm-code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own open sessions */
        get: operations["list-sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one's own sessions */
        delete: operations["end-session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest simulations of the own range */
        get: operations["list-simulations"];
        put?: never;
        /** Work out what changed standards would do */
        post: operations["start-simulation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A simulation, how far it is, and its result */
        get: operations["get-simulation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a simulation */
        post: operations["cancel-simulation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulations/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result as an Excel workbook */
        get: operations["export-simulation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each source does now and did by day */
        get: operations["source-health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What departments share: sources, data classes, fields, legal basis */
        get: operations["source-catalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/catalogue/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue as an Excel workbook */
        get: operations["export-source-catalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Faults of a source by kind with the latest message */
        get: operations["source-faults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which offices answer for a desk source */
        get: operations["source-offices"];
        /** Let an office answer for a desk source, or no longer */
        put: operations["set-source-office"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop or resume the questions to a source, with the reason */
        post: operations["pause-source"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of offices in the actor's range */
        get: operations["list-staff"];
        put?: never;
        /** Add a person; the one-time password is shown once */
        post: operations["create-staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change name, office, telephone and duties */
        put: operations["update-staff"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Disable an account and end its sessions */
        post: operations["disable-staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enable an account */
        post: operations["enable-staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a new one-time password; all sessions end */
        post: operations["reset-password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a person out everywhere */
        delete: operations["end-staff-sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standard-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of standards, waiting ones first */
        get: operations["list-standard-changes"];
        put?: never;
        /** Propose new standards by a document */
        post: operations["propose-standards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standard-changes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a change would touch, before it is proposed */
        post: operations["preview-standards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standard-changes/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a change wait for its day */
        post: operations["approve-standards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standard-changes/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a change, take it back, or withdraw one that waits */
        post: operations["end-standards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standard-changes/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom a proposed change touches */
        get: operations["preview-proposed-standards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Standards at a place with their history */
        get: operations["list-standards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An inbox, by due day */
        get: operations["list-tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else holds the actor's duty at the actor's office */
        get: operations["list-colleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers on the inbox's tabs */
        get: operations["count-tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{root}/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a duty to a colleague of the office */
        post: operations["assign-task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{root}/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a duty of one's office */
        post: operations["claim-task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{root}/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a duty back to the office */
        post: operations["release-task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/authorisations/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Authorisations of people in the own range, the newest first */
        post: operations["find-authorisations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/batches/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Towns that are due for their periodic verification */
        get: operations["list-batches-due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/batches/left-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** People of a batch about whom not everything may be asked */
        post: operations["list-batch-left-out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/batches/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a batch would touch, and who has no authorisation in force */
        post: operations["preview-batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Data classes that an order or an authorisation may name */
        get: operations["list-verification-classes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Departments and charities that may order, with what they have used this month */
        get: operations["list-verification-clients"];
        /** Register a client or change its purposes, data classes and quota */
        put: operations["put-verification-client"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/objections/{id}/recheck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an objection with the town's result (复查) */
        post: operations["recheck-objection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Order a batch, or for another department or a charity */
        post: operations["place-verification-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/orders/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Orders of the own range, the newest first */
        post: operations["find-verification-orders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order with how far each source is */
        get: operations["get-verification-order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/orders/{id}/ask-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask one source again about what it left unanswered */
        post: operations["ask-source-again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an order */
        post: operations["cancel-verification-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/orders/{id}/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an order found, household by household */
        get: operations["list-order-households"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/orders/{id}/households/{household}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One household of an order with the comparison */
        get: operations["get-order-household"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/orders/{id}/households/{household}/handled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what the town found about a household that differs */
        post: operations["handle-order-household"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/orders/{id}/households/{household}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue the report on one household of a batch */
        post: operations["issue-household-report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/orders/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of an order with what is asked about each */
        get: operations["list-order-people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/orders/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How fast an order goes and when it may end */
        get: operations["get-order-progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/orders/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reports of an order */
        get: operations["list-order-reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** People of an order by ID number, with what may be asked about each */
        post: operations["find-order-people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report with its versions and objections */
        get: operations["get-verification-report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/reports/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register an objection with proof (核对异议) */
        post: operations["object-to-report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/reports/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report as PDF */
        get: operations["verification-report-pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/reports/{id}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report as a print page */
        get: operations["print-verification-report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptInput: {
            /** @description signed now at the window */
            authorisations?: components["schemas"]["AuthorisationInput"][] | null;
            comment?: string;
            /** @description the pledge with the declaration of near relatives is signed now */
            pledge?: boolean;
            /** @description near relatives named now; member is the index on the case page */
            relatives?: components["schemas"]["RelativeInput"][] | null;
            /** Format: int64 */
            version: number;
        };
        AccessGrant: {
            levels: number[] | null;
            role: string;
        };
        AccessRole: {
            label: string;
            /** @description of the offices where it can be held */
            levels: number[] | null;
            role: string;
        };
        AccessRow: {
            action: string;
            /** @description may be done by everybody signed in */
            any: boolean;
            grants: components["schemas"]["AccessGrant"][] | null;
            label: string;
            /** @description may be done without signing in */
            public: boolean;
        };
        AccessTable: {
            items: components["schemas"]["AccessRow"][] | null;
            roles: components["schemas"]["AccessRole"][] | null;
        };
        ActView: {
            /** @description last part of the endpoint's path: accept, first-opinion, confirm … */
            act: string;
            /** @description why agreeing would be refused now; refusing or returning stays possible */
            agree_blocked?: string;
            blocked?: string;
            name: string;
            step?: string;
        };
        Activation: {
            active_from: string;
            /** Format: date-time */
            approved_at?: string;
            approved_by_name?: string;
            /** Format: date-time */
            closed_at?: string;
            closed_by_name?: string;
            closed_reason?: string;
            digest: string;
            emergency: boolean;
            id: string;
            /** @enum {string} */
            origin: "program" | "person";
            pack: string;
            /** Format: date-time */
            proposed_at: string;
            proposed_by?: string;
            proposed_by_name: string;
            reason: string;
            /** @enum {string} */
            state: "proposed" | "approved" | "refused" | "cancelled";
        };
        Actor: {
            level: string;
            role: string;
        };
        AdoptedFact: {
            key: string;
            /**
             * @description the source that is believed
             * @enum {string}
             */
            kind: "declared" | "verified" | "surveyed";
            /** @description why */
            note?: string;
            /** Format: uuid */
            person_id?: string;
        };
        AdviceDetail: {
            /** @description only where it is refused */
            difference?: components["schemas"]["Difference"];
            figures: components["schemas"]["Figure"][] | null;
            /** @description how the amount answers to income and spending */
            movements: string[] | null;
            parameters: components["schemas"]["ParameterUsed"][] | null;
            /** @description of each fact that a figure is made of */
            sources: components["schemas"]["FigureSource"][] | null;
        };
        AdviceItem: {
            /** Format: int64 */
            amount_fen?: number;
            intake: string;
            item: string;
            kind: string;
            /** @description evidence that would settle it, and who can supply it */
            lacking: components["schemas"]["LackingFact"][] | null;
            name: string;
            /** @description what may not meet, what it follows from */
            notes: string[] | null;
            /** @description name */
            person?: string;
            /**
             * Format: uuid
             * @description absent: the household
             */
            person_id?: string;
            rules: components["schemas"]["RuleResult"][] | null;
            /** @description rests on an example value */
            sample: boolean;
            /** @enum {string} */
            standing: "eligible" | "open" | "held" | "refused";
            unit?: string;
        };
        Alarm: {
            item: string;
            kind: string;
            message: string;
            /** Format: int64 */
            rows: number;
            rule?: string;
        };
        Amount: {
            at: components["schemas"]["Pos"];
            clause: components["schemas"]["Clause"];
            expr: string;
            label: string;
            rounding: components["schemas"]["Rounding"];
            unit: string;
        };
        AmountWords: {
            clause: components["schemas"]["ClauseLink"];
            label: string;
            rounding: string;
            /** @description the rounding has no source */
            sample: boolean;
            unit: string;
            words: string;
        };
        Answers: {
            /** @description where the family lives, a village or a town */
            division: string;
            /** @description facts by catalogue key; null = does not know or does not want to say */
            household?: {
                [key: string]: unknown;
            };
            /** @description whoever asks first */
            members: components["schemas"]["Person"][] | null;
            /** @description what help is wanted about; empty: everything */
            themes?: string[] | null;
        };
        Apply: {
            clause: components["schemas"]["Clause"];
            text: string;
            where: string;
            who: string;
        };
        AppraisalInput: {
            /** Format: int64 */
            abstained: number;
            /** Format: int64 */
            against: number;
            chair: string;
            /**
             * @description upheld: the first opinion stands; resurvey: it does not, a new home survey follows
             * @enum {string}
             */
            conclusion: "upheld" | "resurvey";
            /** Format: int64 */
            for: number;
            /** Format: date */
            held_on: string;
            /** Format: int64 */
            participants: number;
            record: string;
            recorder: string;
            /** Format: int64 */
            version: number;
        };
        ApprovePayroll: {
            /** @description lines of dead payees or without account have been looked at */
            problems_seen?: boolean;
            /**
             * Format: int64
             * @description of the list that was looked at
             */
            version: number;
        };
        ApproveStandards: {
            /**
             * Format: int64
             * @description the number of people that the preview showed
             */
            people_seen: number;
        };
        AreaLateness: {
            /**
             * Format: int64
             * @description confirmed this month
             */
            confirmed: number;
            division: string;
            division_name: string;
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            open: number;
        };
        ArticleView: {
            article: string;
            cited: components["schemas"]["ClauseStanding"][] | null;
        };
        AskAgain: {
            /** @description only about this person of the order */
            person_id?: string;
            source: string;
        };
        AskedAbout: {
            /**
             * Format: int64
             * @description how often the question left for the source
             */
            asked: number;
            /** Format: date-time */
            at: string;
            /** @description number; empty where the query was refused for want of one */
            authorisation: string;
            by_name: string;
            /** @description data class; liveness for a proof of life */
            class: string;
            class_name: string;
            client?: string;
            /** Format: date-time */
            last_asked: string | null;
            office: string;
            /** @description number of the order, or of the campaign for proofs of life */
            order: string;
            purpose: string;
            /** @description read from an answer that was fresh already */
            reused: boolean;
            source_name: string;
            /** @enum {string} */
            state: "waiting" | "answered" | "silent" | "refused" | "cancelled";
            title: string;
        };
        AskedClass: {
            /** @description people of the department answer at a desk */
            by_people: boolean;
            class: string;
            name: string;
            source: string;
            source_name: string;
        };
        AskedClasses: {
            classes: components["schemas"]["AskedClass"][] | null;
        };
        AskedItem: {
            /**
             * Format: int64
             * @description how often the question left
             */
            asked: number;
            /** @description number */
            authorisation?: string;
            class: string;
            /** Format: date-time */
            ended_at: string | null;
            /** @description why there is no answer */
            reason?: string;
            /** @description answered by what was fresh already */
            reused: boolean;
            source: string;
            /** @enum {string} */
            state: "waiting" | "answered" | "silent" | "refused" | "cancelled";
        };
        Attachment: {
            /** Format: date-time */
            at: string;
            by_name: string;
            /** @description true when the same file was already attached */
            existing?: boolean;
            id: string;
            kind: string;
            kind_label: string;
            mime: string;
            name: string;
            /** Format: date-time */
            removed_at?: string;
            /**
             * Format: int64
             * @description bytes
             */
            size: number;
        };
        AttachmentKind: {
            id: string;
            label: string;
        };
        AttachmentList: {
            attachments: components["schemas"]["Attachment"][] | null;
            /** @description what may be uploaded */
            kinds: components["schemas"]["AttachmentKind"][] | null;
        };
        AuditFault: {
            /** Format: date-time */
            at?: string;
            /** @description id of the event */
            event?: string;
            kind: string;
            kind_label: string;
            /**
             * Format: int64
             * @description number in the chain
             */
            n?: number;
            text: string;
        };
        AuditLine: {
            action: string;
            action_label: string;
            actor_name: string;
            after?: unknown;
            /** Format: date-time */
            at: string;
            before?: unknown;
            division_name: string;
            id: string;
            object_id: string;
            object_kind: string;
            purpose?: string;
            role_label: string;
            /** @description stands in the chain already */
            sealed: boolean;
        };
        AuditPage: {
            items: components["schemas"]["AuditLine"][] | null;
            next?: string;
        };
        AuditVerification: {
            /** Format: date-time */
            checked_to?: string;
            /** Format: int64 */
            events: number;
            faults: components["schemas"]["AuditFault"][] | null;
            /** @description number:hash of the newest signed link, to be written down */
            head: string;
            /**
             * Format: int64
             * @description faults beyond those listed
             */
            more: number;
            /** Format: int64 */
            sealed: number;
            sound: boolean;
            /**
             * Format: int64
             * @description written in the last seconds, not yet in the chain
             */
            waiting: number;
        };
        Authorisation: {
            /** @description who took it down */
            by_name: string;
            case_id?: string;
            class_names: string;
            /** @description * is all of the catalogue */
            classes: string[] | null;
            guardian: boolean;
            guardian_reason?: string;
            guardian_relation?: string;
            id: string;
            in_force: boolean;
            number: string;
            person_id: string;
            person_name: string;
            place_name: string;
            purpose: string;
            signed_by: string;
            signed_how: string;
            signed_on: string;
            /**
             * @description ending: in force for thirty days more at most
             * @enum {string}
             */
            state: "in_force" | "ending" | "later" | "expired" | "withdrawn";
            valid_from: string;
            valid_until: string | null;
            /** Format: date-time */
            withdrawn_at: string | null;
            withdrawn_by?: string;
            withdrawn_reason?: string;
        };
        AuthorisationDetail: {
            /** @description who took it down */
            by_name: string;
            case_id?: string;
            class_names: string;
            /** @description * is all of the catalogue */
            classes: string[] | null;
            /** @description SM3 of the text, kept when it was signed */
            digest: string;
            guardian: boolean;
            guardian_reason?: string;
            guardian_relation?: string;
            id: string;
            in_force: boolean;
            number: string;
            person_id: string;
            person_name: string;
            place_name: string;
            purpose: string;
            /** @description a scan is kept */
            scan: boolean;
            /** @description a drawn signature is kept */
            signature: boolean;
            signed_by: string;
            signed_how: string;
            signed_on: string;
            /**
             * @description ending: in force for thirty days more at most
             * @enum {string}
             */
            state: "in_force" | "ending" | "later" | "expired" | "withdrawn";
            /** @description as it was signed; empty where only the paper of the case has it */
            text: string;
            /** @description the text still has that digest */
            unchanged: boolean;
            valid_from: string;
            valid_until: string | null;
            /** Format: date-time */
            withdrawn_at: string | null;
            withdrawn_by?: string;
            withdrawn_reason?: string;
        };
        AuthorisationFilter: {
            /** @description cursor of the last page */
            after?: string;
            /** @enum {string} */
            how?: "paper" | "screen" | "online" | "";
            /**
             * Format: int64
             * @default 30
             */
            limit: number;
            /** @description only inside this division */
            place?: string;
            /** @enum {string} */
            purpose?: "social_assistance" | "extended_assistance" | "charity" | "liveness" | "";
            /** @description number, or beginning of the name */
            q?: string;
            /**
             * @description ending: in force for thirty days more at most
             * @enum {string}
             */
            state?: "in_force" | "ending" | "expired" | "withdrawn" | "";
        };
        AuthorisationInput: {
            guardian?: boolean;
            /** Format: uuid */
            person_id: string;
            /** @description the member, or the guardian */
            signed_by: string;
            /** Format: date */
            signed_on: string;
        };
        AuthorisationPage: {
            authorisations: components["schemas"]["Authorisation"][] | null;
            next?: string;
        };
        AuthorisationTextBody: {
            text: string;
        };
        AuthorisationView: {
            guardian: boolean;
            name: string;
            number: string;
            /** Format: uuid */
            person_id: string;
            signed_by: string;
            /** Format: date */
            signed_on: string;
            /** Format: date-time */
            withdrawn_at?: string;
        };
        BasisEntry: {
            anchor: string;
            clause: string;
            /** @description id in the policy library */
            document: string;
            note: string;
            /** @description 文号 */
            number: string;
        };
        BatchChoice: {
            /** @description cursor of the last page of people */
            after?: string;
            categories: string[] | null;
            classes?: string[] | null;
            /** Format: int64 */
            limit?: number;
            /** @description empty: the actor's own */
            place?: string;
        };
        BatchPlace: {
            /** Format: int64 */
            households: number;
            name: string;
            /** Format: int64 */
            people: number;
            /** Format: int64 */
            place: number;
            /** Format: int64 */
            without: number;
        };
        BatchPreview: {
            /**
             * Format: int64
             * @description of those, what is answered at once by answers that are still fresh
             */
            fresh: number;
            /** Format: int64 */
            households: number;
            /**
             * Format: int64
             * @description people whose authorisations cover some of the data classes only
             */
            partly: number;
            /** Format: int64 */
            people: number;
            /** @description by the places below, the most people first */
            places: components["schemas"]["BatchPlace"][] | null;
            /**
             * Format: int64
             * @description people × data classes that may be asked
             */
            questions: number;
            /**
             * Format: int64
             * @description people without an authorisation in force: nothing is asked about them
             */
            without: number;
        };
        Bring: {
            name: string;
            required: boolean;
            when?: string;
        };
        Called: {
            /**
             * Format: int64
             * @description answers that were there before
             */
            again: number;
            /** @description why others were not taken, without personal data */
            rejected: string[] | null;
            /**
             * Format: int64
             * @description answers that now stand
             */
            taken: number;
        };
        CancelOrder: {
            reason: string;
        };
        CaseAdvice: {
            /** Format: date */
            date: string;
            /** @description what may be had first, then what is open, held, refused */
            items: components["schemas"]["AdviceItem"][] | null;
            pack: components["schemas"]["PackRef"];
        };
        CaseAttachmentRef: {
            /** Format: date-time */
            at: string;
            by_name: string;
            /** Format: uuid */
            id: string;
            kind: string;
            mime: string;
            name: string;
            /** Format: int64 */
            size: number;
        };
        CaseEventView: {
            actor_name: string;
            /** Format: date-time */
            at: string;
            data?: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            kind: string;
            role_name: string;
            step?: string;
            text: string;
        };
        CaseHeader: {
            /** Format: date-time */
            accepted_at?: string;
            /** Format: int64 */
            amount_fen?: number;
            /** Format: uuid */
            applicant_id: string;
            applicant_name: string;
            /** Format: date-time */
            closed_at?: string;
            /** @enum {string} */
            colour: "late" | "soon" | "ok" | "none";
            /** @enum {string} */
            county_visit: "undrawn" | "not_drawn" | "drawn" | "relative" | "done";
            division: string;
            division_name: string;
            /**
             * Format: date
             * @description of the whole procedure
             */
            due?: string;
            extended: boolean;
            /** @description 异地受理: handed in elsewhere */
            forwarded: boolean;
            handed_in_division: string;
            handed_in_name: string;
            /** Format: uuid */
            household_id: string;
            /** Format: uuid */
            id: string;
            item: string;
            item_name: string;
            /**
             * Format: int64
             * @description working days left, negative when late
             */
            left_days?: number;
            /** Format: int64 */
            member_count: number;
            number: string;
            /** @description the policy text at submit */
            pack: components["schemas"]["PackRef"];
            /** @description the text in force now is another one */
            pack_changed: boolean;
            proxy?: string;
            relative_declared: boolean;
            /** @enum {string} */
            status: "open" | "confirmed" | "refused" | "withdrawn" | "terminated";
            status_name: string;
            /** Format: date-time */
            submitted_at: string;
            /**
             * Format: int64
             * @description working days of the whole procedure
             */
            total_days: number;
            urban: boolean;
            /**
             * Format: int64
             * @description working days since acceptance
             */
            used_days: number;
            /** Format: int64 */
            version: number;
        };
        CaseListPage: {
            items: components["schemas"]["CaseSummary"][] | null;
            next?: string;
        };
        CaseMemberView: {
            /** Format: int64 */
            age: number;
            authorised: boolean;
            /** Format: date */
            birth: string;
            id_masked: string;
            name: string;
            /** Format: uuid */
            person_id: string;
            /** @description GB/T 4761 */
            relation: string;
            /** @enum {string} */
            role: "applicant" | "member" | "supporter";
            /** Format: int64 */
            sex: number;
        };
        CasePage: {
            /** @description what this actor may do now, or why not */
            acts: components["schemas"]["ActView"][] | null;
            attachments: components["schemas"]["CaseAttachmentRef"][] | null;
            authorisations: components["schemas"]["AuthorisationView"][] | null;
            case: components["schemas"]["CaseHeader"];
            decision?: components["schemas"]["DecisionView"];
            /** @description the timeline, newest first */
            events: components["schemas"]["CaseEventView"][] | null;
            /** @description declared, verified, surveyed, adopted side by side */
            facts: components["schemas"]["FactRow"][] | null;
            members: components["schemas"]["CaseMemberView"][] | null;
            notices: components["schemas"]["NoticeView"][] | null;
            objections: components["schemas"]["ObjectionView"][] | null;
            papers: components["schemas"]["CasePaperRef"][] | null;
            relatives: components["schemas"]["RelativeView"][] | null;
            /** @description what the policy says on the best facts now; after a decision, what it said then */
            result?: components["schemas"]["Result"];
            /** @description why the policy could not be asked */
            result_problem?: string;
            /** @description the road: done, open, and still to come */
            steps: components["schemas"]["CaseStepView"][] | null;
        };
        CasePaperRef: {
            by_name: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            issued_at: string;
            kind: string;
            number: string;
        };
        CaseState: {
            /** @description the same submit was taken before; nothing was done twice */
            again?: boolean;
            /** Format: date */
            due?: string;
            /** Format: uuid */
            id: string;
            /** @description Chinese: what was done and what comes next */
            message: string;
            number: string;
            /** @description steps now open */
            open: components["schemas"]["OpenStep"][] | null;
            /** @enum {string} */
            status: "open" | "confirmed" | "refused" | "withdrawn" | "terminated";
            /**
             * Format: int64
             * @description send it with the next act
             */
            version: number;
        };
        CaseStepView: {
            clause?: string;
            /** Format: date-time */
            closed_at?: string;
            /** @enum {string} */
            colour: "late" | "soon" | "ok" | "none";
            comment?: string;
            /** @description what was recorded: surveyors, votes, report number … */
            data?: {
                [key: string]: unknown;
            };
            done_by?: string;
            /** Format: date */
            due?: string;
            exit?: string;
            exit_name?: string;
            /** @description name of who has claimed it */
            holder?: string;
            /**
             * Format: uuid
             * @description absent while it is still to come
             */
            id?: string;
            /**
             * Format: int64
             * @description working days left, negative when late
             */
            left_days?: number;
            name: string;
            /** @description 12-digit code */
            office: string;
            office_name: string;
            /** Format: date-time */
            opened_at?: string;
            /** @description steps that run side by side with it */
            parallel?: string[] | null;
            role: string;
            role_name: string;
            /** Format: int64 */
            round: number;
            /** Format: date */
            start_by?: string;
            /** @enum {string} */
            state: "open" | "done" | "cancelled" | "coming";
            step: string;
        };
        CaseSummary: {
            /** Format: int64 */
            amount_fen?: number;
            applicant_name: string;
            /** @enum {string} */
            colour: "late" | "soon" | "ok" | "none";
            division: string;
            division_name: string;
            /** Format: date */
            due?: string;
            forwarded: boolean;
            /** Format: uuid */
            id: string;
            item: string;
            item_name: string;
            /** Format: int64 */
            left_days?: number;
            /** Format: int64 */
            member_count: number;
            number: string;
            /** @enum {string} */
            status: "open" | "confirmed" | "refused" | "withdrawn" | "terminated";
            status_name: string;
            /**
             * Format: date
             * @description the earliest of the open steps
             */
            step_due?: string;
            step_names: string[] | null;
            /** @description ids of the open steps */
            steps: string[] | null;
            /** Format: date-time */
            submitted_at: string;
        };
        CaseVerification: {
            /** @description what the next version would change */
            changes: components["schemas"]["ReportChange"][] | null;
            /** @description declared and found as they stand now; only for who issues the report */
            draft?: components["schemas"]["ReportContent"];
            /** @description answers have come since: the next version may be issued */
            may_add: boolean;
            /** @description the first report may be issued */
            may_issue: boolean;
            may_start: boolean;
            /** @description with how far each source is; absent: none was placed */
            order?: components["schemas"]["Order"];
            reports: components["schemas"]["ReportRow"][] | null;
            /**
             * Format: int64
             * @description questions that have no answer yet
             */
            waiting: number;
        };
        Change: {
            after?: string;
            before?: string;
            item: string;
            kind: string;
            text: string;
            what: string;
        };
        "Change-passwordRequest": {
            new: string;
            old: string;
        };
        ChangeEffect: {
            /**
             * Format: int64
             * @description spending per month after
             */
            changed_fen: number;
            /**
             * Format: int64
             * @description households that would newly qualify for an item
             */
            enter: number;
            /**
             * Format: int64
             * @description households that would get more
             */
            gain: number;
            /**
             * Format: int64
             * @description looked at
             */
            households: number;
            /** Format: int64 */
            leave: number;
            /** Format: int64 */
            lose: number;
            /**
             * Format: int64
             * @description spending per month before
             */
            monthly_fen: number;
            /**
             * Format: int64
             * @description households whose facts do not suffice
             */
            not_answered?: number;
            /** @description too few households change to be shown; the counts are empty */
            withheld?: boolean;
        };
        ChangeLine: {
            label: string;
            parameter: string;
            place_names: string[] | null;
            /** @description prefixes of division codes: 44, 4401, 440106 */
            places: string[] | null;
            rural?: string;
            /**
             * @description what the document sets: the place's own standard, or the province's floor
             * @enum {string}
             */
            status?: "official" | "floor";
            unit: string;
            urban?: string;
            /** @description as a pack writes it: yuan, decimals, true; or urban and rural together */
            value?: string;
        };
        Choice: {
            code: string;
            label: string;
        };
        ClassEntry: {
            /** @description its own, beside the source's */
            basis: components["schemas"]["BasisEntry"][] | null;
            facts: components["schemas"]["FactEntry"][] | null;
            fields: components["schemas"]["FieldEntry"][] | null;
            /**
             * Format: int64
             * @description days within which it is not asked again
             */
            fresh_days: number;
            fresh_sample: boolean;
            id: string;
            /**
             * Format: int64
             * @description months of history asked for; 0: the present state
             */
            look_back: number;
            look_sample: boolean;
            /** @description which records tell of property given away, Chinese; empty: none */
            moved?: string;
            /** @description the amount from which on it counts has no legal source */
            moved_sample: boolean;
            name: string;
            /** @description Chinese; empty: everybody */
            only_for?: string;
            owner: string;
            /** @description no document says that the department tells so much */
            sample: boolean;
            /** @enum {string} */
            sensitivity: "public" | "sensitive" | "secret";
            /**
             * Format: int64
             * @description data older than so many days tell nothing; 0: no limit
             */
            stale_days: number;
        };
        Clause: {
            article: string;
            document: string;
            id: string;
        };
        ClauseLink: {
            /** @description of the clause in the document's text; empty where the text is not held */
            anchor?: string;
            article: string;
            /** @description id of the document */
            document: string;
            /** @description 文号 */
            number: string;
            /** @description there is no source: an example that must be marked */
            sample?: boolean;
        };
        ClauseStanding: {
            /** @description the pack's own province, 12 digits; absent for the national one */
            division?: string;
            id: string;
            item?: string;
            item_name?: string;
            name: string;
            owner: string;
            pack: string;
            what: string;
            what_name: string;
        };
        ClauseView: {
            anchor: string;
            cite: string;
            cited: components["schemas"]["ClauseStanding"][] | null;
            heading: string;
            /**
             * Format: int64
             * @description 1 for 一、 2 below it …
             */
            level: number;
            number: string;
            paragraphs: string[] | null;
        };
        Client: {
            basis: string;
            by_name: string;
            classes: string[] | null;
            /** @description its last day has passed */
            ended: boolean;
            name: string;
            /**
             * Format: int64
             * @description orders this month
             */
            orders: number;
            /** Format: int64 */
            place: number;
            place_name: string;
            /** @enum {string} */
            purpose: "extended_assistance" | "charity";
            /**
             * Format: int64
             * @description people a calendar month
             */
            quota: number;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description people this month
             */
            used: number;
            valid_until: string | null;
        };
        Clients: {
            clients: components["schemas"]["Client"][] | null;
        };
        CodeTables: {
            tables: components["schemas"]["Table"][] | null;
        };
        Colleague: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        ColleagueList: {
            items: components["schemas"]["Colleague"][] | null;
        };
        "Confirm-codeRequest": {
            code: string;
        };
        ConfirmInput: {
            /**
             * Format: int64
             * @description confirm: the monthly amount the person saw; another figure now is refused
             */
            amount_fen?: number;
            /**
             * @description return: back to the step before the decision
             * @enum {string}
             */
            outcome: "confirm" | "refuse" | "return";
            /** @description refuse: facts, clause and reason; return: why; needed there */
            reason?: string;
            /** Format: int64 */
            version: number;
        };
        CountyVisitInput: {
            facts?: components["schemas"]["MemberFacts"][] | null;
            findings: string;
            /** Format: int64 */
            version: number;
            /** Format: date */
            visited_on: string;
            visitors: components["schemas"]["Surveyor"][] | null;
        };
        "Create-organisationRequest": {
            address?: string;
            division: string;
            /** @enum {string} */
            kind: "civil_affairs" | "township" | "village_committee" | "verification_centre" | "finance" | "department" | "audit";
            name: string;
            /** @description public telephone */
            phone?: string;
        };
        Deadline: {
            calendar: string;
            clause: components["schemas"]["Clause"];
            /** Format: int64 */
            days: number;
            parameter: string;
            since: string;
            status: string;
        };
        DeathBody: {
            /** Format: date */
            death_date: string;
            /** @description where it is known from */
            source: string;
            /**
             * Format: int64
             * @description of the person as read
             */
            version: number;
        };
        DecisionView: {
            /** Format: int64 */
            amount_fen: number;
            by_name: string;
            /** Format: date-time */
            decided_at: string;
            /** @enum {string} */
            outcome: "confirmed" | "refused";
            pack: components["schemas"]["PackRef"];
            reason?: string;
        };
        DemoAccountView: {
            division_name: string;
            login: string;
            name: string;
            /** @description empty when somebody has changed it */
            password: string;
            role: string;
            role_label: string;
        };
        Derived: {
            clause: components["schemas"]["Clause"];
            item?: string;
            name: string;
        };
        DeskAnswer: {
            /** @description the day that the data are of; none: today */
            as_of?: string;
            note?: string;
            records?: {
                [key: string]: unknown;
            }[] | null;
            /** @enum {string} */
            status: "found" | "none" | "unknown";
        };
        DeskFault: {
            column?: string;
            /**
             * Format: int64
             * @description as the file counts
             */
            row: number;
            what: string;
        };
        DeskForm: {
            /** Format: date-time */
            answered_at: string | null;
            answered_by?: string;
            /** @description of the answer that was given */
            as_of: string | null;
            /** Format: date-time */
            asked_at: string;
            /** @description its number */
            authorisation: string;
            class: string;
            class_name: string;
            /** @description last day */
            due: string;
            fields: components["schemas"]["FieldEntry"][] | null;
            /** @description history asked for since */
            from?: string;
            id: string;
            id_masked: string;
            id_number: string;
            /**
             * Format: int64
             * @description working days left, negative when late
             */
            left_days: number;
            name: string;
            note: string;
            person_id: string;
            /** @description Chinese */
            purpose: string;
            /** @description of the answer that was given; money in fen */
            records: {
                [key: string]: unknown;
            }[] | null;
            source: string;
            source_name: string;
            /** @enum {string} */
            state: "open" | "answered";
            /** @enum {string} */
            status?: "found" | "none" | "unknown" | "";
        };
        DeskPage: {
            items: components["schemas"]["DeskQuestion"][] | null;
            next?: string;
            /** @description what this office answers for; empty: none was assigned */
            sources: components["schemas"]["DeskSource"][] | null;
        };
        DeskQuestion: {
            /** Format: date-time */
            answered_at: string | null;
            answered_by?: string;
            /** Format: date-time */
            asked_at: string;
            class: string;
            class_name: string;
            /** @description last day */
            due: string;
            id: string;
            id_masked: string;
            /**
             * Format: int64
             * @description working days left, negative when late
             */
            left_days: number;
            name: string;
            person_id: string;
            /** @description Chinese */
            purpose: string;
            source: string;
            source_name: string;
            /** @enum {string} */
            state: "open" | "answered";
            /** @enum {string} */
            status?: "found" | "none" | "unknown" | "";
        };
        DeskSource: {
            /** Format: int64 */
            late: number;
            name: string;
            /** Format: int64 */
            open: number;
            source: string;
        };
        DeskUpload: {
            /**
             * Format: int64
             * @description answers that stand already: nothing changes
             */
            again: number;
            /** @description lines that cannot be taken, with the reason */
            bad: components["schemas"]["DeskFault"][] | null;
            /** @description SM3 of the file */
            digest: string;
            /**
             * Format: int64
             * @description questions answered in it that can be taken
             */
            good: number;
            /** @description the good ones were taken */
            taken: boolean;
        };
        Difference: {
            /** @description each alone would be enough */
            alone: string[] | null;
            rules: components["schemas"]["RuleDifference"][] | null;
            /** @description the first way of every condition together would be enough */
            together: boolean;
        };
        DisputeInput: {
            /** @description made by the client, so that a second submit registers nothing twice */
            id: string;
            items: components["schemas"]["DisputedInput"][] | null;
            /** @description who objects: the applicant or a member */
            name: string;
            /** @description materials of the case */
            proofs: string[] | null;
            /** @description what is disputed and why */
            text: string;
        };
        DisputedInput: {
            /** @description what the applicant says it is, in words */
            claim: string;
            fact: string;
            /** @description absent: the household */
            person_id?: string;
        };
        DisputedItem: {
            claim: string;
            /** @description what holds after the re-check; empty: the source's value stays */
            corrected?: string;
            fact: string;
            label: string;
            person?: string;
            person_id?: string;
            /** @description what the report says */
            source: string;
            why?: string;
        };
        DivisionView: {
            /** @description 12 digits */
            code: string;
            /** @description from the province down */
            full_name: string;
            has_children: boolean;
            /**
             * Format: int64
             * @description 1 province … 5 village
             */
            level: number;
            name: string;
            placeholder: boolean;
        };
        Document: {
            id: string;
            in_force?: string;
            note?: string;
            number: string;
            reading: string;
            title: string;
        };
        DocumentCard: {
            /**
             * Format: int64
             * @description how many rules, papers, steps and figures stand on it
             */
            cited: number;
            /** @description the library holds its text (false: 原文未收录) */
            has_text: boolean;
            id: string;
            in_force?: string;
            note?: string;
            number: string;
            /** @description titles of the packs that stand on it */
            packs: string[] | null;
            /** @enum {string} */
            reading: "regulation" | "mirrored" | "sample";
            title: string;
        };
        DocumentPage: {
            articles: components["schemas"]["ArticleView"][] | null;
            /**
             * Format: int64
             * @description how many rules, papers, steps and figures stand on it
             */
            cited: number;
            /** @description in the order of the text */
            clauses: components["schemas"]["ClauseView"][] | null;
            /** @description the library holds its text (false: 原文未收录) */
            has_text: boolean;
            head: string[] | null;
            id: string;
            in_force?: string;
            note?: string;
            number: string;
            /** @description titles of the packs that stand on it */
            packs: string[] | null;
            /** @enum {string} */
            reading: "regulation" | "mirrored" | "sample";
            tail: string[] | null;
            title: string;
        };
        DraftFile: {
            /** @enum {string} */
            change: "same" | "changed" | "added" | "removed";
            /** Format: int64 */
            lines: number;
            path: string;
        };
        DraftInput: {
            content: {
                [key: string]: unknown;
            };
            /** @description place of the draft; absent: the actor's own */
            division?: string;
            /** @enum {string} */
            kind: "application";
            title: string;
            /**
             * Format: int64
             * @description 0 for a new draft, otherwise what was loaded
             */
            version: number;
        };
        DraftList: {
            items: components["schemas"]["DraftSummary"][] | null;
        };
        DraftSummary: {
            division: string;
            /** Format: uuid */
            id: string;
            kind: string;
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        DraftText: {
            /** @description the text in the version drafted from; empty for a new file */
            base: string;
            path: string;
            text: string;
        };
        DraftView: {
            content: {
                [key: string]: unknown;
            };
            division: string;
            /** Format: uuid */
            id: string;
            kind: string;
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        EditDraft: {
            path: string;
            remove?: boolean;
            text: string;
            /**
             * Format: int64
             * @description of the draft that was looked at
             */
            version: number;
        };
        EnterPrices: {
            document: string;
            food: string;
            id: string;
            /** @description 2026-10 */
            month: string;
            note?: string;
            /** @description per cent on the year: 3.5 */
            rise: string;
            title: string;
        };
        Entitlement: {
            /** @description empty when none is registered */
            account_masked: string;
            /**
             * Format: int64
             * @description a month
             */
            amount_fen: number;
            bank_name: string;
            case_id: string;
            division: string;
            division_name: string;
            /** @description the first month that is no longer paid */
            end_month?: string;
            ended_reason?: string;
            first_month: string;
            household_id: string;
            id: string;
            item: string;
            item_name: string;
            /** Format: int64 */
            member_count: number;
            /** Format: date-time */
            opened_at: string;
            payee_id: string;
            payee_name: string;
        };
        EntitlementPage: {
            entitlements: components["schemas"]["Entitlement"][] | null;
            next?: string;
        };
        Entry: {
            code: string;
            /** @description a heading of the standard that finer codes stand under; still valid by itself */
            group?: boolean;
            /** @description Chinese, as screens and papers show it */
            label: string;
        };
        EvaluateInput: {
            /** @description what-if values; null = unknown */
            facts?: components["schemas"]["MemberFacts"][] | null;
        };
        Evaluation: {
            result: components["schemas"]["Result"];
            /** @description values were tried out */
            what_if: boolean;
        };
        Evidence: {
            /** @description most households first */
            classes: components["schemas"]["EvidenceClass"][] | null;
            /**
             * Format: int64
             * @description with at least one item that needs evidence
             */
            households: number;
            /** @description too few households to be shown */
            withheld?: boolean;
        };
        EvidenceClass: {
            /**
             * Format: int64
             * @description of these, households that lack nothing else; null: withheld
             */
            alone: number | null;
            class: string;
            facts: components["schemas"]["EvidenceFact"][] | null;
            /**
             * Format: int64
             * @description that lack a fact of this class
             */
            households: number;
        };
        EvidenceFact: {
            /**
             * Format: int64
             * @description of these, households that lack nothing else; null: withheld
             */
            alone: number | null;
            fact: string;
            /** Format: int64 */
            households: number;
            /** @description up to three items that wait for it in most households */
            items: string[] | null;
            label: string;
            /** @enum {string} */
            of: "household" | "member";
            /** @description departments that can answer for it in a verification */
            source?: string;
        };
        Excluded: {
            clause: components["schemas"]["Clause"];
            external?: boolean;
            item: string;
            name: string;
        };
        Exclusion: {
            at: components["schemas"]["Pos"];
            clause: components["schemas"]["Clause"];
            id: string;
            name: string;
            origin: string;
            reason: string;
            when: string;
        };
        Exit: {
            action: string;
            guards?: string[] | null;
            name: string;
            returns?: boolean;
            to: string[] | null;
        };
        Fact: {
            asked: boolean;
            asker?: boolean;
            behind?: string[] | null;
            help?: string;
            key: string;
            label: string;
            /** Format: int64 */
            max?: number;
            may_change?: boolean;
            /** Format: int64 */
            min?: number;
            of: string;
            options?: components["schemas"]["Option"][] | null;
            otherwise?: string;
            outcome_of?: string;
            question?: string;
            section: string;
            sensitivity: string;
            supplied_by?: string;
            together?: string;
            type: string;
            unit?: string;
        };
        FactCell: {
            /** Format: date-time */
            at: string;
            by_name: string;
            note?: string;
            source: string;
            /** @description for display; 未知 where null */
            text: string;
            /** @description null: asked, but unknown */
            value: unknown;
        };
        FactChoice: {
            code: string;
            label: string;
        };
        FactEntry: {
            /** @description how several answers make one value, Chinese */
            combine?: string;
            /** @description household.vehicles */
            fact: string;
            label: string;
        };
        FactField: {
            /** @description asked in a normal application */
            asked: boolean;
            help?: string;
            key: string;
            label: string;
            /** Format: int64 */
            max?: number;
            /** Format: int64 */
            min?: number;
            /** @enum {string} */
            of: "household" | "member";
            options?: components["schemas"]["FactChoice"][] | null;
            section: string;
            sensitivity: string;
            /** @enum {string} */
            type: "money" | "money_monthly" | "int" | "bool" | "date" | "enum" | "decimal" | "division";
            unit?: string;
        };
        FactRow: {
            adopted?: components["schemas"]["FactCell"];
            /** @description what the policy is asked with; null = unknown */
            best: unknown;
            /** @enum {string} */
            best_kind?: "declared" | "verified" | "surveyed" | "adopted" | "";
            declared?: components["schemas"]["FactCell"];
            /** @description known sources disagree */
            differs: boolean;
            key: string;
            label: string;
            member_name?: string;
            /**
             * Format: uuid
             * @description absent: the household
             */
            person_id?: string;
            section: string;
            surveyed?: components["schemas"]["FactCell"];
            type: string;
            /** @description differs and is not yet adopted */
            unexplained: boolean;
            unit?: string;
            verified?: components["schemas"]["FactCell"];
        };
        Field: {
            message: string;
            name: string;
        };
        FieldEntry: {
            key: string;
            name: string;
            options: components["schemas"]["FieldValue"][] | null;
            required: boolean;
            sensitivity: string;
            /** @enum {string} */
            type: "text" | "code" | "money" | "count" | "date" | "flag";
        };
        FieldValue: {
            code: string;
            label: string;
        };
        Figure: {
            /** @description v.<value>, m.<member value>, r.<rule> or amount */
            id: string;
            label: string;
            member?: string;
            name?: string;
            /** @description the same with what it comes to */
            numbers: string;
            parts: components["schemas"]["Part"][] | null;
            text: string;
            /** @description the rule of calculation in words */
            words: string;
        };
        FigureSource: {
            /** @description day */
            at?: string;
            by_name?: string;
            fact: string;
            /** @enum {string} */
            kind: "declared" | "verified" | "surveyed" | "adopted" | "identity" | "register" | "";
            kind_name: string;
            member?: string;
            note?: string;
            source?: string;
            text: string;
        };
        FilterChoice: {
            id: string;
            /** Format: int64 */
            items: number;
            name: string;
        };
        FindPeople: {
            classes?: string[] | null;
            ids?: string[] | null;
            /** @description ID numbers, as a department hands them over */
            numbers?: string[] | null;
            /** @enum {string} */
            purpose: "social_assistance" | "extended_assistance" | "charity";
        };
        Finding: {
            /** Format: int64 */
            amount_fen?: number;
            clause: string;
            department: string;
            /** @description whom it is about; empty: the whole family */
            for?: string;
            /** @description how help begins */
            how: string;
            /** @enum {string} */
            intake: "casework" | "desk" | "automatic" | "";
            item: string;
            kind: string;
            materials: components["schemas"]["Bring"][] | null;
            name: string;
            /** @description what may not meet, what it follows from */
            notes: string[] | null;
            /** @description why it is so */
            reasons: components["schemas"]["Reason"][] | null;
            sample: boolean;
            /** @enum {string} */
            standing: "eligible" | "open" | "held" | "refused";
            summary: string;
            theme: string;
            unit?: string;
            /** @description what would settle it */
            unknown: string[] | null;
            /** @description who may apply */
            who?: string;
        };
        FindingCounts: {
            /** Format: int64 */
            all: number;
            /** Format: int64 */
            differs: number;
            /** Format: int64 */
            moved: number;
            /** Format: int64 */
            over: number;
            /** Format: int64 */
            silent: number;
            /** Format: int64 */
            unhandled: number;
        };
        FindingDetail: {
            /** Format: date-time */
            computed_at: string;
            /** @enum {string} */
            conclusion: "fits" | "exceeds" | "open" | "listed";
            conclusion_name: string;
            content: components["schemas"]["ReportContent"];
            /** Format: int64 */
            differs: number;
            /** Format: date-time */
            handled_at: string | null;
            handled_by?: string;
            handled_text?: string;
            household_id: string;
            item?: string;
            may_handle: boolean;
            may_issue: boolean;
            /** Format: int64 */
            moved: number;
            name: string;
            /** Format: int64 */
            over: number;
            /** Format: int64 */
            people: number;
            place_name: string;
            /** @description newest report */
            report_id?: string;
            /**
             * Format: int64
             * @description sources without a usable answer
             */
            silent: number;
        };
        FindingPage: {
            counts: components["schemas"]["FindingCounts"];
            households: components["schemas"]["HouseholdFinding"][] | null;
            next?: string;
        };
        FirstOpinionInput: {
            /** @description one for every fact whose sources differ; others follow verified, surveyed, declared */
            adopted?: components["schemas"]["AdoptedFact"][] | null;
            /**
             * @description agree only where the policy says eligible; resurvey: a new home survey first
             * @enum {string}
             */
            outcome: "agree" | "refuse" | "resurvey";
            /** @description needed for refuse and resurvey */
            reason?: string;
            /** Format: int64 */
            version: number;
        };
        Form: {
            clause: components["schemas"]["Clause"];
            id: string;
            name: string;
        };
        GateProblem: {
            file?: string;
            /** Format: int64 */
            line?: number;
            message: string;
        };
        GateReport: {
            /**
             * Format: int64
             * @description worked cases that ran
             */
            cases: number;
            changes: components["schemas"]["Change"][] | null;
            /**
             * Format: int64
             * @description version of the draft that was checked
             */
            checked_version: number;
            digest?: string;
            /** Format: int64 */
            items: number;
            /** @description all checks and worked cases passed: the draft can be proposed */
            loads: boolean;
            problems: components["schemas"]["GateProblem"][] | null;
            /** Format: int64 */
            rules: number;
            version?: string;
        };
        GiveReason: {
            reason: string;
        };
        Group: {
            deadline: components["schemas"]["Deadline"];
            id: string;
            name: string;
            steps: string[] | null;
        };
        HandleFindingInput: {
            text: string;
        };
        HandleObjectionInput: {
            /** @description what was found and what is done */
            answer: string;
            /** @enum {string} */
            outcome: "appraisal" | "resurvey" | "unfounded";
            /** Format: int64 */
            version: number;
        };
        HealthDay: {
            /** Format: int64 */
            asked: number;
            /** @description messages answered within 0.1, 0.3, 1, 3, 10, 60 s, 1 h, 1, 3, 7, 15 days, and above */
            buckets: number[] | null;
            day: string;
            /** Format: int64 */
            empty: number;
            /** Format: int64 */
            failed: number;
            /** Format: int64 */
            found: number;
            /** Format: int64 */
            mean_ms: number;
            /**
             * Format: int64
             * @description half of the messages were answered within so many milliseconds; a bound of the histogram
             */
            median_ms: number | null;
            /** @description above the last bound, 15 days */
            median_top: boolean;
            /** Format: int64 */
            messages: number;
            /** Format: int64 */
            missing: number;
            /**
             * Format: int64
             * @description 95 of 100 were
             */
            p95_ms: number | null;
            p95_top: boolean;
            /** Format: int64 */
            rejected: number;
            /** Format: int64 */
            unknown: number;
        };
        HeldCategory: {
            case_id?: string;
            kind: string;
            label: string;
            since: string;
            source: string;
            until?: string;
        };
        HomeNumbers: {
            /** @description for county and above: the divisions below, most late first */
            areas: components["schemas"]["AreaLateness"][] | null;
            cases_by_step: components["schemas"]["StepCount"][] | null;
            /** Format: int64 */
            cases_open: number;
            /** Format: int64 */
            confirmed_this_month: number;
            /** Format: int64 */
            refused_this_month: number;
            /** Format: int64 */
            submitted_this_month: number;
            /**
             * Format: int64
             * @description late below, climbed to this office
             */
            tasks_escalated: number;
            /** Format: int64 */
            tasks_late: number;
            /** Format: int64 */
            tasks_open: number;
            /** Format: int64 */
            tasks_soon: number;
            /** Format: date */
            today: string;
        };
        HouseholdBody: {
            address?: string;
            /** @description village */
            division: string;
            head: components["schemas"]["PersonBody"];
            members?: components["schemas"]["MemberBody"][] | null;
            /**
             * Format: date
             * @description absent: today
             */
            since?: string;
            urban: boolean;
        };
        HouseholdDetail: {
            address_mask: string;
            /** @description the head died or left: a new one must be named */
            head_departed: boolean;
            head_id: string;
            id: string;
            /** @description present members first, then former ones */
            members: components["schemas"]["HouseholdMember"][] | null;
            /** @description 家庭编号, H and 10 digits */
            number: string;
            place: components["schemas"]["Place"];
            since: string;
            /** @description since when nobody is left */
            until?: string;
            urban: boolean;
            /** Format: int64 */
            version: number;
        };
        HouseholdFile: {
            household: components["schemas"]["HouseholdDetail"];
            /** @description newest first */
            touches: components["schemas"]["Touch"][] | null;
        };
        HouseholdFinding: {
            /** Format: date-time */
            computed_at: string;
            /** @enum {string} */
            conclusion: "fits" | "exceeds" | "open" | "listed";
            conclusion_name: string;
            /** Format: int64 */
            differs: number;
            /** Format: date-time */
            handled_at: string | null;
            handled_by?: string;
            handled_text?: string;
            household_id: string;
            item?: string;
            /** Format: int64 */
            moved: number;
            name: string;
            /** Format: int64 */
            over: number;
            /** Format: int64 */
            people: number;
            place_name: string;
            /** @description newest report */
            report_id?: string;
            /**
             * Format: int64
             * @description sources without a usable answer
             */
            silent: number;
        };
        HouseholdMember: {
            /** Format: int64 */
            age: number;
            birth: string;
            /** @description identities (身份) held now */
            categories: string[] | null;
            death_date?: string;
            id_mask: string;
            lives_together: boolean;
            name: string;
            number: string;
            person_id: string;
            phone_mask: string;
            /** @description GB/T 4761 */
            relation: string;
            relation_label: string;
            sex: string;
            since: string;
            until?: string;
        };
        IDNumberBody: {
            id_number: string;
        };
        IDReading: {
            /** Format: int64 */
            age: number;
            birth: string;
            /** @description first registration; the county may no longer exist, its name is then empty */
            division: components["schemas"]["Place"];
            /** @description GB/T 2261.1 */
            sex: string;
        };
        Incompatible: {
            clause: components["schemas"]["Clause"];
            steps: string[] | null;
        };
        Inequality: {
            /**
             * Format: int64
             * @description what all of them lack together, fen a month
             */
            gap_fen: number;
            /**
             * Format: double
             * @description over people, of income per head in steps of one yuan
             */
            gini: number;
            /**
             * Format: int64
             * @description measured
             */
            households: number;
            /**
             * Format: double
             * @description share of people under the standard (贫困发生率)
             */
            p0: number;
            /**
             * Format: double
             * @description mean share of the standard that people lack (贫困深度)
             */
            p1: number;
            /**
             * Format: double
             * @description mean squared share (贫困强度)
             */
            p2: number;
            /**
             * Format: int64
             * @description under the standard
             */
            poor: number;
            withheld?: boolean;
        };
        IssueInput: {
            /** @description do not wait for sources that have not answered: they are named and stay unknown */
            go_on?: boolean;
            /** @description made by the client, so that a second submit issues nothing twice */
            id: string;
            remark?: string;
            /**
             * Format: int64
             * @description of the case that the officer saw
             */
            version?: number;
        };
        Item: {
            amount?: components["schemas"]["Amount"];
            apply?: components["schemas"]["Apply"];
            asks_for?: string[] | null;
            at: components["schemas"]["Pos"];
            clause: components["schemas"]["Clause"];
            department: string;
            derives?: components["schemas"]["Derived"][] | null;
            excludes?: components["schemas"]["Excluded"][] | null;
            exclusions: components["schemas"]["Exclusion"][] | null;
            forms?: components["schemas"]["Form"][] | null;
            from?: string;
            id: string;
            include?: string[] | null;
            intake: string;
            kind: string;
            materials: components["schemas"]["Material"][] | null;
            member_values: components["schemas"]["Value"][] | null;
            name: string;
            procedure: string;
            reverification?: components["schemas"]["Reverification"][] | null;
            rules: components["schemas"]["Rule"][] | null;
            summary: string;
            theme: string;
            unit: string;
            until?: string;
            values: components["schemas"]["Value"][] | null;
            variants?: {
                [key: string]: string;
            };
        };
        ItemForm: {
            /** @description register_town, any_town_in_province */
            apply_at?: string;
            /** @description who may apply where */
            apply_text?: string;
            facts: components["schemas"]["FactField"][] | null;
            id: string;
            kind: string;
            materials: components["schemas"]["ItemMaterial"][] | null;
            name: string;
            steps: components["schemas"]["ItemStep"][] | null;
            /**
             * Format: int64
             * @description working days of the whole procedure
             */
            total_days: number;
            /** @enum {string} */
            unit: "household" | "person";
        };
        ItemForms: {
            items: components["schemas"]["ItemForm"][] | null;
            pack: components["schemas"]["PackRef"];
        };
        ItemLine: {
            /** Format: int64 */
            after: number;
            /**
             * Format: int64
             * @description rows that qualify
             */
            before: number;
            /** Format: int64 */
            enters: number;
            /** Format: int64 */
            faults: number;
            /** Format: int64 */
            fen_after: number;
            /**
             * Format: int64
             * @description in its rhythm
             */
            fen_before: number;
            /** @description labels of values that are the province's floor (省定底线) */
            floors: string[] | null;
            /** Format: int64 */
            gains: number;
            /**
             * Format: int64
             * @description rows that hold it now
             */
            held: number | null;
            /**
             * Format: int64
             * @description hold it and their facts do not suffice
             */
            held_open: number | null;
            item: string;
            /** Format: int64 */
            leaves: number;
            /** Format: int64 */
            loses: number;
            name: string;
            /**
             * Format: int64
             * @description rows whose facts do not suffice, after
             */
            open: number;
            register_withheld?: boolean;
            /**
             * @description how its money is paid
             * @enum {string}
             */
            rhythm: "none" | "month" | "year" | "once";
            /** @description labels of values without a document (示例值) that it uses */
            samples: string[] | null;
            theme: string;
            /**
             * Format: int64
             * @description qualify and do not hold it (应保未保)
             */
            uncovered: number | null;
            /**
             * Format: int64
             * @description hold it and do not qualify
             */
            undue: number | null;
            /** @enum {string} */
            unit: "household" | "person";
            /** @description few rows stand behind it, or it would give away an item that is withheld; its figures are empty */
            withheld?: boolean;
        };
        ItemMaterial: {
            id: string;
            name: string;
            required: boolean;
            when?: string;
        };
        ItemStep: {
            /** @enum {string} */
            calendar: "working" | "natural" | "";
            /** Format: int64 */
            days: number;
            level: string;
            name: string;
            role: string;
            step: string;
        };
        LackingFact: {
            label: string;
            person?: string;
            /** @description who can supply it, or who was asked already */
            supplier: string;
        };
        LeavingBody: {
            reason: string;
            /** @description village whose office keeps the file from now on */
            to_division?: string;
            /**
             * Format: date
             * @description first day without; absent: today
             */
            until?: string;
            /**
             * Format: int64
             * @description of the household as read
             */
            version: number;
        };
        LeftOut: {
            household_id?: string;
            id_mask: string;
            /** @description number of the newest authorisation, which is not in force */
            last?: string;
            /**
             * Format: int64
             * @description data classes that may be asked; 0: none
             */
            may: number;
            name: string;
            person_id: string;
            place_name: string;
            /**
             * @description none: never signed for this purpose
             * @enum {string}
             */
            why: "none" | "withdrawn" | "expired" | "partly";
        };
        LeftOutPage: {
            next?: string;
            people: components["schemas"]["LeftOut"][] | null;
        };
        LetterInput: {
            /** Format: date */
            delivered_on: string;
            /** @enum {string} */
            method: "in_person" | "post" | "online" | "left_at_home";
            receiver: string;
            /** Format: int64 */
            version: number;
        };
        LimitText: {
            clause: components["schemas"]["ClauseLink"];
            name: string;
            /** @enum {string} */
            status: "official" | "floor" | "sample";
            text: string;
        };
        Line: {
            parameter: string;
            /** @description prefixes of division codes: 44, 4401, 440106 */
            places: string[] | null;
            rural?: string;
            /**
             * @description what the document sets: the place's own standard, or the province's floor
             * @enum {string}
             */
            status?: "official" | "floor";
            urban?: string;
            /** @description as a pack writes it: yuan, decimals, true; or urban and rural together */
            value?: string;
        };
        Linkage: {
            /** @description counties with people who would get it */
            areas: components["schemas"]["LinkageArea"][] | null;
            division: string;
            division_name: string;
            /** @description the month's rises stand; without them the pack's own values are shown */
            entered: boolean;
            groups: components["schemas"]["LinkageGroup"][] | null;
            month: string;
            parameters: components["schemas"]["ParameterUsed"][] | null;
            /**
             * Format: int64
             * @description of the groups that the register keeps
             */
            people: number;
            /** @description the pack's trigger with figures and clause */
            rule?: components["schemas"]["RuleResult"];
            /** @description a figure without a source is in it */
            sample: boolean;
            /**
             * Format: int64
             * @description for the month
             */
            total_fen: number;
            triggered: boolean;
        };
        LinkageArea: {
            division: string;
            division_name: string;
            /** Format: int64 */
            rural_fen: number;
            /** Format: int64 */
            rural_people: number;
            /** Format: int64 */
            total_fen: number;
            /**
             * Format: int64
             * @description per person and month
             */
            urban_fen: number;
            /** Format: int64 */
            urban_people: number;
        };
        LinkageGroup: {
            fact: string;
            name: string;
            /**
             * Format: int64
             * @description null where the register does not keep the group
             */
            people: number | null;
        };
        LivenessAgain: {
            /** Format: int64 */
            invited: number;
        };
        LivenessAgainInput: {
            /** @description empty: all who may */
            people?: string[] | null;
        };
        LivenessCampaign: {
            /**
             * Format: int64
             * @description may be invited a second time
             */
            again: number;
            by_name: string;
            choice: components["schemas"]["LivenessSelection"];
            counts: components["schemas"]["LivenessCounts"];
            /** Format: date-time */
            created_at: string;
            /** @description last day of the first invitations */
            due: string;
            /** Format: date-time */
            ended_at: string | null;
            /** @description what the provider last did wrong */
            fault?: string;
            id: string;
            /** @enum {string} */
            method: "sample" | "rule";
            /** @description the reader's range holds the campaign whole */
            mine: boolean;
            number: string;
            place: string;
            place_name: string;
            provider: boolean;
            reason?: string;
            samples?: string[] | null;
            /** @description of the draw */
            seed: string;
            /** @enum {string} */
            state: "preparing" | "running" | "ended" | "cancelled";
            title: string;
            towns?: components["schemas"]["LivenessTown"][] | null;
            /** Format: int64 */
            visit_days: number;
        };
        LivenessCounts: {
            /** Format: int64 */
            alive: number;
            /** Format: int64 */
            cancelled: number;
            /** Format: int64 */
            cannot: number;
            /** Format: int64 */
            dead: number;
            /**
             * Format: int64
             * @description why people were or are visited
             */
            failed: number;
            /** Format: int64 */
            invited: number;
            /**
             * Format: int64
             * @description visits past their day
             */
            late: number;
            /** Format: int64 */
            moved: number;
            /** Format: int64 */
            no_phone: number;
            /** Format: int64 */
            not_found: number;
            /** Format: int64 */
            passed: number;
            /** Format: int64 */
            people: number;
            /** Format: int64 */
            proxy: number;
            /** Format: int64 */
            silent: number;
            /** Format: int64 */
            unauthorised: number;
            /**
             * Format: int64
             * @description moved, dead or not found, and the town has not said what follows
             */
            undecided: number;
            /** Format: int64 */
            unreached: number;
            /** Format: int64 */
            visiting: number;
            /**
             * Format: int64
             * @description the invitation has not left
             */
            waiting: number;
        };
        LivenessDecisionInput: {
            /**
             * @description change: the change or end of the benefit is being handled as a case; keep: checked, stays as it is
             * @enum {string}
             */
            decision: "change" | "keep" | "other";
            note: string;
        };
        LivenessLink: {
            url: string;
        };
        LivenessPage: {
            items: components["schemas"]["LivenessCampaign"][] | null;
            next?: string;
        };
        LivenessPreview: {
            due: string;
            /**
             * Format: int64
             * @description people of the rule
             */
            eligible: number;
            /**
             * Format: int64
             * @description authorised, but without a phone: visited
             */
            no_phone: number;
            /**
             * Format: int64
             * @description of them in the campaign
             */
            people: number;
            /**
             * Format: int64
             * @description would be invited
             */
            phone: number;
            /** @description a provider is connected */
            provider: boolean;
            /** @description days used without a document */
            samples: string[] | null;
            towns: components["schemas"]["LivenessShare"][] | null;
            /**
             * Format: int64
             * @description have authorised nothing: visited
             */
            unauthorised: number;
        };
        LivenessReasonInput: {
            reason: string;
        };
        LivenessRow: {
            /** Format: int64 */
            age: number;
            campaign_id: string;
            campaign_title: string;
            decide_due: string | null;
            decided_by?: string;
            /** @enum {string} */
            decision?: "" | "change" | "keep" | "other";
            decision_note?: string;
            /** @description last day of the invitation */
            due: string;
            /** Format: date-time */
            ended_at: string | null;
            /** @description what the provider last did wrong */
            fault?: string;
            id_masked: string;
            /** Format: int64 */
            invitation: number;
            /**
             * Format: int64
             * @description working days left of the invitation, the visit or the decision, negative when late
             */
            left_days: number | null;
            /** @description the invitation has an address */
            linked: boolean;
            name: string;
            note?: string;
            person_id: string;
            phone: boolean;
            place: string;
            place_name: string;
            proxy?: string;
            /**
             * Format: double
             * @description of the provider
             */
            score: number | null;
            /** Format: int64 */
            sex: number;
            /** @enum {string} */
            state: "waiting" | "invited" | "passed" | "visiting" | "alive" | "proxy" | "moved" | "dead" | "not_found" | "cancelled";
            visit_due: string | null;
            /** @enum {string} */
            visit_role?: "" | "village_assistant" | "town_clerk";
            visited_by?: string;
            visited_on: string | null;
            /** @enum {string} */
            why: "" | "failed" | "silent" | "no_phone" | "unauthorised" | "unreached" | "cannot";
            why_note?: string;
        };
        LivenessRows: {
            items: components["schemas"]["LivenessRow"][] | null;
            next?: string;
        };
        LivenessSelection: {
            /**
             * Format: int64
             * @description years; 0: no limit
             */
            age_from?: number;
            /**
             * Format: int64
             * @description years, this one included; 0: no limit
             */
            age_to?: number;
            /** @description on benefit as one of these; empty: all */
            categories: string[] | null;
            /**
             * Format: int64
             * @description no proof of life for so many months; 0: whenever
             */
            months?: number;
            /**
             * Format: int64
             * @description of people in a sample; or percent
             */
            number?: number;
            /**
             * Format: int64
             * @description of a sample; or number
             */
            percent?: number;
        };
        LivenessShare: {
            code: string;
            /** Format: int64 */
            eligible: number;
            name: string;
            /** Format: int64 */
            people: number;
        };
        LivenessStart: {
            choice: components["schemas"]["LivenessSelection"];
            /** @description last day of the invitations; empty: by the pack */
            due?: string;
            /** @description made by the client, so that a second submit starts nothing twice; the draw depends on it */
            id: string;
            /** @enum {string} */
            method: "sample" | "rule";
            /** @description empty: the actor's own */
            place?: string;
            title?: string;
        };
        LivenessTown: {
            code: string;
            /**
             * Format: int64
             * @description moved, dead or not found
             */
            found: number;
            name: string;
            /**
             * Format: int64
             * @description invited or waiting
             */
            open: number;
            /** Format: int64 */
            people: number;
            /** Format: int64 */
            proved: number;
            /** Format: int64 */
            visiting: number;
        };
        LivenessVisitInput: {
            /** @description made by the client, so that a second submit records nothing twice */
            id: string;
            /** @description needed for every result but alive */
            note?: string;
            /** @description who testified for a person who could not be seen, and how related */
            proxy?: string;
            /** @enum {string} */
            result: "alive" | "proxy" | "moved" | "dead" | "not_found";
            visited_on: string;
        };
        MakeLink: {
            /** @description of what is signed; empty: all of the catalogue */
            classes?: string[] | null;
            guardian?: boolean;
            guardian_reason?: string;
            guardian_relation?: string;
            /** @description made by the client */
            id: string;
            /**
             * @description of what is signed
             * @enum {string}
             */
            purpose?: "social_assistance" | "extended_assistance" | "charity" | "liveness" | "";
            /** @description the guardian */
            signer?: string;
            /** @description last six characters of the guardian's ID number */
            tail?: string;
            /** @enum {string} */
            task: "authorise" | "withdraw" | "asked";
            /** @description of what is signed; absent: until it is withdrawn */
            valid_until?: string;
        };
        MakePayroll: {
            item: string;
            /** @description 2026-12 */
            month: string;
        };
        Material: {
            clause: components["schemas"]["Clause"];
            id: string;
            name: string;
            required: boolean;
            when?: string;
        };
        MemberAuthorisation: {
            guardian?: boolean;
            /** @description the member, or the guardian */
            signed_by: string;
            /** Format: date */
            signed_on: string;
        };
        MemberBody: {
            /** @description bank account for benefits */
            account?: string;
            account_holder?: string;
            address?: string;
            /** @description does not live with the household */
            apart?: boolean;
            bank_name?: string;
            /**
             * Format: date
             * @description as typed; compared with the ID number
             */
            birth?: string;
            /** @description number of the disability certificate */
            disability?: string;
            /** Format: int64 */
            disability_grade?: number;
            /** Format: int64 */
            disability_type?: number;
            /** @description village whose office keeps the file; absent: register_division, or the household's */
            division?: string;
            /** @description GB/T 4658 */
            education?: string;
            /** @description GB/T 3304 */
            ethnicity?: string;
            /** @description GB/T 2261.3 */
            health?: string;
            id_number: string;
            /** @description GB/T 2261.2 */
            marital?: string;
            name: string;
            phone?: string;
            /** @description 户籍地; absent: where the file is kept */
            register_division?: string;
            /** @description to the head, GB/T 4761 */
            relation: string;
            /** @description 居住地; absent: 户籍地 */
            residence_division?: string;
            /** @description table schooling of /api/codes */
            schooling?: string;
            /** @description listed serious illness (重特大疾病) */
            serious_illness?: string;
            /** @description as typed, GB/T 2261.1; compared with the ID number */
            sex?: string;
            /** @description table work_ability of /api/codes */
            work_ability?: string;
        };
        MemberFacts: {
            facts: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description absent: the household
             */
            person_id?: string;
        };
        MemberRelationBody: {
            /** Format: uuid */
            person_id: string;
            relation: string;
        };
        MemberResult: {
            clause?: components["schemas"]["Clause"];
            counted: boolean | null;
            exclusion?: string;
            id: string;
            reason?: string;
            values: components["schemas"]["ValueResult"][] | null;
        };
        Missing: {
            fact: string;
            label: string;
            member?: string;
            name?: string;
        };
        MoveHouseholdBody: {
            address?: string;
            division: string;
            reason: string;
            urban: boolean;
            /**
             * Format: int64
             * @description of the household as read
             */
            version: number;
        };
        NeededPaper: {
            clause: components["schemas"]["ClauseLink"];
            name: string;
            required: boolean;
            /** @description in which case it is asked for */
            when?: string;
        };
        NewHeadBody: {
            /** Format: uuid */
            person_id: string;
            /** @description of every other member to the new head */
            relations?: components["schemas"]["MemberRelationBody"][] | null;
            /**
             * Format: int64
             * @description of the household as read
             */
            version: number;
        };
        NewMemberBody: {
            /** @description bank account for benefits */
            account?: string;
            account_holder?: string;
            address?: string;
            /** @description does not live with the household */
            apart?: boolean;
            bank_name?: string;
            /**
             * Format: date
             * @description as typed; compared with the ID number
             */
            birth?: string;
            /** @description number of the disability certificate */
            disability?: string;
            /** Format: int64 */
            disability_grade?: number;
            /** Format: int64 */
            disability_type?: number;
            /** @description village whose office keeps the file; absent: register_division, or the household's */
            division?: string;
            /** @description GB/T 4658 */
            education?: string;
            /** @description GB/T 3304 */
            ethnicity?: string;
            /** @description GB/T 2261.3 */
            health?: string;
            id_number: string;
            /** @description GB/T 2261.2 */
            marital?: string;
            name: string;
            phone?: string;
            /** @description 户籍地; absent: where the file is kept */
            register_division?: string;
            /** @description to the head, GB/T 4761 */
            relation: string;
            /** @description 居住地; absent: 户籍地 */
            residence_division?: string;
            /** @description table schooling of /api/codes */
            schooling?: string;
            /** @description listed serious illness (重特大疾病) */
            serious_illness?: string;
            /** @description as typed, GB/T 2261.1; compared with the ID number */
            sex?: string;
            /**
             * Format: date
             * @description absent: today
             */
            since?: string;
            /**
             * Format: int64
             * @description of the household as read
             */
            version: number;
            /** @description table work_ability of /api/codes */
            work_ability?: string;
        };
        NoticeView: {
            /** Format: int64 */
            amount_fen: number;
            /** Format: date-time */
            ended_at?: string;
            /** Format: uuid */
            id: string;
            /** Format: date */
            last_day: string;
            /** Format: int64 */
            objections: number;
            /** Format: date */
            posted_on: string;
            running: boolean;
        };
        ObjectionInput: {
            /** @enum {string} */
            channel: "window" | "letter" | "telephone";
            contact?: string;
            /** @description empty = anonymous */
            name?: string;
            text: string;
        };
        ObjectionReceipt: {
            id: string;
            message: string;
            /** Format: date-time */
            received_at: string;
        };
        ObjectionView: {
            answer?: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            channel: "online" | "window" | "letter" | "telephone";
            /** @description masked */
            contact?: string;
            /** Format: date-time */
            handled_at?: string;
            handled_by?: string;
            /** Format: uuid */
            id: string;
            name?: string;
            outcome?: string;
            text: string;
        };
        Office: {
            name: string;
            phone: string;
        };
        OpenSelf: {
            code: string;
            /** @description last six characters of the ID number */
            tail: string;
        };
        OpenSessionView: {
            /** Format: date-time */
            created_at: string;
            current: boolean;
            /** Format: date-time */
            expires_at: string;
            id: string;
            /** Format: date-time */
            last_seen_at: string;
            remote: string;
            user_agent: string;
        };
        OpenStep: {
            /** Format: date */
            due?: string;
            name: string;
            /** @description 12-digit code of the office's division */
            office: string;
            role: string;
            step: string;
        };
        Option: {
            code: string;
            label: string;
        };
        Order: {
            by_name: string;
            case_id?: string;
            classes: string[] | null;
            client?: string;
            /** @description what is asked, in the order of the sources */
            columns?: components["schemas"]["AskedClass"][] | null;
            /** Format: date-time */
            created_at: string;
            due: string;
            /** Format: date-time */
            ended_at: string | null;
            failure?: string;
            id: string;
            /** @enum {string} */
            kind: "case" | "batch" | "client";
            /** Format: date-time */
            now?: string;
            number: string;
            /** Format: int64 */
            people: number;
            /** Format: int64 */
            place: number;
            place_name: string;
            /** Format: int64 */
            priority: number;
            purpose: string;
            sources?: components["schemas"]["SourceState"][] | null;
            /** @enum {string} */
            state: "preparing" | "running" | "answered" | "cancelled" | "failed";
            title: string;
            /** Format: int64 */
            version: number;
        };
        OrderFilter: {
            /** @description cursor of the last page */
            after?: string;
            /** @description orders of one case */
            case_id?: string;
            /** @description only of this client */
            client?: string;
            /**
             * @description late: past the last day and not ended; week: to end within seven days
             * @enum {string}
             */
            due?: "late" | "week" | "";
            /** @enum {string} */
            kind?: "case" | "batch" | "client" | "";
            /**
             * Format: int64
             * @default 30
             */
            limit: number;
            /** @description orders about one person */
            person?: string;
            /** @description only inside this division */
            place?: string;
            /** @description number or part of the title */
            q?: string;
            /**
             * @description empty: all
             * @enum {string}
             */
            state?: "preparing" | "running" | "answered" | "cancelled" | "failed" | "";
        };
        OrderPage: {
            next?: string;
            orders: components["schemas"]["Order"][] | null;
        };
        OrderProgress: {
            /**
             * Format: int64
             * @description of what waits, what people of a department answer
             */
            by_people: number;
            /** Format: int64 */
            ended: number;
            /**
             * Format: date-time
             * @description at that pace; absent where nothing ended lately or only people are left to answer
             */
            expected_end: string | null;
            /**
             * Format: double
             * @description ended a minute over the last ten minutes; 0 where nothing ended
             */
            per_minute: number;
            /** Format: date-time */
            started_at: string | null;
            /** Format: int64 */
            step_seconds: number;
            /** @description what ended in each stretch of time since the start, in order */
            steps: components["schemas"]["ProgressStep"][] | null;
            /**
             * Format: int64
             * @description things asked so far
             */
            total: number;
        };
        OrderReports: {
            reports: components["schemas"]["ReportRow"][] | null;
        };
        OrganisationCreated: {
            id: string;
        };
        OrganisationPage: {
            items: components["schemas"]["OrganisationView"][] | null;
            next?: string;
        };
        OrganisationView: {
            active: boolean;
            address: string;
            /** @description the kind in words */
            department: string;
            division: string;
            division_name: string;
            id: string;
            kind: string;
            /** Format: int64 */
            level: number;
            name: string;
            phone: string;
        };
        Overlap: {
            a: string;
            /** Format: int64 */
            after: number;
            b: string;
            /** Format: int64 */
            before: number;
            /** @description the policy says that one person may not hold both */
            conflict?: boolean;
        };
        PackDifference: {
            changes: components["schemas"]["Change"][] | null;
        };
        PackDraft: {
            /** @description the version that it was drafted from */
            base_digest: string;
            by_name: string;
            /** Format: date-time */
            created_at: string;
            files?: components["schemas"]["DraftFile"][] | null;
            id: string;
            pack: string;
            /** @enum {string} */
            state: "open" | "proposed" | "dropped";
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        PackDrafts: {
            drafts: components["schemas"]["PackDraft"][] | null;
        };
        PackRef: {
            digest: string;
            name: string;
            version: string;
        };
        PackVersion: {
            /** @description newest first */
            activations: components["schemas"]["Activation"][] | null;
            /** Format: date-time */
            at: string;
            by_name: string;
            /** Format: int64 */
            cases: number;
            digest: string;
            /** Format: int64 */
            files: number;
            note?: string;
            /** @enum {string} */
            origin: "program" | "draft";
            pack: string;
            /**
             * @description what it is today
             * @enum {string}
             */
            standing: "in_force" | "waiting" | "proposed" | "past" | "idle";
            title: string;
            version: string;
        };
        PackVersions: {
            versions: components["schemas"]["PackVersion"][] | null;
        };
        PaperKind: {
            /** @description there is an empty form for the field */
            blank: boolean;
            id: string;
            /** @description the only item whose cases use it */
            item?: string;
            name: string;
            /** @description it can be seen before it is issued */
            preview: boolean;
        };
        PaperKinds: {
            kinds: components["schemas"]["PaperKind"][] | null;
        };
        ParameterChange: {
            article?: string;
            divisions: string[] | null;
            document?: string;
            from: string;
            note?: string;
            parameter: string;
            rural?: string;
            status: string;
            title?: string;
            until?: string;
            urban?: string;
            value?: string;
        };
        ParameterUsed: {
            area?: string;
            carried?: boolean;
            id: string;
            label: string;
            note?: string;
            source: components["schemas"]["Clause"];
            status: string;
            unit: string;
            value: unknown;
        };
        ParameterValue: {
            divisions: string[] | null;
            from: string | null;
            known_until?: string;
            note?: string;
            rural?: string;
            source: components["schemas"]["Clause"];
            status: string;
            unknown?: boolean;
            until?: string;
            urban?: string;
            value?: string;
        };
        Part: {
            /** @description of the figure (with its member), the fact's key, or the parameter */
            id: string;
            /** @enum {string} */
            kind: "figure" | "fact" | "parameter";
            label: string;
            member?: string;
            /** @description of the member */
            name?: string;
            text: string;
        };
        PauseSource: {
            paused: boolean;
            /** @description why; 1 to 200 characters */
            reason: string;
        };
        PayrollDetail: {
            /** Format: date-time */
            approved_at?: string;
            approved_by_name?: string;
            /** @description SM3 over the lines, once approved */
            digest?: string;
            /** @description 12-digit code of the county */
            division: string;
            /** Format: int64 */
            households: number;
            id: string;
            item: string;
            item_name: string;
            /** Format: date-time */
            made_at: string;
            made_by_name: string;
            /** @description 2026-12 */
            month: string;
            number: string;
            /** Format: int64 */
            people: number;
            /**
             * Format: int64
             * @description lines that a person has to look at
             */
            problems: number;
            /** @enum {string} */
            state: "draft" | "approved";
            /** @description the total in 大写 */
            total_chinese: string;
            /** Format: int64 */
            total_fen: number;
            towns: components["schemas"]["TownTotal"][] | null;
            /** Format: int64 */
            version: number;
        };
        PayrollItem: {
            id: string;
            name: string;
        };
        PayrollLine: {
            account_masked: string;
            /** Format: int64 */
            amount_fen: number;
            bank_name: string;
            division: string;
            /** @description town and village */
            division_name: string;
            household_id: string;
            id_masked: string;
            /** Format: int64 */
            member_count: number;
            payee_name: string;
            problem?: string;
            /** Format: int64 */
            seq: number;
        };
        PayrollLinePage: {
            lines: components["schemas"]["PayrollLine"][] | null;
            next?: string;
        };
        PayrollPage: {
            /** @description benefits that lists can be made for */
            items: components["schemas"]["PayrollItem"][] | null;
            next?: string;
            payrolls: components["schemas"]["PayrollSummary"][] | null;
        };
        PayrollSummary: {
            /** Format: date-time */
            approved_at?: string;
            approved_by_name?: string;
            /** @description SM3 over the lines, once approved */
            digest?: string;
            /** @description 12-digit code of the county */
            division: string;
            /** Format: int64 */
            households: number;
            id: string;
            item: string;
            item_name: string;
            /** Format: date-time */
            made_at: string;
            made_by_name: string;
            /** @description 2026-12 */
            month: string;
            number: string;
            /** Format: int64 */
            people: number;
            /**
             * Format: int64
             * @description lines that a person has to look at
             */
            problems: number;
            /** @enum {string} */
            state: "draft" | "approved";
            /** @description the total in 大写 */
            total_chinese: string;
            /** Format: int64 */
            total_fen: number;
            /** Format: int64 */
            version: number;
        };
        Person: {
            /** Format: int64 */
            age: number;
            /** @description facts by catalogue key; null = does not know */
            facts?: {
                [key: string]: unknown;
            };
            /** @description GB/T 4761 to whoever asks; 02 = whoever asks */
            relation: string;
            /**
             * @description 1 male, 2 female; absent: not said
             * @enum {string}
             */
            sex?: "1" | "2" | "";
        };
        PersonAuthorisations: {
            authorisations: components["schemas"]["Authorisation"][] | null;
        };
        PersonBody: {
            /** @description bank account for benefits */
            account?: string;
            account_holder?: string;
            address?: string;
            bank_name?: string;
            /**
             * Format: date
             * @description as typed; compared with the ID number
             */
            birth?: string;
            /** @description number of the disability certificate */
            disability?: string;
            /** Format: int64 */
            disability_grade?: number;
            /** Format: int64 */
            disability_type?: number;
            /** @description village whose office keeps the file; absent: register_division, or the household's */
            division?: string;
            /** @description GB/T 4658 */
            education?: string;
            /** @description GB/T 3304 */
            ethnicity?: string;
            /** @description GB/T 2261.3 */
            health?: string;
            id_number: string;
            /** @description GB/T 2261.2 */
            marital?: string;
            name: string;
            phone?: string;
            /** @description 户籍地; absent: where the file is kept */
            register_division?: string;
            /** @description 居住地; absent: 户籍地 */
            residence_division?: string;
            /** @description table schooling of /api/codes */
            schooling?: string;
            /** @description listed serious illness (重特大疾病) */
            serious_illness?: string;
            /** @description as typed, GB/T 2261.1; compared with the ID number */
            sex?: string;
            /** @description table work_ability of /api/codes */
            work_ability?: string;
        };
        PersonChangeBody: {
            account?: string;
            account_holder?: string;
            address?: string;
            bank_name?: string;
            disability?: string;
            /** Format: int64 */
            disability_grade?: number;
            /** Format: int64 */
            disability_type?: number;
            /** @description GB/T 4658 */
            education?: string;
            /** @description GB/T 3304 */
            ethnicity?: string;
            /** @description GB/T 2261.3 */
            health?: string;
            /** @description to correct a wrong number */
            id_number?: string;
            /** @description GB/T 2261.2 */
            marital?: string;
            name: string;
            phone?: string;
            /** @description 户籍地; absent: where the file is kept */
            register_division?: string;
            /** @description 居住地; absent: 户籍地 */
            residence_division?: string;
            /** @description table schooling of /api/codes */
            schooling?: string;
            /** @description listed serious illness (重特大疾病) */
            serious_illness?: string;
            /**
             * Format: int64
             * @description as read
             */
            version: number;
            /** @description table work_ability of /api/codes */
            work_ability?: string;
        };
        PersonDetail: {
            account_holder: string;
            account_mask: string;
            address_mask: string;
            /** Format: int64 */
            age: number;
            bank_name: string;
            birth: string;
            death_date?: string;
            /**
             * Format: int64
             * @description 0 = none
             */
            disability_grade: number;
            /** @description number of the disability certificate */
            disability_mask: string;
            /**
             * Format: int64
             * @description 0 = none
             */
            disability_type: number;
            education: string;
            ethnicity: string;
            health: string;
            id: string;
            id_mask: string;
            marital: string;
            name: string;
            /** @description 人员编号, R and 10 digits */
            number: string;
            phone_mask: string;
            /** @description where the file is kept */
            place: components["schemas"]["Place"];
            /** @description 户籍地 */
            register: components["schemas"]["Place"];
            /** @description 居住地 */
            residence: components["schemas"]["Place"];
            schooling: string;
            serious_illness: string;
            /** @description GB/T 2261.1 */
            sex: string;
            /**
             * Format: int64
             * @description to be sent back with a change
             */
            version: number;
            work_ability: string;
        };
        PersonFile: {
            /** @description identities held now first */
            categories: components["schemas"]["HeldCategory"][] | null;
            /** @description present household first */
            households: components["schemas"]["PersonMembering"][] | null;
            person: components["schemas"]["PersonDetail"];
            /** @description newest first */
            touches: components["schemas"]["Touch"][] | null;
        };
        PersonLine: {
            /** Format: int64 */
            age: number;
            birth: string;
            categories: string[] | null;
            division_name: string;
            household_id?: string;
            household_number?: string;
            id_mask: string;
            name: string;
            number: string;
            person_id: string;
            phone_mask: string;
            sex: string;
            /** @enum {string} */
            status: "living" | "deceased";
        };
        PersonMembering: {
            head: boolean;
            household_id: string;
            lives_together: boolean;
            number: string;
            place: components["schemas"]["Place"];
            relation: string;
            relation_label: string;
            since: string;
            until?: string;
        };
        PersonQueries: {
            queries: components["schemas"]["AskedAbout"][] | null;
        };
        Place: {
            /** @description 12 digits */
            code: string;
            /** @description full name from the province down; empty for a division outside the data */
            name: string;
        };
        PlaceOrder: {
            /** @description of a batch */
            categories?: string[] | null;
            /** @description data classes; empty: all of the catalogue */
            classes?: string[] | null;
            /** @description of an order of another department or a charity */
            client?: string;
            /** @description last day; absent: as many working days as the kind has */
            due?: string;
            /** @description made by the client, so that a second submit orders nothing twice */
            id: string;
            /** @enum {string} */
            kind: "batch" | "client";
            /** @description not for batches */
            people?: string[] | null;
            /** @description empty: the actor's own */
            place?: string;
            /** @enum {string} */
            purpose: "social_assistance" | "extended_assistance" | "charity";
            title: string;
        };
        PolicyCard: {
            department: string;
            id: string;
            /** @enum {string} */
            intake: "casework" | "desk" | "automatic";
            intake_name: string;
            kind: string;
            kind_name: string;
            name: string;
            /** @description some figure that decides it is an example without a source */
            sample: boolean;
            summary: string;
            theme: string;
            theme_name: string;
        };
        PolicyCondition: {
            /** @description the rule is another item's result */
            asks?: components["schemas"]["PolicyName"];
            clause: components["schemas"]["ClauseLink"];
            from?: string;
            id: string;
            name: string;
            until?: string;
            /** @description the exact condition, its names written out */
            words: string;
        };
        PolicyFigure: {
            name: string;
            words: string;
        };
        PolicyList: {
            departments: components["schemas"]["FilterChoice"][] | null;
            items: components["schemas"]["PolicyCard"][] | null;
            kinds: components["schemas"]["FilterChoice"][] | null;
            stand: components["schemas"]["PolicyStand"];
            themes: components["schemas"]["FilterChoice"][] | null;
            /**
             * Format: int64
             * @description items of the place before the query
             */
            total: number;
        };
        PolicyName: {
            id: string;
            name: string;
        };
        PolicyPackSummary: {
            /**
             * Format: int64
             * @description worked examples that run as tests
             */
            cases: number;
            /** @description SHA-256 over the pack's files and its parents' */
            digest: string;
            /** Format: int64 */
            items: number;
            name: string;
            parent: string;
            /** Format: int64 */
            rules: number;
            title: string;
            version: string;
        };
        PolicyPackView: {
            /**
             * Format: int64
             * @description worked examples that run as tests
             */
            cases: number;
            /** @description SHA-256 over the pack's files and its parents' */
            digest: string;
            documents: components["schemas"]["Document"][] | null;
            facts: components["schemas"]["Fact"][] | null;
            item_list: components["schemas"]["Item"][] | null;
            /** Format: int64 */
            items: number;
            name: string;
            parent: string;
            procedures: components["schemas"]["Procedure"][] | null;
            /** Format: int64 */
            rules: number;
            /** @description paths of the pack's files */
            sources: string[] | null;
            title: string;
            version: string;
        };
        PolicyPage: {
            /** @description absent: the item is a recognition without money, or help in kind */
            amount?: components["schemas"]["AmountWords"];
            clause: components["schemas"]["ClauseLink"];
            conditions: components["schemas"]["PolicyCondition"][] | null;
            department: string;
            /** @description help that follows without a new application (免申即享) */
            derives: components["schemas"]["RelatedPolicy"][] | null;
            /** @description what may not be received at the same time */
            excludes: components["schemas"]["RelatedPolicy"][] | null;
            figures: components["schemas"]["PolicyFigure"][] | null;
            forms: components["schemas"]["RelatedPolicy"][] | null;
            from?: string;
            id: string;
            /** @enum {string} */
            intake: "casework" | "desk" | "automatic";
            intake_name: string;
            kind: string;
            kind_name: string;
            materials: components["schemas"]["NeededPaper"][] | null;
            name: string;
            /** @description members who are left out */
            not_counted: components["schemas"]["PolicyCondition"][] | null;
            procedure?: components["schemas"]["PolicyRoadView"];
            rechecks: components["schemas"]["PolicyRecheck"][] | null;
            /** @description some figure that decides it is an example without a source */
            sample: boolean;
            stand: components["schemas"]["PolicyStand"];
            standards: components["schemas"]["PublicStandard"][] | null;
            summary: string;
            theme: string;
            theme_name: string;
            /** @enum {string} */
            unit: "household" | "person";
            until?: string;
            where: string;
            where_clause: components["schemas"]["ClauseLink"];
            where_text: string;
            who: string;
        };
        PolicyParameterView: {
            fallback?: string;
            id: string;
            label: string;
            /** @description the value at the place and day asked for */
            now?: components["schemas"]["ParameterUsed"];
            type: string;
            unit: string;
            values: components["schemas"]["ParameterValue"][] | null;
        };
        PolicyRecheck: {
            clause: components["schemas"]["ClauseLink"];
            /** Format: int64 */
            months: number;
            what: string;
            who: string;
        };
        PolicyRoadView: {
            name: string;
            steps: components["schemas"]["PolicyStepView"][] | null;
            totals: components["schemas"]["LimitText"][] | null;
        };
        PolicySource: {
            file: string;
            text: string;
        };
        PolicyStand: {
            day: string;
            digest: string;
            /** @description 12 digits; absent where no place was chosen */
            division?: string;
            pack: string;
            pack_title: string;
            /** @description full name of the place */
            place?: string;
            version: string;
        };
        PolicyStepView: {
            clause: components["schemas"]["ClauseLink"];
            days?: components["schemas"]["LimitText"];
            name: string;
            /** @description level and office */
            who: string;
        };
        Pos: {
            file: string;
            /** Format: int64 */
            line: number;
        };
        PostNoticeInput: {
            /** @description the board where the paper hangs */
            place: string;
            /** Format: int64 */
            version: number;
        };
        Precheck: {
            /** @description other items that may be applied for on the same facts */
            instead: components["schemas"]["AdviceItem"][] | null;
            result: components["schemas"]["Result"];
        };
        PrecheckInput: {
            division: string;
            facts?: {
                [key: string]: unknown;
            };
            item: string;
            /** @description the applicant first */
            members: components["schemas"]["PrecheckMember"][] | null;
            urban?: boolean;
        };
        PrecheckMember: {
            /** Format: date */
            birth?: string;
            facts?: {
                [key: string]: unknown;
            };
            name?: string;
            relation?: string;
            /** @enum {string} */
            role?: "applicant" | "member" | "supporter" | "";
            /** Format: int64 */
            sex?: number;
        };
        Problem: {
            /** @description machine-readable, lower_snake */
            code: string;
            /** @description faults by field */
            errors?: components["schemas"]["Field"][] | null;
            /** @description Chinese, for the person in front of the screen */
            message: string;
            /** @description number to quote when asking for help */
            reference?: string;
            /** Format: int64 */
            status: number;
        };
        Procedure: {
            at: components["schemas"]["Pos"];
            clause: components["schemas"]["Clause"];
            ends: components["schemas"]["Option"][] | null;
            groups?: components["schemas"]["Group"][] | null;
            id: string;
            incompatible: components["schemas"]["Incompatible"][] | null;
            name: string;
            origin: string;
            settings?: {
                [key: string]: string;
            };
            start: string;
            steps: components["schemas"]["Step"][] | null;
            totals: components["schemas"]["Total"][] | null;
        };
        ProgressStep: {
            /** Format: int64 */
            answered: number;
            /** Format: date-time */
            from: string;
            /**
             * Format: int64
             * @description silent, refused or cancelled
             */
            other: number;
        };
        Proof: {
            /**
             * Format: int64
             * @description changes that a case noticed
             */
            caught: number;
            good: boolean;
            /**
             * Format: int64
             * @description changes tried
             */
            mutants: number;
            /**
             * Format: double
             * @description per cent noticed
             */
            score: number;
            /** @enum {string} */
            state: "none" | "waiting" | "running" | "done" | "failed";
            /** @description changes that no case noticed, fifty at most */
            survivors: components["schemas"]["ProofSurvivor"][] | null;
            /**
             * Format: int64
             * @description texts of the pack
             */
            texts: number;
            /**
             * Format: int64
             * @description texts tried so far
             */
            tried: number;
            /**
             * Format: int64
             * @description per cent that should be noticed
             */
            wanted: number;
        };
        ProofRef: {
            id: string;
            name: string;
        };
        ProofSurvivor: {
            file: string;
            /** @description which case would notice */
            hint: string;
            /** Format: int64 */
            line: number;
            mutant: string;
            original: string;
            /** @description rule income */
            where: string;
        };
        ProposeStandards: {
            active_from: string;
            article?: string;
            /** @description 文号 */
            document: string;
            id: string;
            lines: components["schemas"]["Line"][] | null;
            note?: string;
            title: string;
        };
        ProposeVersion: {
            active_from: string;
            /** @description an archived version, with no draft */
            digest?: string;
            draft?: string;
            /**
             * Format: int64
             * @description of the draft that was checked
             */
            draft_version?: number;
            /** @description from today on; needs its reason */
            emergency?: boolean;
            id: string;
            pack?: string;
            reason: string;
        };
        ProposedDecision: {
            /**
             * Format: int64
             * @description 0: what the policy says
             */
            amount_fen?: number;
            /** @description confirmation_letter, refusal_letter, supplement_notice, public_notice … */
            kind: string;
            reason?: string;
        };
        PublicBenefit: {
            /**
             * Format: int64
             * @description a month
             */
            amount_fen: number;
            /** Format: int64 */
            member_count: number;
            name: string;
        };
        PublicBenefits: {
            benefits: components["schemas"]["PublicBenefit"][] | null;
            division: string;
            /** @description first day of the month that the list holds for */
            month: string;
            name: string;
            next?: string;
            office?: components["schemas"]["Office"];
        };
        PublicBoard: {
            division: string;
            /** @description from the province down */
            name: string;
            notices: components["schemas"]["PublicNotice"][] | null;
            /** @description the township to call */
            office?: components["schemas"]["Office"];
            places: components["schemas"]["PublicPlace"][] | null;
            today: string;
        };
        PublicNotice: {
            /**
             * Format: int64
             * @description a month
             */
            amount_fen: number;
            /**
             * Format: int64
             * @description days after today on which it still hangs; 0 on the last day
             */
            days_left: number;
            /** @description names the notice only; it opens nothing else */
            id: string;
            /** @description inclusive */
            last_day: string;
            /** Format: int64 */
            member_count: number;
            name: string;
        };
        PublicObjection: {
            /** @description may stay empty; then nobody can be told the answer */
            contact?: string;
            /** @description may stay empty */
            name?: string;
            text: string;
        };
        PublicPlace: {
            code: string;
            name: string;
            /** Format: int64 */
            notices: number;
        };
        PublicPlaceValue: {
            division: string;
            place: string;
            value: components["schemas"]["PublicStandardValue"];
        };
        PublicStandard: {
            /** @enum {string} */
            group: "amount" | "limit" | "deadline";
            /** @description at the chosen place, the newest first */
            history: components["schemas"]["PublicStandardValue"][] | null;
            id: string;
            /** @description what help it decides */
            items?: components["schemas"]["PolicyName"][] | null;
            label: string;
            /** @description at the chosen place and day; absent where no place was chosen and places differ */
            now?: components["schemas"]["PublicStandardValue"];
            /** @description place by place, where places within the chosen one differ */
            places?: components["schemas"]["PublicPlaceValue"][] | null;
        };
        PublicStandardList: {
            stand: components["schemas"]["PolicyStand"];
            standards: components["schemas"]["PublicStandard"][] | null;
        };
        PublicStandardValue: {
            /** @description the last known value, carried past the time that its source covers */
            carried?: boolean;
            from?: string;
            note?: string;
            rural?: string;
            source: components["schemas"]["ClauseLink"];
            /** @enum {string} */
            status: "official" | "floor" | "sample";
            /** @description with its unit; of towns, where Rural is given */
            text: string;
            /** @description the first day on which it no longer holds */
            until?: string;
        };
        PutClient: {
            basis: string;
            classes: string[] | null;
            name: string;
            /** @description empty: the actor's own */
            place?: string;
            /** @enum {string} */
            purpose: "extended_assistance" | "charity";
            /**
             * Format: int64
             * @description people a calendar month
             */
            quota: number;
            /** @description last day; absent: without end */
            valid_until?: string;
        };
        Question: {
            fact: string;
            help?: string;
            /** Format: int64 */
            max: number;
            /** Format: int64 */
            min: number;
            /** @enum {string} */
            of: "household" | "member";
            options?: components["schemas"]["Choice"][] | null;
            /** @description whom it is asked about */
            people?: components["schemas"]["Who"][] | null;
            text: string;
            type: string;
            unit?: string;
        };
        Reason: {
            clause: string;
            text: string;
        };
        ReasonInput: {
            reason: string;
            /** Format: int64 */
            version: number;
        };
        RecheckInput: {
            findings: string;
            /** @description one for each disputed item */
            items: components["schemas"]["RecheckedInput"][] | null;
            /** @description of the new version; made by the client */
            report_id: string;
        };
        RecheckedInput: {
            fact: string;
            person_id?: string;
            upheld: boolean;
            /** @description what holds instead, as case files store it */
            value?: unknown;
            why: string;
        };
        RegistrySearchBody: {
            /** @description next of the page before */
            cursor?: string;
            /** @description only inside this division */
            division?: string;
            /**
             * Format: int64
             * @description 20 when absent
             */
            limit?: number;
            /** @description ID number, mobile number, 人员编号, 家庭编号, or the beginning of a name; empty lists everybody */
            query: string;
        };
        RelatedPolicy: {
            clause: components["schemas"]["ClauseLink"];
            /** @description id, where the item has a page here */
            item?: string;
            name: string;
        };
        RelativeInput: {
            /**
             * Format: int64
             * @description index in members
             */
            member: number;
            office: string;
            relation: string;
            staff_name: string;
        };
        RelativeView: {
            member: string;
            office: string;
            /** Format: uuid */
            person_id: string;
            relation: string;
            staff_name: string;
        };
        Reminder: {
            category: string;
            clause: string;
            /** @description by when the next must have begun; none: at once */
            due_on: string | null;
            /** Format: int64 */
            households: number;
            label: string;
            /** @description day of the last batch; none: never */
            last: string | null;
            late: boolean;
            /**
             * Format: int64
             * @description by the policy pack in force
             */
            months: number;
            name: string;
            /**
             * Format: int64
             * @description who hold the category
             */
            people: number;
            /** Format: int64 */
            place: number;
            /** @description the last batch goes on still */
            running: boolean;
        };
        Reminders: {
            reminders: components["schemas"]["Reminder"][] | null;
        };
        Replay: {
            case_id: string;
            /** @description that version is the one in force today */
            current: boolean;
            /** @description the day that the decision was taken for */
            date: string;
            equal: boolean;
            item: string;
            lines: components["schemas"]["ReplayLine"][] | null;
            number: string;
            /** @description the version it stood on */
            pack: components["schemas"]["PackRef"];
        };
        ReplayLine: {
            equal: boolean;
            now: string;
            then: string;
            what: string;
        };
        Reply: {
            /** Format: date */
            date: string;
            /**
             * Format: int64
             * @description screens that may still come, at most
             */
            left: number;
            pack: string;
            place: string;
            results: components["schemas"]["Finding"][] | null;
            /** @description some result rests on an example value */
            sample: boolean;
            /** @description absent: nothing that could be asked matters any more */
            screen?: components["schemas"]["Screen"];
            /** @description where to go */
            window: string;
        };
        Report: {
            by_name: string;
            case_id?: string;
            /** @enum {string} */
            conclusion: "fits" | "exceeds" | "open" | "listed";
            conclusion_name: string;
            content: components["schemas"]["ReportContent"];
            /** Format: int64 */
            differs: number;
            /** @description SM3 of what was issued */
            digest: string;
            household_id: string;
            id: string;
            /** Format: date-time */
            issued_at: string;
            /** @description the days to object are over */
            late: boolean;
            may_object: boolean;
            name: string;
            /** @description no later version */
            newest: boolean;
            number: string;
            objections: components["schemas"]["ReportObjection"][] | null;
            order_id: string;
            /** Format: int64 */
            over: number;
            /**
             * @description none: this installation makes no PDF; print the page
             * @enum {string}
             */
            pdf: "ready" | "coming" | "none";
            pdf_digest?: string;
            /** Format: int64 */
            silent: number;
            /** Format: int64 */
            version: number;
            versions: components["schemas"]["ReportRow"][] | null;
            /** @enum {string} */
            why: "first" | "answers" | "objection";
            why_name: string;
        };
        ReportChange: {
            after: string;
            before: string;
            label: string;
            person?: string;
            why: string;
        };
        ReportContent: {
            /** @description day of the declaration that is compared */
            basis: string;
            case_number?: string;
            /** @description against the version before */
            changes?: components["schemas"]["ReportChange"][] | null;
            /** @description who had it checked */
            client: string;
            /** @enum {string} */
            conclusion: "fits" | "exceeds" | "open" | "listed";
            conclusion_name: string;
            corrections?: components["schemas"]["ReportCorrection"][] | null;
            /** @description on which it was worked out */
            day: string;
            item?: string;
            item_name?: string;
            /** @enum {string} */
            kind: "case" | "batch" | "client";
            limits: components["schemas"]["ReportLimit"][] | null;
            lines: components["schemas"]["ReportLine"][] | null;
            members: components["schemas"]["ReportMember"][] | null;
            /** @description evidence that would settle it */
            missing?: string[] | null;
            moved: components["schemas"]["ReportMoved"][] | null;
            moved_months: components["schemas"]["ReportTerm"];
            /** @description applicant or head */
            name: string;
            number?: string;
            /** @description whose seal */
            office: string;
            /** @description number of the order */
            order: string;
            /** @description what the policy says with what was found */
            outcome?: string;
            /** @description what it says with what was declared */
            outcome_declared?: string;
            place: string;
            purpose: string;
            /** @description of the officer who issues it */
            remark?: string;
            review: components["schemas"]["ReportReview"];
            sources: components["schemas"]["ReportSource"][] | null;
            /**
             * Format: int64
             * @description legal supporters who were asked about; nothing of them stands here
             */
            supporters: number;
            /** @description the conclusion in a sentence */
            text: string;
            tolerance: components["schemas"]["ReportTolerance"];
            unknown: components["schemas"]["ReportUnknown"][] | null;
            /** Format: int64 */
            version?: number;
        };
        ReportCorrection: {
            /** Format: date-time */
            at: string;
            by_name: string;
            fact: string;
            label: string;
            person?: string;
            person_id?: string;
            /** Format: int64 */
            proofs: number;
            /** @description what the sources say, as text */
            source: string;
            /** @description what holds */
            text: string;
            value: unknown;
            why: string;
        };
        ReportFrom: {
            as_of: string;
            class: string;
            person: string;
            source: string;
        };
        ReportLacking: {
            class: string;
            person: string;
            reason: string;
            source: string;
        };
        ReportLimit: {
            /** @description it does not fail with what was declared */
            by_found: boolean;
            clause: components["schemas"]["Clause"];
            name: string;
            reason: string;
            rule: string;
        };
        ReportLine: {
            /** @description what the answers that came add up to; for the eye, never the value */
            at_least?: string;
            /** @description absent: nothing was declared */
            declared?: components["schemas"]["ReportSide"];
            fact: string;
            /** @description corrected after an objection; found keeps the source's value */
            fixed?: components["schemas"]["ReportCorrection"];
            found: components["schemas"]["ReportSide"];
            from?: components["schemas"]["ReportFrom"][] | null;
            label: string;
            missing?: components["schemas"]["ReportLacking"][] | null;
            person?: string;
            /** @description absent: the household */
            person_id?: string;
            /** @enum {string} */
            result: "same" | "within" | "higher" | "lower" | "different" | "undeclared" | "nothing" | "untold" | "unknown";
            section: string;
            type: string;
        };
        ReportMember: {
            /** @description number; empty: none was in force */
            authorisation: string;
            id_masked: string;
            name: string;
            person_id: string;
        };
        ReportMoved: {
            /**
             * Format: int64
             * @description fen; absent where the source does not say
             */
            amount?: number;
            class: string;
            on: string;
            person: string;
            source: string;
            what: string;
        };
        ReportObjection: {
            /** Format: date-time */
            at: string;
            by_name: string;
            due: string;
            findings?: string;
            id: string;
            items: components["schemas"]["DisputedItem"][] | null;
            name: string;
            new_report_id?: string;
            proofs: components["schemas"]["ProofRef"][] | null;
            /** Format: date-time */
            rechecked_at: string | null;
            rechecked_by?: string;
            report_id: string;
            /** @enum {string} */
            state: "open" | "upheld" | "partly" | "rejected";
            state_name: string;
            text: string;
        };
        ReportReview: {
            /**
             * Format: int64
             * @description working days from the report
             */
            days: number;
            office: string;
            phone?: string;
            sample: boolean;
            until: string;
        };
        ReportRow: {
            by_name: string;
            case_id?: string;
            /** @enum {string} */
            conclusion: "fits" | "exceeds" | "open" | "listed";
            conclusion_name: string;
            /** Format: int64 */
            differs: number;
            /** @description SM3 of what was issued */
            digest: string;
            household_id: string;
            id: string;
            /** Format: date-time */
            issued_at: string;
            name: string;
            /** @description no later version */
            newest: boolean;
            number: string;
            order_id: string;
            /** Format: int64 */
            over: number;
            /** Format: int64 */
            silent: number;
            /** Format: int64 */
            version: number;
            /** @enum {string} */
            why: "first" | "answers" | "objection";
            why_name: string;
        };
        ReportSide: {
            /** @description of the oldest data it stands on */
            as_of?: string;
            known: boolean;
            text: string;
            /** @description as case files store it: fen, count, true, code */
            value?: unknown;
        };
        ReportSource: {
            /** Format: int64 */
            answered: number;
            /** @description first day on which it was asked; none where nothing left */
            asked_from: string | null;
            asked_last: string | null;
            classes: string[] | null;
            department: string;
            /** @description day of the oldest data */
            oldest?: string;
            /**
             * Format: int64
             * @description of them answered before and still fresh
             */
            reused: number;
            /** Format: int64 */
            silent: number;
            source: string;
        };
        ReportTerm: {
            /** Format: int64 */
            n: number;
            sample: boolean;
        };
        ReportTolerance: {
            /** Format: int64 */
            fen: number;
            /**
             * Format: int64
             * @description of what was declared; the greater of the two holds
             */
            percent: number;
            sample: boolean;
        };
        ReportUnknown: {
            classes: string[] | null;
            /** @description what stays unknown through it */
            items: string[] | null;
            people: string[] | null;
            reason: string;
            source: string;
        };
        ResolvedPeople: {
            /** @description lines, from 1, that are no ID number or of nobody in the own range */
            missing: number[] | null;
            people: components["schemas"]["ResolvedPerson"][] | null;
        };
        ResolvedPerson: {
            id_mask: string;
            /**
             * Format: int64
             * @description how many of the data classes may be asked for the purpose
             */
            may: number;
            name: string;
            person_id: string;
            place_name: string;
        };
        Result: {
            /** Format: int64 */
            amount_fen: number | null;
            date: string;
            /** Format: int64 */
            division: number;
            item: string;
            item_name: string;
            members: components["schemas"]["MemberResult"][] | null;
            missing: components["schemas"]["Missing"][] | null;
            outcome: string;
            pack: components["schemas"]["PackRef"];
            parameters: components["schemas"]["ParameterUsed"][] | null;
            person?: string;
            rules: components["schemas"]["RuleResult"][] | null;
            values: components["schemas"]["ValueResult"][] | null;
        };
        RevealBody: {
            /** @enum {string} */
            field: "id_number" | "phone" | "account" | "address" | "disability";
            /** @description what for; stays in the audit trail */
            purpose: string;
        };
        RevealedValue: {
            /** @description empty when the field is not filled in */
            value: string;
        };
        Reverification: {
            clause: components["schemas"]["Clause"];
            /** Format: int64 */
            months: number;
            what: string;
            who: string;
        };
        ReviewInput: {
            opinion: string;
            /**
             * @description return: back to the township for a new survey
             * @enum {string}
             */
            outcome: "agree" | "refuse" | "return";
            /** Format: int64 */
            version: number;
        };
        Rounding: {
            note?: string;
            rule: string;
            status: string;
        };
        Rule: {
            at: components["schemas"]["Pos"];
            clause: components["schemas"]["Clause"];
            from?: string;
            id: string;
            item?: string;
            name: string;
            origin: string;
            reason: string;
            text: string;
            unless?: string;
            until?: string;
            when?: string;
        };
        RuleDifference: {
            clause: components["schemas"]["Clause"];
            reason: string;
            rule: string;
            /** @description empty: no single fact that people can change would meet it */
            ways: string[] | null;
        };
        RuleResult: {
            clause: components["schemas"]["Clause"];
            id: string;
            missing?: components["schemas"]["Missing"][] | null;
            name: string;
            passed: boolean | null;
            reason: string;
            text: string;
            values: components["schemas"]["ValueResult"][] | null;
        };
        SampleValue: {
            /** @description names of the items that use it */
            items: string[] | null;
            label: string;
            /** @description empty: how an item's amount is rounded */
            parameter: string;
            /**
             * Format: int64
             * @description counties of the run where it stands
             */
            places: number;
            /** @enum {string} */
            status: "floor" | "sample";
        };
        Screen: {
            questions: components["schemas"]["Question"][] | null;
            topic: string;
        };
        SearchPage: {
            /**
             * @description what the query was taken for
             * @enum {string}
             */
            by: "id_number" | "phone" | "number" | "name";
            items: components["schemas"]["PersonLine"][] | null;
            /** @description cursor of the next page */
            next?: string;
        };
        SelfAuthorisation: {
            class_names: string;
            id: string;
            number: string;
            purpose: string;
            signed_on: string;
            valid_until: string | null;
        };
        SelfLink: {
            by_name: string;
            /** @description only in the answer that makes it */
            code?: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            id: string;
            purpose?: string;
            signer: string;
            /** @enum {string} */
            state: "waiting" | "opened" | "used" | "expired" | "locked" | "revoked";
            /** @enum {string} */
            task: "authorise" | "withdraw" | "asked";
        };
        SelfLinks: {
            links: components["schemas"]["SelfLink"][] | null;
        };
        SelfPage: {
            asked?: components["schemas"]["AskedAbout"][] | null;
            /** @description in force, to be withdrawn */
            authorisations?: components["schemas"]["SelfAuthorisation"][] | null;
            by_name: string;
            class_names?: string[] | null;
            guardian: boolean;
            /** @description whom it is about */
            name: string;
            office: string;
            purpose?: string;
            signer: string;
            /** @enum {string} */
            task: "authorise" | "withdraw" | "asked";
            /** @description what will be signed */
            text?: string;
            valid_until: string | null;
        };
        SelfReceipt: {
            number: string;
            on: string;
        };
        SessionDuty: {
            assignment_id: string;
            division: string;
            /** @description full name */
            division_name: string;
            /** Format: int64 */
            level: number;
            organisation: string;
            role: string;
            role_label: string;
        };
        SessionStaff: {
            id: string;
            login: string;
            name: string;
        };
        SessionView: {
            actions: string[] | null;
            assignments: components["schemas"]["SessionDuty"][] | null;
            csrf: string;
            current: components["schemas"]["SessionDuty"];
            demo: boolean;
            /** Format: date-time */
            now: string;
            staff: components["schemas"]["SessionStaff"];
        };
        SetSourceOffice: {
            answers: boolean;
            organisation_id: string;
        };
        "Sign-inRequest": {
            login: string;
            password: string;
        };
        SignAuthorisation: {
            /** @description data classes; empty: all of the catalogue */
            classes?: string[] | null;
            /** @description signed for a minor or somebody without capacity */
            guardian?: boolean;
            guardian_reason?: string;
            guardian_relation?: string;
            /** @description made by the client, so that a second submit signs nothing twice */
            id: string;
            /** @enum {string} */
            purpose: "social_assistance" | "extended_assistance" | "charity" | "liveness";
            /** @description the scanned paper, JPEG, PNG, WebP or PDF */
            scan?: string;
            /** @description PNG as drawn on the screen */
            signature?: string;
            signed_by: string;
            /** @enum {string} */
            signed_how: "paper" | "screen";
            signed_on: string;
            /** @description last day; absent: until it is withdrawn */
            valid_until?: string;
        };
        SignInProgress: {
            csrf: string;
            /** @enum {string} */
            state: "signed_in" | "totp_required" | "totp_setup" | "password_change";
            /** @description otpauth address for the authenticator app; only with totp_setup */
            totp_uri?: string;
        };
        SignSelf: {
            code: string;
            /** @description made by the client, so that a second submit signs nothing twice */
            id: string;
            /** @description PNG as drawn */
            signature: string;
            /** @description last six characters of the ID number */
            tail: string;
        };
        Simulation: {
            by_name: string;
            changed?: string;
            changes: components["schemas"]["ParameterChange"][] | null;
            /** Format: date-time */
            created_at: string;
            day: string;
            /** Format: date-time */
            ended_at: string | null;
            failure?: string;
            /**
             * Format: int64
             * @description to be looked at; 0 before they are counted
             */
            households: number;
            id: string;
            pack: string;
            /** Format: int64 */
            place: number;
            place_name: string;
            /**
             * Format: int64
             * @description households looked at
             */
            progress: number;
            result?: components["schemas"]["SimulationResult"];
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            title: string;
        };
        SimulationGroup: {
            /** Format: int64 */
            covered_after: number;
            /**
             * Format: int64
             * @description households that qualify for something
             */
            covered_before: number;
            /** Format: int64 */
            enters: number;
            /** Format: int64 */
            gains: number;
            hidden?: ("moves" | "changes" | "once")[] | null;
            /** Format: int64 */
            households: number;
            key: string;
            /** Format: int64 */
            leaves: number;
            /** Format: int64 */
            loses: number;
            /** Format: int64 */
            month_after: number;
            /**
             * Format: int64
             * @description fen a month of items paid monthly
             */
            month_before: number;
            name: string;
            /** Format: int64 */
            once_after: number;
            /**
             * Format: int64
             * @description fen of single payments
             */
            once_before: number;
            /** Format: int64 */
            people: number;
            /** Format: int64 */
            people_enter: number;
            /** Format: int64 */
            people_gain: number;
            /** Format: int64 */
            people_leave: number;
            /** Format: int64 */
            people_lose: number;
            /** Format: int64 */
            same: number;
            /** @description too few households stand behind it, or it would give away a row that is withheld */
            withheld?: boolean;
            /** Format: int64 */
            year_after: number;
            /**
             * Format: int64
             * @description fen a year: twelve months and the items paid yearly; single payments are not in it
             */
            year_before: number;
        };
        SimulationResult: {
            after: components["schemas"]["Inequality"];
            alarms: components["schemas"]["Alarm"][] | null;
            areas: components["schemas"]["SimulationGroup"][] | null;
            /** @description digest of the version before */
            base: string;
            before: components["schemas"]["Inequality"];
            /** @description digest of the version after */
            changed: string;
            cities: components["schemas"]["SimulationGroup"][] | null;
            counties: components["schemas"]["SimulationGroup"][] | null;
            day: string;
            /** @description the draft that was compared with, where one was */
            draft?: string;
            evidence: components["schemas"]["Evidence"];
            items: components["schemas"]["ItemLine"][] | null;
            /** @description known facts that the catalogue cannot take, by fact */
            lost?: {
                [key: string]: number;
            };
            /** @description items that one household qualifies for together, most first */
            overlaps: components["schemas"]["Overlap"][] | null;
            pack: string;
            /** @description values without a document that items of the run use */
            samples: components["schemas"]["SampleValue"][] | null;
            /**
             * Format: int64
             * @description counts under it are withheld; 0 where nobody real is counted
             */
            threshold: number;
            total: components["schemas"]["SimulationGroup"];
            /** @description a household may be of several types */
            types: components["schemas"]["SimulationGroup"][] | null;
        };
        Simulations: {
            runs: components["schemas"]["Simulation"][] | null;
        };
        SourceCatalogue: {
            sources: components["schemas"]["SourceEntry"][] | null;
        };
        SourceEntry: {
            /** @description within which time it answers, Chinese */
            answer: string;
            basis: components["schemas"]["BasisEntry"][] | null;
            classes: components["schemas"]["ClassEntry"][] | null;
            /**
             * Format: int64
             * @description fen a question
             */
            cost: number;
            cost_sample: boolean;
            department: string;
            disabled: boolean;
            /** @description when it may be asked, Chinese */
            hours: string;
            id: string;
            /** @enum {string} */
            kind: "http" | "callback" | "file" | "desk";
            name: string;
            /** @description the service times have no legal source */
            sample: boolean;
            /** @description how much it may be asked, Chinese */
            service: string;
            /** @description both sides show certificates */
            tls: boolean;
        };
        SourceFault: {
            /**
             * Format: int64
             * @description messages
             */
            count: number;
            /** @description Chinese */
            kind: string;
            /** @description what the latest one said */
            last: string;
            /** Format: date-time */
            last_at: string;
            /** @description the latest message, to speak about with the department */
            message: string;
        };
        SourceFaults: {
            faults: components["schemas"]["SourceFault"][] | null;
        };
        SourceHealth: {
            /**
             * Format: int64
             * @description questions that left and are not answered
             */
            asked: number;
            /**
             * @description half open: the next message tries
             * @enum {string}
             */
            breaker: "closed" | "open" | "half_open";
            /**
             * Format: date-time
             * @description the circuit breaker is open until then
             */
            broken: string | null;
            days: components["schemas"]["HealthDay"][] | null;
            department: string;
            /** Format: date-time */
            good_at: string | null;
            /** @description when it may be asked, Chinese */
            hours: string;
            /** @enum {string} */
            kind: "http" | "callback" | "file" | "desk";
            /** Format: date-time */
            last_at: string | null;
            last_fault?: string;
            /**
             * Format: int64
             * @description of those at a desk or exchanged by file: past the agreed day
             */
            late: number;
            name: string;
            /** @description within its hours */
            open: boolean;
            paused: boolean;
            /** Format: date-time */
            paused_at: string | null;
            paused_by?: string;
            /** @description of the pause, or of its end */
            paused_reason?: string;
            source: string;
            /** @description all days together */
            total: components["schemas"]["HealthDay"];
            /** @description why it cannot be asked at all: switched off, not connected */
            unusable?: string;
            /**
             * Format: int64
             * @description questions that have not left; 10000 stands for so many or more
             */
            waiting: number;
        };
        SourceOffice: {
            by_name: string;
            name: string;
            organisation_id: string;
            place: string;
        };
        SourceOffices: {
            offices: components["schemas"]["SourceOffice"][] | null;
        };
        SourceState: {
            /**
             * Format: int64
             * @description working days that people take to answer; 0: machines answer
             */
            answer_days?: number;
            /** Format: int64 */
            answered: number;
            /** Format: int64 */
            cancelled: number;
            /** @description outside the hours in which the source answers */
            closed: boolean;
            name: string;
            /**
             * Format: date-time
             * @description when the next question leaves that waits
             */
            next_at: string | null;
            /**
             * Format: date-time
             * @description the circuit breaker is open until then
             */
            open_until: string | null;
            /** @description nobody asks the source at present */
            paused: boolean;
            /** @description the latest reason for silence */
            reason?: string;
            /** Format: int64 */
            refused: number;
            /**
             * Format: int64
             * @description answered by what was fresh already
             */
            reused: number;
            /** Format: int64 */
            silent: number;
            source: string;
            /** @enum {string} */
            transport: "http" | "callback" | "file" | "desk";
            /** Format: int64 */
            waiting: number;
        };
        SourcesHealth: {
            sources: components["schemas"]["SourceHealth"][] | null;
        };
        StaffBody: {
            assignments: components["schemas"]["StaffDutyWanted"][] | null;
            /** @description only when creating */
            login?: string;
            name: string;
            /** Format: uuid */
            organisation_id: string;
            /** @description absent keeps what is stored */
            phone?: string;
            /**
             * Format: int64
             * @description of the row that the form shows; a newer row refuses
             */
            version?: number;
        };
        StaffDuty: {
            assignment_id: string;
            division: string;
            division_name: string;
            /** Format: int64 */
            level: number;
            role: string;
            role_label: string;
        };
        StaffDutyWanted: {
            division: string;
            role: string;
        };
        StaffPage: {
            items: components["schemas"]["StaffView"][] | null;
            next?: string;
        };
        StaffPassword: {
            id: string;
            one_time_password: string;
        };
        StaffView: {
            /** @description those inside the reader's range */
            assignments: components["schemas"]["StaffDuty"][] | null;
            demo: boolean;
            division: string;
            division_name: string;
            id: string;
            /** Format: date-time */
            last_seen_at?: string;
            /** @description too many wrong passwords */
            locked: boolean;
            login: string;
            name: string;
            organisation: string;
            organisation_id: string;
            /** @enum {string} */
            status: "active" | "disabled";
            /** @description an authenticator is set up */
            totp: boolean;
            /** Format: int32 */
            version: number;
        };
        Standard: {
            /** @description the parameter that is the floor under it */
            floor?: string;
            /** @description oldest first */
            history: components["schemas"]["StandardPoint"][] | null;
            id: string;
            is_floor: boolean;
            label: string;
            /** @description the value that waits for its day */
            next?: components["schemas"]["StandardPoint"];
            now: components["schemas"]["StandardPoint"];
            /** @description the asking office may change it */
            set_here: boolean;
            /** @description prefix of the place, for proposing */
            smallest: string;
            type: string;
            unit: string;
        };
        StandardBoard: {
            standards: components["schemas"]["Standard"][] | null;
        };
        StandardChange: {
            active_from: string;
            /** Format: date-time */
            approved_at?: string;
            approved_by_name?: string;
            article?: string;
            /** Format: date-time */
            closed_at?: string;
            closed_by_name?: string;
            closed_reason?: string;
            /** @description 12-digit code of the office that sets it */
            division: string;
            division_name: string;
            document: string;
            id: string;
            /** @enum {string} */
            kind: "standard" | "cpi";
            lines: components["schemas"]["ChangeLine"][] | null;
            note?: string;
            pack: string;
            /** Format: date-time */
            proposed_at: string;
            proposed_by: string;
            proposed_by_name: string;
            /**
             * @description what it is today
             * @enum {string}
             */
            standing: "proposed" | "waiting" | "in_force" | "past" | "refused" | "withdrawn";
            /** @enum {string} */
            state: "proposed" | "approved" | "refused" | "withdrawn";
            title: string;
            /** @description first day after; only price rises end */
            until?: string;
        };
        StandardChanges: {
            changes: components["schemas"]["StandardChange"][] | null;
        };
        StandardPoint: {
            /** @description the last known value, carried past the time its source covers */
            carried: boolean;
            from: string;
            note?: string;
            /** Format: int64 */
            rural: number | null;
            source: components["schemas"]["Clause"];
            /** @description town and country differ */
            split: boolean;
            /** @enum {string} */
            status: "official" | "floor" | "sample";
            /** Format: int64 */
            urban: number | null;
        };
        Start: {
            pack: string;
            /** @description full name */
            place: string;
            relations: components["schemas"]["Choice"][] | null;
            themes: components["schemas"]["Theme"][] | null;
        };
        StartDraft: {
            /** @description version to begin from; empty: the one in force */
            from?: string;
            /** @description made by the client, so that a second submit makes no second draft */
            id: string;
            pack: string;
            title: string;
            /** @description the pack's folder zipped, base64; its parents may be left out */
            zip?: string;
        };
        StartSimulation: {
            /** @description an archived version to compare with */
            changed?: string;
            changes: components["schemas"]["ParameterChange"][] | null;
            day: string;
            /** @description a draft to compare with, in place of a version */
            draft?: string;
            /** @description made by the client, so that a second submit starts nothing twice */
            id: string;
            /** @description empty: the actor's own */
            place?: string;
            title: string;
        };
        Step: {
            actor: components["schemas"]["Actor"];
            after?: string[] | null;
            at: components["schemas"]["Pos"];
            clause: components["schemas"]["Clause"];
            clock: string;
            deadline?: components["schemas"]["Deadline"];
            exits: components["schemas"]["Exit"][] | null;
            forms?: string[] | null;
            guards?: string[] | null;
            id: string;
            name: string;
            papers?: string[] | null;
            parallel_with?: string[] | null;
            starts_within?: components["schemas"]["Deadline"];
        };
        StepCount: {
            /** Format: int64 */
            count: number;
            /** Format: int64 */
            late: number;
            name: string;
            step: string;
        };
        Subject: {
            household_id?: string;
            id_mask: string;
            items: components["schemas"]["AskedItem"][] | null;
            name: string;
            person_id: string;
            place_name: string;
            /** @enum {string} */
            role: "member" | "supporter";
        };
        SubjectPage: {
            next?: string;
            people: components["schemas"]["Subject"][] | null;
        };
        SubmitInput: {
            address?: string;
            /** @description village or community of the household register, which handles the case */
            division: string;
            /**
             * Format: uuid
             * @description draft that this came from; deleted with the submit
             */
            draft_id?: string;
            /** @description declared facts of the household by catalogue key */
            facts?: {
                [key: string]: unknown;
            };
            /** @description item of the policy pack, e.g. dibao */
            item: string;
            /** @description the applicant first */
            members: components["schemas"]["SubmitMember"][] | null;
            /** @description 承诺书 signed, the declaration of near relatives included */
            pledge?: boolean;
            /** @description 委托代办 */
            proxy?: components["schemas"]["SubmitProxy"];
            /** @description 近亲属备案 */
            relatives?: components["schemas"]["RelativeInput"][] | null;
            /**
             * Format: uuid
             * @description made by the form once; sent twice it is one case
             */
            request_key: string;
            /** @description town (true) or country (false) household; absent = by the kind of community */
            urban?: boolean;
        };
        SubmitMember: {
            /** @description bank account for payment */
            account?: string;
            authorisation?: components["schemas"]["MemberAuthorisation"];
            bank_name?: string;
            /** @description declared facts of the member by catalogue key */
            facts?: {
                [key: string]: unknown;
            };
            id_number: string;
            name: string;
            phone?: string;
            register_division?: string;
            /** @description GB/T 4761, relation to the head of the household; 02 = head */
            relation: string;
            residence_division?: string;
            /**
             * @description absent: the first is the applicant, the others members
             * @enum {string}
             */
            role?: "applicant" | "member" | "supporter";
        };
        SubmitProxy: {
            name: string;
            /** @description e.g. 村级协理员, 子女, 邻居 */
            relation: string;
        };
        SupplementInput: {
            /** @description material ids of the item that are missing */
            materials?: string[] | null;
            /** @description all that is missing, in words the family understands */
            text: string;
            /** Format: int64 */
            version: number;
        };
        SupplementedInput: {
            authorisations?: components["schemas"]["AuthorisationInput"][] | null;
            comment?: string;
            facts?: components["schemas"]["MemberFacts"][] | null;
            pledge?: boolean;
            relatives?: components["schemas"]["RelativeInput"][] | null;
            /** Format: int64 */
            version: number;
        };
        SurveyInput: {
            facts?: components["schemas"]["MemberFacts"][] | null;
            family_signed: boolean;
            /** @description who of the family signed */
            family_signer?: string;
            /** @description housing, health, work, how the family lives */
            situation: string;
            surveyors: components["schemas"]["Surveyor"][] | null;
            /** Format: int64 */
            version: number;
            /** Format: date */
            visited_on: string;
        };
        Surveyor: {
            name: string;
            office: string;
            /** Format: uuid */
            staff_id?: string;
        };
        "Switch-dutyRequest": {
            /** Format: uuid */
            assignment_id: string;
        };
        Table: {
            entries: components["schemas"]["Entry"][] | null;
            /** @description key of the table: sex, marital, health … */
            name: string;
            /** @description national standard, or 自定 for a table of our own */
            standard: string;
            /** @description Chinese name of the table */
            title: string;
        };
        TaskAssignInput: {
            /** Format: uuid */
            staff_id: string;
        };
        TaskCounts: {
            /** Format: int64 */
            escalated: number;
            /** Format: int64 */
            late: number;
            /**
             * Format: int64
             * @description claimed by this person
             */
            mine: number;
            /**
             * Format: int64
             * @description all open duties of the office, claimed or not
             */
            office: number;
            /** Format: int64 */
            soon: number;
            /** Format: int64 */
            unclaimed: number;
        };
        TaskPage: {
            items: components["schemas"]["TaskRow"][] | null;
            next?: string;
        };
        TaskRow: {
            /** Format: uuid */
            assignee?: string;
            assignee_name?: string;
            /** @enum {string} */
            colour: "late" | "soon" | "ok" | "none";
            /** @description 12-digit code of where the subject lives */
            division: string;
            division_name: string;
            /** Format: date */
            due?: string;
            /** Format: date-time */
            escalated_at?: string;
            /** @description late below, climbed to this office */
            escalated_here: boolean;
            /** Format: uuid */
            id: string;
            /** @description case_step … */
            kind: string;
            /**
             * Format: int64
             * @description working days left, negative when late
             */
            left_days?: number;
            /** @description path in the front end */
            link: string;
            mine: boolean;
            /** Format: date-time */
            opened_at: string;
            role: string;
            /**
             * Format: uuid
             * @description what it belongs to: the case, the payroll …
             */
            root_id: string;
            step?: string;
            /** @description for whom: number and name */
            subject: string;
            /** @description what is to be done */
            title: string;
        };
        TerminateInput: {
            /**
             * Format: date
             * @description day of the written reminder; needed for non-cooperation
             */
            notified_on?: string;
            reason: string;
            /** Format: int64 */
            version: number;
        };
        Theme: {
            code: string;
            /** @description names of the items */
            items: string[] | null;
            label: string;
        };
        Total: {
            deadline: components["schemas"]["Deadline"];
            id: string;
            name: string;
        };
        Touch: {
            /** Format: date-time */
            at: string;
            /** @description audit, case, payment … */
            kind: string;
            /** @description path of the page that shows it */
            link?: string;
            text: string;
            title: string;
        };
        Touched: {
            /** @description counted on */
            day: string;
            /** @description who gains and loses, worked out on the register */
            effect?: components["schemas"]["ChangeEffect"];
            /** Format: int64 */
            households: number;
            /** @description everything in the pack that depends on it */
            items: components["schemas"]["TouchedItem"][] | null;
            /** @description why there is no effect */
            no_effect?: string;
            /**
             * Format: int64
             * @description who now hold something that depends on the change
             */
            people: number;
            /** @description before and after, by place */
            values: components["schemas"]["TouchedValue"][] | null;
            /** @description places whose own standard a risen floor passes */
            warnings: string[] | null;
        };
        TouchedItem: {
            /** Format: int64 */
            households: number | null;
            item: string;
            name: string;
            /**
             * Format: int64
             * @description who hold it now; null where the register keeps no such category
             */
            people: number | null;
        };
        TouchedValue: {
            /** Format: int64 */
            after: number | null;
            /** @enum {string} */
            area?: "urban" | "rural";
            /** Format: int64 */
            before: number | null;
            /**
             * Format: int64
             * @description the province's floor under it
             */
            floor?: number;
            label: string;
            parameter: string;
            place: string;
            place_name: string;
            unit: string;
        };
        TownTotal: {
            /** Format: int64 */
            amount_fen: number;
            division: string;
            /** Format: int64 */
            households: number;
            name: string;
            /** Format: int64 */
            people: number;
            /** Format: int64 */
            problems: number;
        };
        "Update-organisationRequest": {
            active: boolean;
            address?: string;
            name: string;
            /** @description public telephone */
            phone?: string;
        };
        Value: {
            any?: string;
            at: components["schemas"]["Pos"];
            count?: string;
            expr?: string;
            from?: string;
            hidden?: boolean;
            id: string;
            label: string;
            origin: string;
            over?: string;
            sum?: string;
            unit: string;
            until?: string;
        };
        ValueResult: {
            id: string;
            label: string;
            text: string;
            unit: string;
            value: unknown;
        };
        Who: {
            /**
             * Format: int64
             * @description in members
             */
            index: number;
            label: string;
        };
        WithdrawAuthorisation: {
            reason: string;
        };
        WithdrawSelf: {
            authorisation: string;
            code: string;
            /** @description last six characters of the ID number */
            tail: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "access-table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessTable"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-audit": {
        parameters: {
            query?: {
                /** @description beginning of the name, or staff id */
                actor?: string;
                action?: string;
                /** @description number, id or kind of the object */
                object?: string;
                from?: string;
                to?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "verify-audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-cases": {
        parameters: {
            query?: {
                /** @description a case number or its beginning */
                number?: string;
                status?: "open" | "confirmed" | "refused" | "withdrawn" | "terminated" | "";
                /** @description an open step */
                step?: string;
                item?: string;
                /** @description only inside this division */
                division?: string;
                /** @description by the earliest open step */
                due?: "late" | "soon" | "ok" | "";
                /** @description only 异地受理 */
                forwarded?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseListPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "submit-case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accept-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "case-advice": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAdvice"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "case-advice-detail": {
        parameters: {
            query?: {
                /** @description the applicant, for items that persons have */
                person?: string;
            };
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceDetail"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "appraisal-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppraisalInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-attachments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "upload-attachment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, WebP or PDF, at most 10 MiB
                     */
                    file: string;
                    /** @enum {string} */
                    kind: "id_card" | "household_register" | "authorisation" | "pledge" | "income_proof" | "asset_proof" | "medical" | "disability" | "schooling" | "bank_account" | "survey_form" | "survey_photo" | "notice_photo" | "appraisal_record" | "verification" | "other";
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "open-attachment": {
        parameters: {
            query?: {
                /** @description save instead of show */
                download?: boolean;
            };
            header?: never;
            path: {
                id: string;
                attachment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Content-Disposition"?: string;
                    "Content-Security-Policy"?: string;
                    "Content-Type"?: string;
                    "X-Content-Type-Options"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "remove-attachment": {
        parameters: {
            query?: {
                /** @description save instead of show */
                download?: boolean;
            };
            header?: never;
            path: {
                id: string;
                attachment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "blank-paper": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Security-Policy"?: string;
                    "Content-Type"?: string;
                    "X-Frame-Options"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "confirm-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "county-visit-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountyVisitInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "evaluate-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluateInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "extend-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "first-opinion-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstOpinionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "letter-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "objections-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "handle-objection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                oid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandleObjectionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "preview-decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposedDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Security-Policy"?: string;
                    "Content-Type"?: string;
                    "X-Frame-Options"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "preview-paper": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Security-Policy"?: string;
                    "Content-Type"?: string;
                    "X-Frame-Options"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "open-paper": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                paper: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Security-Policy"?: string;
                    "Content-Type"?: string;
                    "X-Frame-Options"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-notice-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostNoticeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "replay-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "review-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "supplement-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplementInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "supplemented-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplementedInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "survey-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "terminate-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TerminateInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "case-verification": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseVerification"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "start-case-verification": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseVerification"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "issue-case-report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "withdraw-case": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseState"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeTables"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-demo-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoAccountView"][] | null;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-desk-questions": {
        parameters: {
            query?: {
                /** @description empty: open */
                state?: "open" | "answered" | "";
                source?: string;
                class?: string;
                late?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "open-desk-question": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskForm"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "answer-desk-question": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskAnswer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskQuestion"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "desk-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "upload-desk-sheet": {
        parameters: {
            query?: {
                /** @description take the good lines; without it they are only looked at */
                agree?: boolean;
            };
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskUpload"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-divisions": {
        parameters: {
            query?: {
                /** @description list what lies directly inside; absent: the top of what one may see */
                parent?: string;
                /** @description search by name, pinyin initials or the beginning of the code */
                q?: string;
                /** @description search beyond one's own range (register places elsewhere) */
                everywhere?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivisionView"][] | null;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "precheck-application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrecheckInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Precheck"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-draft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "save-draft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-draft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-entitlements": {
        parameters: {
            query?: {
                division?: string;
                item?: string;
                /** @description in force in the month */
                month?: string;
                /** @description only those without a bank account */
                no_account?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "answer-query": {
        parameters: {
            query?: never;
            header?: {
                "X-Zf-Key"?: string;
                "X-Zf-Time"?: string;
                "X-Zf-Nonce"?: string;
                "X-Zf-Sign"?: string;
            };
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Called"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    home: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeNumbers"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-household": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdDetail"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-household": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the household */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdDetail"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "household-entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-household-file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the household */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdFile"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "change-household-head": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the household */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHeadBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdDetail"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "add-household-member": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the household */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMemberBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdDetail"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "leave-household": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the household */
                id: string;
                /** @description id of the member */
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeavingBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "move-household": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the household */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveHouseholdBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-items": {
        parameters: {
            query?: {
                /** @description absent: the actor's own */
                division?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemForms"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-liveness": {
        parameters: {
            query?: {
                state?: "preparing" | "running" | "ended" | "cancelled" | "";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "start-liveness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LivenessStart"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessCampaign"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "preview-liveness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LivenessStart"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessPreview"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-liveness-visits": {
        parameters: {
            query?: {
                box?: "open" | "invited" | "done";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessRows"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-liveness": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessCampaign"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cancel-liveness": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LivenessReasonInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessCampaign"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "invite-liveness-again": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LivenessAgainInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessAgain"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-liveness-people": {
        parameters: {
            query?: {
                /** @description a state, why somebody is visited, or undecided */
                group?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessRows"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "visit-instead-of-liveness": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LivenessReasonInput"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "decide-liveness": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LivenessDecisionInput"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-liveness-link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessLink"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "record-liveness-visit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LivenessVisitInput"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-organisations": {
        parameters: {
            query?: {
                /** @description part of the name */
                q?: string;
                division?: string;
                kind?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Create-organisationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationCreated"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-organisation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Update-organisationRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-paper-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperKinds"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-payrolls": {
        parameters: {
            query?: {
                month?: string;
                item?: string;
                state?: "draft" | "approved";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "make-payroll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakePayroll"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-payroll": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollDetail"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "approve-payroll": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovePayroll"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "payroll-excel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-payroll-lines": {
        parameters: {
            query?: {
                town?: string;
                /** @description only lines with a problem */
                problems?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollLinePage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "payroll-print": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Security-Policy"?: string;
                    "Content-Type"?: string;
                    "X-Frame-Options"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "parse-id-number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IDNumberBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IDReading"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-person": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-person": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChangeBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-person-authorisations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonAuthorisations"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sign-authorisation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignAuthorisation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Authorisation"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-authorisation-text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignAuthorisation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorisationTextBody"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-authorisation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
                authorisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorisationDetail"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "open-authorisation-image": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
                authorisation: string;
                kind: "signature" | "scan";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "withdraw-authorisation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
                authorisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawAuthorisation"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "record-death": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeathBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-person-file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonFile"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-self-service-links": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelfLinks"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "make-self-service-link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeLink"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelfLink"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "revoke-self-service-link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-person-queries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonQueries"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "reveal-person-field": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the person */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedValue"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-policy-packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPackSummary"][] | null;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "propose-pack-version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeVersion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activation"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "approve-pack-version": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activation"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "end-pack-version": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activation"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-pack-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackDrafts"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "start-pack-draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackDraft"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-pack-draft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackDraft"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "drop-pack-draft": {
        parameters: {
            query: {
                version: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "check-pack-draft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateReport"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-pack-draft-file": {
        parameters: {
            query: {
                file: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftText"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "edit-pack-draft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackDraft"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "pack-version-changes": {
        parameters: {
            query?: {
                /** @description compared with; empty: the version in force */
                old?: string;
            };
            header?: never;
            path: {
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackDifference"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "pack-version-proof": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proof"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "pack-version-zip": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-policy-pack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPackView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-policy-parameters": {
        parameters: {
            query?: {
                /** @description place whose values are wanted */
                division?: string;
                /** @description day; empty means today */
                date?: string;
            };
            header?: never;
            path: {
                pack: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyParameterView"][] | null;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-policy-source": {
        parameters: {
            query: {
                file: string;
            };
            header?: never;
            path: {
                pack: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicySource"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-pack-versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackVersions"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "price-linkage": {
        parameters: {
            query: {
                /** @description empty: the actor's own */
                division?: string;
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Linkage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "enter-price-rises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterPrices"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardChange"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "public-benefits": {
        parameters: {
            query: {
                /** @description 12-digit code */
                division: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicBenefits"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "begin-check": {
        parameters: {
            query: {
                /** @description 12-digit code */
                division: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Start"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "check-household": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Answers"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reply"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "public-notices": {
        parameters: {
            query: {
                /** @description 12-digit code */
                division: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicBoard"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "raise-objection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicObjection"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionReceipt"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-public-policies": {
        parameters: {
            query?: {
                /** @description place; absent: the province that this installation serves */
                division?: string;
                /** @description day; absent: today */
                date?: string;
                /** @description words, each of which must occur */
                q?: string;
                theme?: string;
                kind?: string;
                department?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-public-policy": {
        parameters: {
            query?: {
                /** @description place; absent: the province that this installation serves */
                division?: string;
                /** @description day; absent: today */
                date?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-public-documents": {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentCard"][] | null;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-public-document": {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "open-self-service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenSelf"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelfPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sign-self-service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignSelf"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelfReceipt"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "withdraw-self-service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawSelf"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelfReceipt"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-public-standards": {
        parameters: {
            query?: {
                /** @description place; absent: the province that this installation serves */
                division?: string;
                /** @description day; absent: today */
                date?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicStandardList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "search-registry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrySearchBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Sign-inRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInProgress"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "switch-duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Switch-dutyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInProgress"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Change-passwordRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInProgress"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "confirm-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirm-codeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInProgress"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenSessionView"][] | null;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "end-session": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulations"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "start-simulation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartSimulation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-simulation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cancel-simulation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "export-simulation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "source-health": {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcesHealth"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "source-catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceCatalogue"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "export-source-catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "source-faults": {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceFaults"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "source-offices": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceOffices"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "set-source-office": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetSourceOffice"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "pause-source": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseSource"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-staff": {
        parameters: {
            query?: {
                /** @description beginning of login or name */
                q?: string;
                organisation_id?: string;
                division?: string;
                role?: string;
                status?: "active" | "disabled";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPassword"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-staff": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "disable-staff": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "enable-staff": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "reset-password": {
        parameters: {
            query?: {
                /** @description also forget the authenticator (lost telephone) */
                forget_totp?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPassword"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "end-staff-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-standard-changes": {
        parameters: {
            query?: {
                kind?: "standard" | "cpi";
                state?: "proposed" | "approved" | "refused" | "withdrawn";
                division?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardChanges"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "propose-standards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeStandards"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardChange"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "preview-standards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeStandards"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Touched"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "approve-standards": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveStandards"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardChange"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "end-standards": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardChange"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "preview-proposed-standards": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Touched"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-standards": {
        parameters: {
            query?: {
                /** @description empty: the actor's own */
                division?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardBoard"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-tasks": {
        parameters: {
            query?: {
                box?: "mine" | "office" | "unclaimed" | "escalated";
                colour?: "late" | "soon" | "ok" | "";
                step?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColleagueList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "count-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCounts"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "assign-task": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description what the duty belongs to */
                root: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskAssignInput"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "claim-task": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description what the duty belongs to */
                root: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "release-task": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description what the duty belongs to */
                root: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "find-authorisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorisationFilter"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorisationPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-batches-due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminders"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-batch-left-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchChoice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeftOutPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "preview-batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchChoice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchPreview"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-verification-classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedClasses"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-verification-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clients"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-verification-client": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutClient"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "recheck-objection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecheckInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "place-verification-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceOrder"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "find-verification-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderFilter"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-verification-order": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ask-source-again": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskAgain"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cancel-verification-order": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelOrder"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-order-households": {
        parameters: {
            query?: {
                /** @description empty: all */
                only?: "differs" | "over" | "moved" | "silent" | "unhandled" | "";
                /** @description cursor of the last page */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-order-household": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                household: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "handle-order-household": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                household: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandleFindingInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "issue-household-report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                household: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-order-people": {
        parameters: {
            query?: {
                /** @description people of whom something is in that state */
                state?: "waiting" | "answered" | "silent" | "refused" | "cancelled" | "";
                /** @description only what this source is asked */
                source?: string;
                /** @description cursor of the last page */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-order-progress": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderProgress"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-order-reports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderReports"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "find-order-people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindPeople"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolvedPeople"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-verification-report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "object-to-report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "verification-report-pdf": {
        parameters: {
            query?: {
                /** @description save instead of show */
                download?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Content-Disposition"?: string;
                    "Content-Security-Policy"?: string;
                    "Content-Type"?: string;
                    "X-Content-Type-Options"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "print-verification-report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Security-Policy"?: string;
                    "Content-Type"?: string;
                    "X-Frame-Options"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
