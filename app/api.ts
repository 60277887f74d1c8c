/**
 * The contract of `/api`: what the customer account, admin and POS extensions send and get. Types only; extensions import
 * nothing else of the app. Routes, limits and errors in words: docs/api.md.
 *
 * All of it is JSON over HTTPS with `Authorization: Bearer <session token>`. `:order`, `:rma`, `:line` in a path are the
 * number at the end of a gid or the whole gid percent-encoded; in bodies ids are given back as they came. Words come in the
 * language of `?locale=` (an ISO code such as `de` or `ja-JP`), else of `Accept-Language`, else English: every `text`,
 * `label`, `heading` and `message` is ready to be shown. Codes (`remedy`, `state`, `need`, ...) never change with the language.
 */

/** A sum: decimal text in the currency's minor unit, and as a person reads it ("68.59", "USD", "$68.59"). */
export type ApiMoney = Readonly<{ amount: string; currency: string; text: string }>;
/** A civil day: "2026-12-28", "28. Dezember 2026". */
export type ApiDay = Readonly<{ on: string; text: string }>;
/** A sentence and the ids of the clauses it rests on. */
export type ApiSentence = Readonly<{ text: string; clauses: readonly string[] }>;
/** A clause in one sentence of the merchant's policy, in the merchant's language. */
export type ApiClause = Readonly<{ id: string; says: string }>;
/** A choice with its words. */
export type ApiChoice = Readonly<{ value: string; label: string }>;

/**
 * Every answer that is not 2xx. 400 `invalid` (fields named), 401 `unauthenticated` (get a new token), 403 `forbidden`, 404
 * `not_found`, 405, 409 `conflict` (units taken, wrong state), 410 `gone` (a link that has run out), 413 `too_large`, 415
 * `wrong_type`, 422 `refused` (the policy or Shopify says no; `decision` holds the refusal with what is open instead, where
 * there is one), 429 `too_many` (`retry-after` in seconds), 503 `away` (Shopify does not answer; ask again).
 */
export type ApiError = Readonly<{
  error: Readonly<{
    code: "invalid" | "unauthenticated" | "forbidden" | "not_found" | "wrong_method" | "conflict" | "gone" | "too_large" | "wrong_type" | "refused" | "too_many_lines" | "too_many" | "away";
    message: string;
    /** `field` is a path in the body, such as `lines.0.quantity`. */
    fields?: readonly Readonly<{ field: string; message: string }>[];
    decision?: ApiQuote;
  }>;
}>;

export type ApiRemedy = "refund" | "store_credit" | "exchange" | "replacement" | "repair" | "repair_or_replacement" | "substitution" | "paid_repair" | "paid_repair_or_replacement" | "cancel" | "send_back" | "delivery_complaint";
export type ApiRmaState = "requested" | "approved" | "declined" | "cancelled" | "under_way" | "received" | "inspected" | "settling" | "settled" | "closed";
export type ApiPayer = "customer" | "merchant" | "none";

// ── Customer: orders ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** GET /api/customer/orders → the customer's covered orders, the newest first, at most 50; nothing is asked of Shopify. */
export type CustomerOrders = Readonly<{ orders: readonly CustomerOrderSummary[] }>;
export type CustomerOrderSummary = Readonly<{
  /** gid */ orderId: string; name: string;
  /** The latest last days among its lines that have not passed; null where there is none. */
  returnUntil: ApiDay | null; warrantyUntil: ApiDay | null; registerUntil: ApiDay | null;
  /** Cases that are not over. */ open: readonly Readonly<{ rmaId: string; number: string; state: ApiRmaState; stateText: string }>[];
  /** One line for the order list: "Return until December 28, 2026". */ text: string;
}>;

/** GET /api/customer/orders/:order */
export type CustomerOrder = Readonly<{
  orderId: string; name: string; placedOn: ApiDay; currency: string; merchant: string;
  lines: readonly CustomerLine[];
  rmas: readonly CustomerRma[];
  /** Whether the whole order may still be cancelled today, and what comes back; null where that is over. */
  cancel: Readonly<{ refund: ApiMoney | null; deductions: readonly ApiFee[]; until: ApiDay | null; sentences: readonly ApiSentence[] }> | null;
  /** What may be wrong, for the first question of a request. */
  reasons: readonly ApiReason[];
  /** Address of the merchant's policy page in the store. */
  policyUrl: string;
}>;

