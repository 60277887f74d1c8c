/** Sentences of the accounts in English. {braces} are filled in; both voices have the same keys. */

const customer = {
  open: "You can have this.", needs_evidence: "You can have this once what is missing is there.", needs_human: "A member of our team looks at this and decides.", waiting_for_stock: "You can have this as soon as it is in stock again.",
  refund: "You get back {amount}.", refundUnderReview: "If we agree, you get back {amount}.", store_credit: "You get {amount} to spend in the store.", cancel: "The order is cancelled and you get back {amount}.", exchange: "You get {what} in exchange.", replacement: "You get {what} in place of yours.", substitution: "You get {what} instead.",
  repair: "We repair your item.", repair_or_replacement: "We repair your item or give you {what} for it; we choose which.", paid_repair: "We repair your item, and you pay for it.", paid_repair_or_replacement: "We repair or replace your item, and you pay for it.",
  send_back: "Your item comes back to you.", delivery_complaint: "We look into what happened to the delivery.",
  creditExpires: "The credit is good until {day}.", creditBonus: "On top you get {amount}.", withShipping: "What you paid for the first delivery is part of it.", withoutShipping: "What you paid for the first delivery is not part of it.",
  deduction: "We take off {amount}: {fee}.", charge: "You pay {amount}: {fee}.", quote: "You pay {fee}. We tell you how much before you decide.",
  returnBy: { customer: "You pay for sending the item to us.", merchant: "We pay for sending the item to us.", none: "" }, outboundBy: { customer: "You pay for sending it to you.", merchant: "We pay for sending it to you.", none: "" }, duties: { customer: "You pay duties and taxes at the border.", merchant: "We pay duties and taxes at the border." },
  until: { request: "Ask for this by {day}.", sent: "Send your request by {day}.", return_created: "Create the return by {day}.", dispatch: "Send the item by {day}.", receipt: "The item must reach us by {day}." }, noLastDay: "There is no last day for this.", termsUntil: "These terms hold until {day}. After that: {terms}", feeBegins: "A fee is due: {fee}.", feeEnds: "No fee is due any more: {fee}.",
  requires: "Please have ready: {needs}.", missing: "Still missing: {needs}.", asksCustomer: "Please tell us: {facts}.", asksPerson: "We still have to find out: {facts}.",
  promise: { authorization: "We answer your request within {within}, counted from {from}.", target: "We aim to act within {within}, counted from {from}.", limit: "We act within {within}, counted from {from}.", note: "Allow {within} after {from}." }, promisePrompt: { authorization: "We answer your request {within} after {from}.", target: "We aim to act {within} after {from}.", limit: "We act {within} after {from}.", note: "This happens {within} after {from}." }, due: "That is by {day}.",
  times: "This is possible {n, times} at most.", onlyIf: "Only if the item cannot be repaired.", separateProcess: "This runs through a process of its own; we tell you how.", priceDifference: { customer: "You pay the difference in price: {amount}.", merchant: "We pay you the difference in price: {amount}." },
  fallback: "If the same item is not to be had: {list}, in this order.", fallbackTo: "As the same item is out of stock, you get {what}.", advance: "We send the replacement first. Send the old item within {period}{by}, or you are charged {amount}.", advanceBy: ", by {day}", level: "{says} ({amount}){chosen}", levelFree: "no fee", levelChosen: ", chosen", levels: "You can choose: {list}.",
  later: "{remedy}: opens on {day}.", laterSome: "{remedy}: opens later.", registerBy: "Register the item by {day} to get the longer warranty.",
  refused: "{remedy} is not possible.", refusedLapsed: "{remedy} is not possible any more: the time for it ended on {day}.", refusedLapsedWhy: "{remedy} is not possible ({why}), and the time for it ended on {day}.", refusedWhy: "{remedy} is not possible ({why}).", restated: "The policy says: “{says}”", undetermined: "{remedy}: the policy does not say. Open is: {setting}.",
};

export type Voice = typeof customer;

