import { caseWords } from "./caseWords.en.ts";
import { dataWords } from "./dataWords.en.ts";
import { noticeWords } from "./noticeWords.en.ts";
import { registrationWords } from "./registrationWords.en.ts";

/** Every word of the admin screens, in English; a translation is another file of this shape. */
export const words = {
  nav: { home: "Recourse", rmas: "Returns and claims", orders: "Orders", policy: "Policy", registrations: "Registrations", settings: "Settings" },
  home: { title: "What needs you now" },
  common: {
    save: "Save", discard: "Discard", add: "Add", remove: "Remove", search: "Search", back: "Back", open: "Open", close: "Close", none: "None", yes: "Yes", no: "No", loading: "Loading",
    because: "Because", clauses: "Clauses behind this", showClauses: "Show the clauses", hideClauses: "Hide the clauses", unknown: "not known", previous: "Previous page", next: "Next page",
    errorTitle: "This screen could not be shown", error: "Something went wrong on our side or at Shopify",
    errorHelp: "Try again in a moment. If you were changing something, open it again first and look whether the change is there; it is never made twice. If this comes back, tell support the number of the request.",
    requestId: "Request", tryAgain: "Try again", home: "Go to Home", missingTitle: "Nothing is here", notFound: "This does not exist, or not any more.",
  },
  registrations: registrationWords, notices: noticeWords, data: dataWords, case: caseWords,
  policy: {
    published: { title: { one: "The return policy published in your store differs in one number", other: "The return policy published in your store differs in {n} numbers" }, help: "Customers can read both. Change the text in Shopify's settings, or publish a new version here.", open: "Open it", theirs: "Only in the text published in your store", ours: "Only in the policy that decides" },
    title: "Policy", subtitle: "What decides every return and claim of this shop",
    emptyTitle: "Choose the policy that decides", empty: "Start from one of the policies shipped with the app, or import your own as a YAML document. Nothing is decided before a policy is published.",
    import: "Import a document", importTitle: "Import a policy", importHelp: "Paste a policy as YAML, or load a file. Each problem is named with its place in the document.", file: "Load a file", text: "Policy document (YAML)", read: "Read it",
    issues: { one: "One thing in this document does not fit", other: "{n} things in this document do not fit" }, wholeDocument: "document",
    shipped: "Policies shipped with the app", start: "Look at it", clauses: { one: "{n} clause", other: "{n} clauses" }, readings: { one: "{n} reading", other: "{n} readings" },
    inForce: "In force", later: "From {day}", earlier: "Earlier", version: "Version {version}", since: "In force since {day}", always: "In force for all orders", publishedBy: "Published {day} by {name}",
    change: "Change readings or settings", versions: "Versions", versionsHelp: "An order keeps the version that was in force on the day it was placed.", page: "The policy as your customers read it", openPage: "Readable page of the policy",
    findings: "What the check found", check: "Check for gaps and contradictions", checking: "Checking", noFindings: "The check found nothing.", checkHelp: "Looks for sentences that contradict each other, are never reached, or leave a case open. It takes a few seconds.",
    levels: { error: "Error", warning: "Warning", note: "Note" }, example: "For example", checked: { error: { one: "{n} error", other: "{n} errors" }, warning: { one: "{n} warning", other: "{n} warnings" }, note: { one: "{n} note", other: "{n} notes" } }, only: "Show",
    versionColumn: "Version", fromColumn: "In force from", stateColumn: "State", byColumn: "Published", use: "Start a new version from it",
  },
  draft: {
    title: "New version", from: "From {document}, version {version}", readingsTitle: "Readings", readingsHelp: "Where the document leaves something open, these are the ways to read it. The recommended one is chosen unless you say otherwise.",
    settingsTitle: "What the document does not say", settingsHelp: "The document refers to these without giving a value. What hangs on an empty one cannot be decided.", noSettings: "The document leaves no value open.",
    recommended: "Recommended", changed: "Differs from the recommended reading", reason: "Why", effect: "What it changes", show: "Show what it changes", showing: "Deciding both ways", option: "Option {letter}",
    compare: "Compared with option {letter}", situations: { one: "{n} of {all} sample situations is answered differently", other: "{n} of {all} sample situations are answered differently" }, lines: { one: "{n} of {all} answers for lines of the latest orders differs", other: "{n} of {all} answers for lines of the latest orders differ" }, nothing: "No sample situation and no line of the latest orders is answered differently.", before: "As chosen", after: "With option {letter}",
    situation: "Situation", more: "and {n} more", types: { contradiction: "Contradiction", gap: "Gap", ambiguity: "Unclear" }, clauses: "Clauses: {ids}",
    kinds: { period: "A period, such as 12 months or 2 years", percent: "A number of percent", amount: "An amount, such as 12.50" }, publishTitle: "Publish", date: "In force from", dateHelp: "Orders placed on or after this day are decided by this version.", first: "This is the first version: it holds for all orders, earlier ones too.",
    publish: "Publish this version", published: "The version is published", notPublished: "The version was not published",
  },
  settings: {
    title: "Settings", ofNumber: "{what} {n}: {field}", numbered: "{what} {n}", ofLine: "{what}, line {n}", saved: "Settings saved", notSaved: "Some entries do not fit", zone: "Time zone", zoneHelp: "The shop's time zone, from Shopify. Days are counted in the zone of the delivery address where it is known, else in this one.", currency: "Currency",
    addresses: "Return addresses", addressesHelp: "Where customers send goods. The first address that names the customer's country is used, else the one for all others.", from: "For customers in", fromHelp: "Country codes separated by commas, such as US, CA. * means all others.", country: "Country of the address", lines: "Address", linesHelp: "One line each, as it is printed", addAddress: "Add an address", noAddress: "No return address yet",
    calendar: "Calendar", holidays: "Holidays", holidaysHelp: "One date per line (YYYY-MM-DD). Business days leave them out.", shipBack: "Days to send goods back", shipBackHelp: "Counted from the approval.",
    channels: "Sales channels", channelsHelp: "Where orders come from decides whether your warranty covers them. Your online store, point of sale and orders that staff write are known to be your own; name others here. An order from a channel that nobody explains is decided by a person.", ownChannels: "Own channels", ownChannelsHelp: "One app id or source name per line. Orders from these were bought in your own store.",
    otherChannels: "Other channels", otherFrom: "Source name, app id or app name", otherIs: "What it is", otherSeller: "Seller's name", otherSellerHelp: "As the policy calls them, where it does.", otherAddress: "Where customers reach the seller", otherAddressHelp: "An address, a web page or an e-mail address. Customers who bought there are told it.", addChannel: "Add a channel", kinds: { own_store: "Our own store", authorized_reseller: "Authorised reseller", retailer: "Retailer or marketplace", unlisted_seller: "Seller we do not know" }, more: "More",
    automatic: "Without a person", approve: "Approve what the policy answers with yes", decline: "Decline what the policy answers with no",
    privacy: "Personal data", privacyHelp: "What is stored of customers and for how long stands in the app's documentation.", keepCases: "Months to keep cases with their customer", keepCasesHelp: "Counted from the last entry of a case that is over. Then who it was, what they wrote and sent in is erased; what was decided, and why, stays.", auditOpen: "Who saw and did what",
    mapping: "Items and categories", mappingHelp: "How products become the kinds of item that the policy speaks of", mappingOpen: "Edit the item mapping",
  },
  audit: {
    title: "Who saw and did what", help: "Screens that staff opened and what they sent from them, for {days} days. What was searched for is not kept.", at: "When", by: "Who", what: "What", saw: "Saw", did: "Did", filter: "Name or e-mail of staff", empty: "Nothing yet", noneFit: "Nobody of this name did anything in this time",
    screens: { "/app": "Home", "/app/rmas": "List of returns and claims", "/app/orders": "List of orders", "/app/policy": "Policy", "/app/policy/new": "New policy version", "/app/settings": "Settings", "/app/settings/mapping": "Item mapping", "/app/settings/audit": "Who saw and did what", "/app/settings/notices": "Notices", "/app/settings/reading": "Orders read from Shopify", "/app/settings/requests": "Customers' data", "/app/registrations": "Registrations", "/app/registrations/new": "Register a product", "/app/registrations/import": "Import of registrations" },
    parts: { "/app/rmas/export": "Export of returns and claims", "/app/registrations/export": "Export of registrations", "/app/places": "Places where goods go", "/app/policy/effects": "What a reading changes", "/app/policy/findings": "Check of the policy", "/app/policy/published": "Policy published in the store" },
    one: { rmas: "A return or claim", orders: "An order", registrations: "A registration", import: "A file of registrations" }, of: { start: "Starting an RMA on an order", choices: "What can go out for a return or claim", preview: "What a settlement comes to", photos: "Photos of a return or claim", slip: "A packing slip", requests: "What is stored of a customer" },
  },
  mapping: {
    title: "Item mapping", subtitle: "The policy speaks of new and refurbished goods, accessories and free gifts; these rules say which product is what.", rules: "Rules", rulesHelp: "Of several rules that fit, the first gives each answer.", rule: "Rule {n}", addRule: "Add a rule", noRules: "No rules yet: the policy knows nothing about your products and will ask for their kind.",
    when: "When", gives: "Then", field: "Look at", value: "is", addCondition: "Add a condition", fields: { tag: "Tag", productType: "Product type", vendor: "Vendor", sku: "SKU pattern (* for any characters)", title: "Word of the title", zeroPrice: "Price is zero", metafield: "Metafield (namespace.key=value)" },
    class: "Item is", classes: { "": "not said", new: "new", refurbished: "refurbished", accessory: "accessory sold separately", free_gift: "free gift" }, category: "Category", line: "Product line", onClearance: "On clearance", partOfKit: "Part of a kit",
    up: "Move up", tryOut: "Try it on your products", tryHelp: "The rules as they stand on this screen, saved or not.", product: "Product", kind: "What the policy sees", by: "By rule", nothing: "nothing", noProducts: "No product fits this search.", searchLabel: "Find products", mapped: { one: "{n} of {all} products has a kind", other: "{n} of {all} products have a kind" },
  },
  orders: {
    title: "Orders", search: "Order number, e-mail or name", empty: "No order fits", emptyText: "Try the order number with its #, the whole e-mail address, or a part of the name.", order: "Order", placed: "Placed", customer: "Customer", total: "Total", delivery: "Delivery", returns: "Return",
    noPolicy: "No policy was in force on the day of this order", noPolicyText: "Publish a policy, and this order's lines are decided.", toPolicy: "Go to the policy", missing: "Shopify has no such order",
    returnUntil: "Return until", warrantyUntil: "Warranty until", registerUntil: "Register until", delivered: "Delivered", fromDelivery: "Not begun: no delivery yet", sources: { carrier: "said by the carrier", shopify: "marked in Shopify", customer: "said by the customer", person: "entered by staff", none: "nobody has said when" },
    unwanted: "Not wanted any more", defective: "Does not work as it should", nothingLeft: "Nothing of this line is left to return.", policyVersion: "Decided by policy version {version}", units: { one: "{n} unit", other: "{n} units" }, sku: "SKU {sku}",
  },
  start: {
    unsent: "This has not been sent yet", unsentHelp: "What was never sent cannot come back. It can be cancelled as the policy says, until it is shipped.", cancelInstead: "Cancel it instead",
    title: "Start an RMA", action: "Start an RMA", forLine: "For this line", reason: "Why it comes back", condition: "Condition", state: "Opened", packaging: "Packaging", complete: "Everything that came with it is there", quantity: "Units", decided: "What the policy says", remedy: "Remedy", note: "What the customer said", override: "Reason to grant it against the policy", overrideHelp: "The policy does not open this remedy. It is granted only with a reason, which is kept and counted.", doubtHelp: "Left empty, the RMA waits for what is missing. With a reason the remedy is granted now, and the reason is kept and counted.",
    open: "Open the RMA", refused: "The RMA was not opened", declined: "The policy declines this. Choose a remedy and give a reason to grant it all the same.", notSaid: "not said", byPolicy: "As the policy says", others: "Against the policy: {remedy}", originalBuyer: "The customer is the first buyer",
  },
  rmas: {
    title: "Returns and claims", empty: "No return or claim yet", emptyText: "Requests from your customers, from Shopify and those you start on an order come together here.", noneFit: "No return or claim fits", number: "RMA", order: "Order", state: "State", items: "Items", remedy: "Remedy", money: "To pay", opened: "Opened", due: "Due", overdue: "Overdue", search: "RMA, order, item or serial number",
    export: "Export CSV", approve: "Approve", approved: "{n} approved", notApproved: "{n} not approved: {why}", sorts: { newest: "Newest first", oldest: "Oldest first", due: "Due first" }, dueChoices: { overdue: "Overdue", today: "Due within a day" }, dueFilter: "Due",
    views: { all: "All", requested: "To decide", coming: "Coming back", received: "To inspect", inspected: "To settle", done: "Done" }, viewName: "View", row: "return or claim", rows: "returns and claims",
    states: { requested: "Requested", approved: "Approved", declined: "Declined", cancelled: "Cancelled", under_way: "Under way", received: "Received", inspected: "Inspected", settling: "Settling", settled: "Settled", closed: "Closed" },
    csv: { number: "RMA", order: "Order", state: "State", opened: "Opened", due: "Due", item: "Item", quantity: "Units", remedy: "Remedy", amount: "Amount", currency: "Currency", finding: "Finding", paidBack: "Paid back" },
  },
  rma: {
    openedBy: "Opened {at} by {by}", shipBackBy: "To be sent back by {day}", dueFor: "Due {at}: {what}", order: "Order {name}", promised: "Promised", refund: "{remedy}, {amount}", against: "Against the policy: {why}", units: "{received} of {n} received, {settled} settled", finding: "Finding: {what}", serial: "Serial {n}", timeline: "Timeline", by: "{at} · {by}",
    slip: "Packing slip", done: "Done", refused: "Not done", approve: "Approve", decline: "Decline", declineReason: "Reason for the customer", declineHelp: "It stands before the policy's own clauses. It may be empty where the policy declines by itself.", confirmDecline: "Decline this request", cancel: "Cancel", close: "Close", reopen: "Open again", sent: "The customer has sent it", tracking: "Tracking number",
    receive: "Receive goods", receiveNow: "Enter what arrived", arrived: "Units of {title}", others: "Something else that came", inspect: "Inspect", inspectNow: "Save the finding", findingLabel: "What was found", detail: "Detail", serialLabel: "Serial number", repairable: "Can it be repaired?", settle: "Settle", settleNow: "Settle now", remedyFor: "Remedy for {title}", asDecided: "As decided", override: "Reason, where it is against the policy", grantNow: "Reason to grant it", grantNowHelp: "As it stands: {status}. With a reason it is granted now, and the reason is kept and counted.", variant: "What goes out (variant id)", labelCost: "Return label paid by you", settleHelp: "The amount is compared with Shopify's own before anything is paid. Where they differ, nothing is paid and both are shown.",
    pay: "Amount to pay all the same", payReason: "Why this amount", payHelp: "Shopify suggests another amount. Pay ours or another only with a reason.", stopped: "The amounts differ, and nothing was paid", unclear: "Somebody must look at Shopify", ours: "Ours", shopify: "Shopify's", what: "What", sum: "To pay", rows: { goods: "Goods that come back, with tax", exchange: "What goes out for them, with tax", shipping: "First delivery", fees: "Fees", besides: "Refunded or owed on this order otherwise" }, grant: "Grant against the policy", grantRemedy: "Remedy", grantReason: "Reason", grantHelp: "{title}: the policy gives no remedy here. Grant one with a reason, or decline.",
    note: "Note", addNote: "Add the note", noteHelp: "For staff only.", decided: "Decision", next: "What to do now", nothing: "Nothing is to be done here now.",
  },
  homeCards: { decide: "To decide", inspect: "To inspect", settle: "To settle", stuck: "Stopped, somebody must look", overdue: "Overdue", waiting: "Money waiting", waitingHelp: "Refunds promised in cases that are not settled", none: "Nothing needs you now.", noPolicy: "No policy is published yet", noPolicyText: "Choose the policy that decides, then say which product is what.", next: "Next due", see: "See all", recent: "Latest", mapping: "Say which product is what", mappingText: "The policy treats new and refurbished goods, accessories and gifts differently. Until the item mapping says which is which, it asks a person." },
  decision: { outcomes: { remedies_open: "Open", needs_evidence: "Something is missing", needs_human: "A person decides", undetermined: "No answer in the policy", declined: "Declined" }, details: "How this was decided", hideDetails: "Hide how this was decided" },
} as const;