/** `other` asks for a note. */
export type ApiReason = Readonly<{ value: string; label: string; group: "unwanted" | "faulty" | "delivery" | "other" }>;

export type CustomerLine = Readonly<{
  /** gid */ lineId: string; title: string; variant: string | null; /** At most 160 pixels wide and high; null where the item has no picture at Shopify. */ image: Readonly<{ url: string; alt: string }> | null; quantity: number;
  /** Units that can still be asked for: bought, not refunded, not in an open case. */ available: number;
  /** Units by parcel, where they differ. `deliveredOn` null: not yet, or nobody said. */
  groups: readonly Readonly<{ quantity: number; available: number; state: "not_shipped" | "on_its_way" | "delivered"; stateText: string; deliveredOn: ApiDay | null }>[];
  /** What an unwanted and a faulty unit may have today. */
  returnUntil: ApiDay | null; warrantyUntil: ApiDay | null; registerUntil: ApiDay | null;
  registered: Readonly<{ on: ApiDay; serial: string | null }> | null;
  /** The remedies open today without anything said yet, one sentence each. */
  today: readonly Readonly<{ remedy: ApiRemedy; label: string; amount: ApiMoney | null; until: ApiDay | null; for: "unwanted" | "faulty" }>[];
  /** Buttons to show. `return` and `warranty` open the request page (`reason` chosen beforehand), `register` the registration, `cancel` cancels. */
  actions: readonly Readonly<{ kind: "return" | "warranty" | "register" | "cancel" | "not_received"; label: string; until: ApiDay | null; reason: string | null }>[];
  /** Why there is no button, in a sentence; null where there is one. */ nothing: ApiSentence | null;
}>;

export type CustomerRma = Readonly<{
  rmaId: string; /** The return at Shopify, a gid; null where none is made yet. */ returnId: string | null; number: string; state: ApiRmaState; stateText: string; openedOn: ApiDay;
  lines: readonly Readonly<{ rmaLineId: string; lineId: string; title: string; quantity: number; remedy: ApiRemedy | null; remedyText: string; promised: ApiMoney | null; paidBack: ApiMoney | null;
    /** A paid repair's price that waits for an answer. */ quote: Readonly<{ amount: ApiMoney; accepted: boolean | null }> | null }>[];
  /** All steps from request to end, in order; `done`, `now` or `next`; `refused` ends them. */
  steps: readonly Readonly<{ step: "requested" | "approved" | "sent" | "received" | "inspected" | "paid" | "done" | "declined" | "cancelled"; label: string; state: "done" | "now" | "next"; on: ApiDay | null; text: string | null }>[];
  /** What the customer has to do now, in sentences. */ next: readonly string[];
  /** Where and how to send it; null before approval and where nothing comes back. */
  send: Readonly<{ address: readonly string[]; by: ApiDay | null; paidBy: ApiPayer; paidByText: string; instructions: readonly string[]; tracking: string | null }> | null;
  /** PDF behind a signed link, good for `slipUntil`; fetch the order again for a new one. */ slip: Readonly<{ url: string; until: string }> | null;
  mayCancel: boolean; maySayTracking: boolean;
  /** Why it was declined. */ declined: string | null;
}>;

// ── Customer: quote and request ──────────────────────────────────────────────────────────────────────────────────────────

/**
 * POST /api/customer/orders/:order/quote → ApiQuote. Nothing is written. Ask again after each answer: what is still asked for
 * comes back. Unknown fields are refused (400): amounts, overrides and decisions are the server's alone.
 */
