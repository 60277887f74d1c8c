/** Words of the policy page, the matrix and the comparison of two versions, in English. */
export const pageWords = {
  title: "{merchant}: returns and warranty", version: "Version {version}", document: "From “{document}”", inForceFrom: "In force from {day}", contents: "Contents", skip: "Skip to the text",
  intro: "What follows is worked out from the clauses of the policy, which stand at the end in full. Where the text can be read in more than one way, the reading chosen is named.",
  cases: {
    title: "What you can have", lead: "For an item bought in the merchant's own store by its first buyer, complete, in its original packaging (unopened where it is not wanted), with proof of purchase. Ages count from delivery; the day of delivery is not counted and the last day is.", purchase: "Where a period runs from the purchase, the table takes purchase and delivery to be on one day.",
    caption: "{reason}", none: "Nothing: {says}", nothing: "Nothing", silent: "The policy says nothing about this.", remedy: "You can have", age: "Age of the item", gets: "What you get", inbound: "Way in", outbound: "Way out", fees: "Fees", clauses: "Clauses", noFees: "none", sameForAll: "Any item", registeredOnly: "if registered in time", legNone: "–",
    status: { open: "", needs_evidence: "after something is supplied", needs_human: "a person decides", waiting_for_stock: "when in stock" }, undetermined: "Not said: {setting}",
  },
  ages: { upTo: "up to {end}", between: "after {start}, up to {end}", after: "after {start}", any: "at any time" },
  gets: { refund: "money back", refundWithShipping: "money back, first delivery included", store_credit: "store credit", cancel: "money back", repair: "your item repaired", send_back: "your item back", delivery_complaint: "the delivery is looked into", paid_repair: "your item repaired, at your cost", paid_repair_or_replacement: "repaired or replaced, at your cost", repair_or_replacement: "repaired, or {what}" },
  legs: { customer: "customer pays", merchant: "merchant pays", none: "–" }, quote: "quoted first",
  cancel: { title: "Cancelling an order", state: "State of the order", answer: "Answer", refund: "full refund", lessFees: "refund less {fees}" },
  channels: { title: "Where it was bought", lead: "For an item within its first days.", channel: "Bought from", yes: "yes", no: "no", person: "a person decides", evidence: "after something is supplied" },
  windows: { title: "Periods", subject: "For", period: "Period", from: "From", act: "What must fall in it", where: "Applies to", clause: "Clause", after: "after {period}", during: "while the {term} term runs", term: "Term: {name}", followed: "{period} after the {term} term", unset: "not set" },
  fees: { title: "Fees", kind: "Fee", amount: "How much", remedy: "For", where: "Applies", clause: "Clause", quote: "quoted first", waived: "not charged", deducted: "taken off the refund", charged: "charged", how: "How", percent: "{percent}% {base}" },
  needs: { title: "What must be supplied", need: "What", remedy: "For", lacking: "Without it", where: "Applies", clause: "Clause" },
  excluded: { title: "What is not covered", cause: "Cause or finding", remedy: "Closed", clause: "Clause" },
  promises: { title: "When the merchant acts", what: "What", within: "Within", from: "Counted from", remedy: "For", clause: "Clause", either: "{a} or {b}, whichever is earlier" },
  addresses: { title: "Where to send returns", country: "Country", address: "Address", clause: "Clause", elsewhere: "everywhere else" }, sellers: { title: "Authorised sellers", platform: "Platform", region: "Country", names: "Sellers", clause: "Clause" },
  clauses: { title: "Every clause", note: "Note: {note}", overrides: "Goes before {ids}.", overridden: "Gives way to {ids}.", person: "Applied by a person.", read: "Read by {ids}.", dropped: "Has no effect in the reading chosen." },
  readings: { title: "Readings", lead: "Where the text is unclear, silent or contradicts itself, one reading is chosen. The others are shown.", chosen: "Chosen", other: "Not chosen", why: "Why", about: "About", type: { contradiction: "contradiction", gap: "gap", ambiguity: "ambiguity" } },
  settings: { title: "Settings still open", lead: "The document does not say this and the merchant has not set it. Claims that turn on it are left undetermined.", made: "Settings made", name: "Setting", value: "Value" },
  allRemedies: "everything", always: "always", floors: "Legal minimum", notes: "Notes",
};

export const diffWords = {
  none: "Nothing changed.", added: "Added", gone: "Gone", changed: "Changed", policy: "The policy itself", clauseAdded: "{says}", clauseGone: "{says}", from: "{what}: {old} → {next}", set: "{what}: now {next}", unset: "{what}: no longer {old}", reading: "Reading {id} ({title})", setting: "Setting {name} ({says})",
  says: "Wording", at: "Place", version: "Version", count: { added: "{n} added", gone: "{n} gone", changed: "{n} changed" }, appliesTo: "Applies to", exceptFor: "Except for", overrides: "Goes before",
  effects: { opens: "Opens", closes: "Closes", person: "A person decides", waits: "Waits for stock", gives: "Gives", needs: "Must be supplied", deducts: "Deduction", charges: "Charge", waives: "Waives", freight: "Freight", term: "Warranty", answers: "Promise to act", applies: "Applies", returnsTo: "Return address", sellers: "Authorised sellers" },
  fields: { remedy: "remedy", for: "for", within: "period", from: "counted from", act: "act that counts", after: "opens after", during: "while the term runs", return: "way in paid by", outbound: "way out paid by", duties: "duties paid by", percent: "percentage", amount: "amount", amounts: "amounts", of: "taken of", kind: "kind", per: "charged", currency: "currency", need: "what", lacking: "without it", lackingWhen: "lacking when", period: "period", name: "name", condition: "condition", model: "model", times: "times at most", originalShipping: "first delivery refunded", onlyIf: "only if", purchasedFrom: "bought from", person: "a person decides", alsoRefuses: "also refuses", orWithin: "or within", country: "country", address: "address", region: "countries", platform: "platform", names: "sellers", when: "applies to", unless: "except for", separateProcess: "process of its own", note: "note", decidedBy: "decided by" },
};

/** Scopes in words. */
export const scopeWords = { fact: "{label}: {values}", within: "within {period} of {event}", beyond: "more than {period} after {event}", during: "while the {term} term runs", past: "after the {term} term", notYet: "before the {term} term", over: "{of} worth more than {amount}", atMost: "{of} worth at most {amount}", except: "except: {scope}", setting: "the set period ({setting})" };