/** Fills {names} in a text. */
export const say = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

/** A text with a form for each way its language counts; what English needs is one and other. */
export type Counted = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

const plurals = new Intl.PluralRules("en");

/** The form that fits a number, with {n} and other {names} filled: "1 clause", "2 clauses". */
export const counted = (forms: Counted, n: number, values: Readonly<Record<string, string | number>> = {}): string => say(forms[plurals.select(n)] ?? forms.other, { n, ...values });

/** A civil date in words: "3 Mar 2026". */
export const dayInWords = (day: string | Date): string => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(typeof day === "string" ? `${day.slice(0, 10)}T00:00:00Z` : day));

/** The day of an instant in a zone: "3 Mar 2026". */
export const dayOfInstant = (at: string | Date, zone: string): string => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: zone }).format(new Date(at));

/** An instant in words, in a zone: "3 Mar 2026, 14:05". */
export const timeInWords = (at: string | Date, zone: string): string => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: zone }).format(new Date(at));

/** A sum as a person reads it: "$68.59", "€68.59". An amount that is none is given back as it is. */
export const moneyInWords = (amount: string, currency?: string): string => (/^-?\d+(\.\d+)?$/.test(amount) && /^[A-Z]{3}$/.test(currency ?? "") ? new Intl.NumberFormat("en-US", { style: "currency", currency }).format(Number(amount)) : `${amount} ${currency ?? ""}`.trim());

/** Sums as flows name them ("68.59 USD, 3.00 EUR") as a person reads them. */
export const sumsInWords = (sums: string): string => sums.split(", ").map((sum) => moneyInWords(...(sum.split(" ") as [string, string?]))).join(", ");