export type QuoteBody = Readonly<{ lines: readonly AskedLine[] }>;
/** One line may stand several times with different reasons (units of one line may differ). At most 50. */
export type AskedLine = Readonly<{
  lineId: string; quantity: number; reason: string;
  /** The remedy chosen; left out: the first that is open. */ remedy?: ApiRemedy;
  facts?: AskedFacts;
  /** Handles of uploaded files (UploadTarget.handle). At most 10 a line. */ files?: readonly string[];
  /** An exchange: the variant wanted (ExchangeChoice.variantId). */ exchangeFor?: string;
  /** Level of service chosen, where remedies have levels. */ serviceLevel?: string;
  /** What the customer says, at most 300 characters. */ note?: string;
}>;
/** What the customer says of the item; each may be left out as long as it is not asked for. */
export type AskedFacts = Readonly<{
  condition?: string; state?: "sealed" | "opened" | "worn"; packaging?: "original" | "missing"; complete?: boolean;
  /** Account removed from the device and reset. */ deviceUnboundAndReset?: boolean;
  /** Still the first buyer. */ originalBuyer?: boolean;
  /** When it arrived, where no carrier says so: civil date. */ deliveredOn?: string;
  serial?: string;
  wants?: "different_model" | "upgrade";
  /** Anything else a need asks to be confirmed, by need: { unused_same_condition: true }. */ confirmed?: Readonly<Record<string, boolean>>;
}>;

export type ApiQuote = Readonly<{
  outcome: "remedies_open" | "needs_evidence" | "needs_human" | "undetermined" | "declined"; text: string;
  lines: readonly ApiQuotedLine[];
  /** Sums over the lines for the remedies chosen. */ totals: readonly Readonly<{ refund: ApiMoney; deductions: ApiMoney; charges: ApiMoney }>[];
  /** May be sent as it stands: nothing is asked for any more. */ ready: boolean;
}>;
/** One per asked line (`asked` is its index), or several where its units came in parcels of different days: they are decided apart. */
export type ApiQuotedLine = Readonly<{
  asked: number; lineId: string; quantity: number; reason: string; outcome: ApiQuote["outcome"]; text: string;
  remedies: readonly ApiOpenRemedy[];
  /** The remedy that counts with what was chosen. */ chosen: ApiRemedy | null;
  refused: readonly ApiRefusal[];
  /** Questions to put to the customer now, in order; each answered by the AskedFacts field it names. */ questions: readonly ApiQuestion[];
  /** Evidence that the remedies ask for, given or not. */ evidence: readonly ApiEvidence[];
  /** Instead, where nothing or not the thing wanted is open: warranty until, repair, the reseller's address. */ instead: readonly ApiSentence[];
  clauses: readonly ApiClause[];
}>;
export type ApiFee = Readonly<{ kind: string; label: string; /** null: named by the merchant before you decide. */ amount: ApiMoney | null; clauses: readonly string[] }>;
export type ApiOpenRemedy = Readonly<{
  remedy: ApiRemedy; label: string; status: "open" | "needs_evidence" | "needs_human" | "waiting_for_stock"; statusText: string;
  amount: ApiMoney | null;
  /** The reckoning: what was paid, each deduction (negative), the total last. */ sums: readonly Readonly<{ label: string; amount: ApiMoney; total: boolean; clauses: readonly string[] }>[];
  deductions: readonly ApiFee[]; charges: readonly ApiFee[];
  freight: Readonly<{ return: ApiPayer; returnText: string; outbound: ApiPayer; outboundText: string }>;
  until: ApiDay | null; untilText: string;
  /** What one gets, in a sentence: "You get back $97.18." */ text: string;
  /** All of the account's sentences. */ sentences: readonly ApiSentence[];
  /** The clause that opens it. */ clause: ApiClause | null;
  levels: readonly Readonly<{ value: string; label: string; charge: ApiMoney | null }>[];
  /** Ask GET .../exchange for the variants. */ hasExchange: boolean;
}>;
export type ApiRefusal = Readonly<{ remedy: string; label: string; text: string; lapsedOn: ApiDay | null; clauses: readonly ApiClause[] }>;
export type ApiQuestion = Readonly<{ field: keyof AskedFacts; need: string | null; label: string; kind: "choice" | "yesNo" | "day" | "text"; choices: readonly ApiChoice[]; required: boolean }>;
/**
 * `how`: `photos`, `video`, `photosOrVideo` are uploads; `confirm` is a yes (the `field` says which, with `need` under
 * `confirmed`); `merchant` is supplied by the shop, `later` on the way back: both only to be read.
 */