const staff: Voice = {
  ...customer,
  open: "Open, subject to what is required and to inspection.", needs_evidence: "Something that can still be supplied is missing.", needs_human: "The text leaves this to a person, or a finding is needed.", waiting_for_stock: "Waits for stock.",
  refund: "Refund to the customer: {amount}.", refundUnderReview: "Refund to the customer, if a person agrees: {amount}.", store_credit: "Store credit to the customer: {amount}.", cancel: "Cancel the order and refund {amount}.", exchange: "The customer gets {what} in exchange.", replacement: "The customer gets {what} in place of the item.", substitution: "The customer gets {what} instead.",
  repair: "Repair the item.", repair_or_replacement: "Repair the item or replace it with {what}; the merchant chooses.", paid_repair: "Repair at the customer's cost.", paid_repair_or_replacement: "Repair or replacement at the customer's cost.", send_back: "Send the item back to its owner.", delivery_complaint: "Look into the delivery.",
  creditBonus: "Bonus on the credit: {amount}.", withShipping: "The first delivery is refunded.", withoutShipping: "The first delivery is not refunded.", deduction: "Deducted {amount}: {fee}.", charge: "Charged to the customer {amount}: {fee}.", quote: "Charged to the customer: {fee}; the amount must be quoted first.",
  returnBy: { customer: "Freight in: the customer pays.", merchant: "Freight in: the merchant pays.", none: "" }, outboundBy: { customer: "Freight out: the customer pays.", merchant: "Freight out: the merchant pays.", none: "" }, duties: { customer: "Duties: the customer pays.", merchant: "Duties: the merchant pays." },
  until: { request: "Last day to ask: {day}.", sent: "Last day for the request to be sent: {day}.", return_created: "Last day to create the return: {day}.", dispatch: "Last day to send the item: {day}.", receipt: "Last day for the item to arrive: {day}." }, noLastDay: "No last day.", termsUntil: "Terms change after {day}: {terms}", feeBegins: "Fee begins: {fee}.", feeEnds: "Fee ends: {fee}.",
  requires: "Required: {needs}.", missing: "Missing: {needs}.", asksCustomer: "Ask the customer for: {facts}.", asksPerson: "A person has to say: {facts}.",
  promise: { authorization: "Promised: an answer within {within}, counted from {from}.", target: "Aim: within {within}, counted from {from}.", limit: "Promised: within {within}, counted from {from}.", note: "Told: {within} after {from}." }, promisePrompt: { authorization: "Promised: an answer {within} after {from}.", target: "Aim: {within} after {from}.", limit: "Promised: {within} after {from}.", note: "Told: {within} after {from}." }, due: "Due by {day}.",
  times: "At most {n, times}.", onlyIf: "Only if not repairable.", separateProcess: "Runs through a process of its own.", priceDifference: { customer: "The customer pays the price difference: {amount}.", merchant: "The merchant pays the price difference: {amount}." },
  fallbackTo: "Out of stock, so it is {what}.", advance: "Advance replacement: the old item is due within {period}{by}, else charge {amount}.", levels: "Service levels: {list}.", registerBy: "Registration still counts until {day}.", refused: "{remedy}: declined.", refusedLapsed: "{remedy}: declined, its time ended on {day}.", refusedLapsedWhy: "{remedy}: declined ({why}), and its time ended on {day}.", refusedWhy: "{remedy}: declined ({why}).", undetermined: "{remedy}: undetermined, the setting is not made: {setting}.",
};

export const sentences = {
  voices: { customer, staff },
  times: { once: "once", twice: "twice", many: "{n} times" },
  outcomes: {
    customer: { remedies_open: "Yes: this is what you can have.", needs_evidence: "Possible, once something is supplied.", needs_human: "We need to look at this ourselves before we can answer.", undetermined: "Our policy gives no answer to this, so we will look at it ourselves.", declined: "We are sorry, our policy does not allow this." },
    staff: { remedies_open: "At least one remedy is open.", needs_evidence: "A remedy would be open once something curable is supplied.", needs_human: "The text leaves it to a person or to a finding.", undetermined: "The document gives no answer.", declined: "Every remedy is declined." },
  },
  headings: { answer: "Answer", refused: "Not possible", changes: "What would change the answer", later: "Later", facts: "Facts used", clauses: "Clauses", readings: "Readings relied on", missing: "What is missing", declined: "Declined", undetermined: "Not determined", time: "Time" },
  sums: { price: "Price paid for what comes back", tax: "Tax on it", shipping: "Its share of the first delivery", less: "Less {fee}", refund: "Refund", store_credit: "Store credit", cancel: "Refund" },
  changes: {
    "inspection.finding=defect_confirmed": "If the inspection confirms the fault", "inspection.finding=no_fault_found": "If the inspection finds no fault", "request.packaging=original": "If the original packaging is there", "request.complete=true": "If everything that came with the item is there",
    "order.proofOfPurchase=true": "If a proof of purchase is given", "request.deviceUnboundAndReset=true": "If the device is removed from the account and reset", "request.missingEvidence=none": "If everything asked for is given", "sendingBack.parcel.hasRma=true": "If the parcel has an RMA number on label and box",
    "customer.country=country of purchase": "If the item is in the country where it was bought", "item.sameModelInStock=true": "If the same model is in stock",
  },
  effects: {
    opens: "{remedy} becomes possible", closes: "{remedy} is no longer possible", "status open": "nothing more is missing for: {remedy}", "status needs_evidence": "{remedy} then waits only for something to be supplied", "status waiting_for_stock": "{remedy} then waits only for stock", noFee: "{remedy}: no {fee}", fee: "{remedy}: {fee} is due",
    "freight return customer": "{remedy}: the customer pays the way in", "freight return merchant": "{remedy}: the merchant pays the way in", "freight return none": "{remedy}: nothing has to be sent in", "freight outbound customer": "{remedy}: the customer pays the way out", "freight outbound merchant": "{remedy}: the merchant pays the way out", "freight outbound none": "{remedy}: nothing is sent out",
  },
  change: "{condition}: {effect}.",
  staff: { about: "Claim {claim}, policy {policy}, version {version}.", fact: "{label}: {value} ({path})", factUnknown: "not given", clause: "{at}: {says}", note: "Note: {note}", person: "A person applies this clause.", reading: "{title} Chosen {letter}: {says} Reason: {reason}", convention: "All day counts: {text}", window: "{period} from {event} ({start}): the last day is {end}.", windowOpen: "{period} from {event} (no date): no last day yet.", term: "{name}: {period} from {event} ({start}), to {end}." },
};