export type ApiEvidence = Readonly<{ need: string; label: string; how: "photos" | "video" | "photosOrVideo" | "confirm" | "merchant" | "later"; field: keyof AskedFacts | null; given: boolean; required: boolean; clauses: readonly string[] }>;

/** POST /api/customer/orders/:order/request → 201 RequestAnswer; 422 with `decision` where the policy declines. */
export type RequestBody = QuoteBody & Readonly<{
  /** Made once per page by the client (a UUID); the same key again gives the same case and asks for nothing twice. */ key: string;
}>;
export type RequestAnswer = Readonly<{ rma: CustomerRma }>;

/** GET, PUT, DELETE /api/customer/orders/:order/draft: a request half-way, kept on the server for 30 days, one per order and customer. */
export type DraftAnswer = Readonly<{ draft: DraftBody | null; savedAt: string | null }>;
/** At most 16 KB; `data` is the page's own and only kept (step, choices, file handles with their names). */
export type DraftBody = Readonly<{ data: Readonly<Record<string, unknown>> }>;

/** GET /api/customer/orders/:order/exchange?line=:line → variants of the same product in stock, others the policy allows. */
export type ExchangeChoices = Readonly<{ choices: readonly ExchangeChoice[] }>;
export type ExchangeChoice = Readonly<{
  variantId: string; title: string; available: number; /** Of now, in the shop's currency. */ price: ApiMoney;
  /** What is paid for one unit that costs more or less than was paid, with tax as Shopify reckons it, in the order's currency; null for `nobody` and `unknown`. */
  difference: ApiMoney | null;
  /** `nobody`: the price is the same, or the policy asks nothing for it. `unknown`: somebody pays, and Shopify does not say how much. */
  differencePaidBy: "customer" | "merchant" | "nobody" | "unknown";
  same: boolean;
}>;

/** POST /api/customer/orders/:order/cancel → 201 RequestAnswer. Every line; 422 where the policy declines. */
export type CancelOrderBody = Readonly<{ key: string; note?: string }>;

// ── Customer: uploads ────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * POST /api/customer/uploads → 201 UploadTarget. Types: image/jpeg, image/png, image/webp, image/heic up to 20 MB; video/mp4,
 * video/quicktime, video/webm up to 200 MB; 20 an hour. Then the file goes to `url` by `method` (POST: multipart with `parameters`
 * first and `file` last; PUT: the bytes), and `handle` into AskedLine.files. What was really stored is looked at when the
 * request is sent: another type than named refuses the request (400, `lines.N.files.M`).
 */
export type UploadBody = Readonly<{ orderId: string; filename: string; mimeType: string; size: number }>;
export type UploadTarget = Readonly<{ handle: string; url: string; method: "POST" | "PUT"; parameters: readonly Readonly<{ name: string; value: string }>[] }>;

// ── Customer: a case ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** GET /api/customer/rmas/:rma → RequestAnswer */
/** POST /api/customer/rmas/:rma/cancel {} → RequestAnswer; 409 where it is too late. */
export type CancelRmaBody = Readonly<Record<string, never>>;
/** POST /api/customer/rmas/:rma/quote → RequestAnswer: yes or no to the price of a paid repair. */
export type AnswerQuoteBody = Readonly<{ rmaLineId: string; accept: boolean; /** The price that was shown; another by now is a 409. */ amount: string }>;
/** POST /api/customer/rmas/:rma/sent → RequestAnswer: it is on its way. */
export type SentBody = Readonly<{ tracking?: string }>;
/** GET /api/slip/:token → application/pdf; 410 when it has run out, 404 when it was altered. No session token. */

// ── Customer: registrations ──────────────────────────────────────────────────────────────────────────────────────────────

/** GET /api/customer/registrations: every unit of the customer's orders that has cover, and what was registered otherwise. */
export type Registrations = Readonly<{ products: readonly RegisteredProduct[] }>;
export type RegisteredProduct = Readonly<{
  registrationId: string | null; orderId: string | null; orderName: string | null; lineId: string | null; title: string; serial: string | null;
  registeredOn: ApiDay | null; warrantyUntil: ApiDay | null; mayRegisterUntil: ApiDay | null; mayClaim: boolean; text: string;
}>;
/** POST /api/customer/registrations → 201 Registrations; 422 when too late or not a product that can be registered; 409 when the serial is taken. */
export type RegisterBody = Readonly<{ orderId: string; lineId: string; serial?: string }> | Readonly<{ serial: string }>;
/** GET /api/customer/reasons → in plain words, for a page without an order. */
export type Reasons = Readonly<{ reasons: readonly ApiReason[] }>;

// ── Staff: admin and POS extensions (session token of the admin) ─────────────────────────────────────────────────────────

/** GET /api/staff/orders/:order */
export type StaffOrder = Readonly<{
  orderId: string; name: string; policyVersion: string;
  lines: readonly Readonly<{ lineId: string; title: string; sku: string | null; quantity: number; available: number; deliveredOn: ApiDay | null; deliveredBy: string; returnUntil: ApiDay | null; warrantyUntil: ApiDay | null; registerUntil: ApiDay | null;
    remedies: readonly Readonly<{ remedy: ApiRemedy; label: string; status: string; statusText: string; amount: ApiMoney | null; until: ApiDay | null; for: "unwanted" | "faulty"; clauses: readonly string[] }>[];
    refused: readonly ApiSentence[] }>[];
  rmas: readonly StaffRma[];
  /** Where to start an RMA in the app: a path for `shopify:admin/apps/...` or `app:` links. */ startPath: string;
}>;
export type StaffRma = Readonly<{ rmaId: string; number: string; state: ApiRmaState; stateText: string; dueAt: string | null; isOverdue: boolean; path: string; slip: Readonly<{ url: string; until: string }> | null }>;
/** GET /api/staff/products/:product: how the shop's mapping classes it (by variant, where they differ) and its terms. */
export type StaffProduct = Readonly<{
  productId: string; title: string;
  kinds: readonly Readonly<{ variants: readonly string[]; attributes: readonly Readonly<{ name: string; label: string; value: string; text: string; byRule: number | null }>[]; terms: readonly ApiSentence[] }>[];
  mappingPath: string;
}>;
/** POST /api/staff/rmas → StaffRmasAnswer: one RMA per order for all units that can be asked for. At most 25 orders. */
export type StaffRmasBody = Readonly<{ orderIds: readonly string[]; reason: string; note?: string; key: string }>;
export type StaffRmasAnswer = Readonly<{ opened: readonly Readonly<{ orderId: string; rma: StaffRma }>[]; refused: readonly Readonly<{ orderId: string; name: string; message: string }>[] }>;
/** GET /api/staff/orders/:order/slips → signed links to print, one per open RMA of the order. */
export type StaffSlips = Readonly<{ slips: readonly Readonly<{ rmaId: string; number: string; url: string; until: string }>[] }>;
/** GET /api/staff/reasons → Reasons, to start RMAs with. */
/** GET /api/pos/orders/:order: what the customer at the counter may have, said shortly. */
export type PosOrder = Readonly<{
  orderId: string; name: string;
  lines: readonly Readonly<{ lineId: string; title: string; available: number; unwanted: PosAnswer; faulty: PosAnswer }>[];
  rmas: readonly StaffRma[];
}>;
export type PosAnswer = Readonly<{ outcome: ApiQuote["outcome"]; text: string; remedies: readonly Readonly<{ label: string; amount: ApiMoney | null; untilText: string; needs: readonly string[] }>[]; refused: readonly string[] }>;

// ── Shopify Flow (signed by HMAC) ────────────────────────────────────────────────────────────────────────────────────────

/** POST /api/flow/decide-line, open-rma, approve, decline, add-note: bodies are Flow's, fields as in extensions/flow-*. */
export type FlowAnswer = Readonly<{ return_value: Readonly<Record<string, string | number | boolean | null>> }>;
