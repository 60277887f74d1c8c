/** What customers and staff read in the extensions beside a decision's own sentences, in English. {braces} are filled in. */
export const account = {
  failures: {
    invalid: "Something in this request does not fit.", unauthenticated: "Please sign in again.", forbidden: "This is not allowed.", not_found: "We could not find this.", wrong_method: "This cannot be done here.",
    conflict: "This has changed in the meantime. Please look again.", gone: "This link has run out. Open the order to get a new one.", too_large: "This is too large.", wrong_type: "This kind of file or content is not accepted.",
    refused: "Our policy does not allow this.", too_many_lines: "This order has more than 100 lines, more than can be decided here. Please contact us.", too_many: "That was a lot at once. Please wait a moment.", away: "The store does not answer right now. Nothing was lost; please try again in a moment.",
  },
  orders: { returnUntil: "Return until {day}", warrantyUntil: "Warranty until {day}", registerUntil: "Register until {day}", case: "{number}: {state}", nothing: "No return or warranty is open" },
  parcels: { not_shipped: "Not sent yet", on_its_way: "On its way", delivered: "Delivered" },
  actions: { return: "Return or exchange", warranty: "Something is wrong with it", register: "Register for a longer warranty", cancel: "Cancel", not_received: "It did not arrive" },
  nothingLeft: "Everything of this item is already on its way back or refunded.",
  reasons: {
    unwanted: "I do not want it any more", wrong_item_ordered: "I ordered the wrong item", defective: "It does not work as it should", damaged_on_arrival: "It arrived damaged", wrong_item_sent: "I got a different item", not_as_described: "It is not as described",
    missing_parts: "Parts are missing", lightning: "It was damaged by lightning", water_leakage: "It was damaged by water", not_received: "It did not arrive", cancel: "I want to cancel before it is sent", accidental_return: "I sent it back by mistake",
    personal_item: "I left something of mine in the parcel", lost: "I lost it", stolen: "It was stolen", too_small: "It is too small", too_large: "It is too large", changed_mind: "I changed my mind", none_by_right: "Another reason", other: "Another reason",
  },
  states: {
    requested: "Waiting for our answer", approved: "Approved", declined: "Declined", cancelled: "Cancelled", under_way: "On its way to us", received: "Received", inspected: "Inspected", settling: "Being completed", settled: "Completed", closed: "Closed",
  },
  steps: { requested: "Requested", approved: "Approved", sent: "Sent to us", received: "Received by us", inspected: "Inspected", paid: "Refunded", done: "Completed", declined: "Declined", cancelled: "Cancelled" },
  next: {
    wait: "We look at your request and answer it.", waitBy: "We look at your request and answer it by {day}.", send: "Send the item to us, with the packing slip in the parcel.", sendBy: "Send the item to us by {day}, with the packing slip in the parcel.",
    pay: "Pay {amount} for this case: you have an invoice for it by e-mail.",
    quote: "Tell us whether you accept the price for the repair: {amount}.", onItsWay: "Your item is on its way to us. There is nothing to do.", inspecting: "We inspect your item. There is nothing to do.", paying: "We complete your case. There is nothing to do.",
    addressFollows: "We will tell you where to send it.",
  },
  freight: { customer: "You pay for sending it.", merchant: "We pay for sending it.", none: "Nothing has to be sent." },
  questions: {
    condition: "What condition is it in?", state: "Was it opened?", packaging: "Do you have the original packaging?", complete: "Do you have everything that came with it?", deviceUnboundAndReset: "Is the device removed from your account and reset?",
    originalBuyer: "Did you buy it yourself?", deliveredOn: "When did it arrive?", serial: "What is the serial number?", wants: "What would you like instead?", confirmed: "Can you confirm this: {need}?",
  },
  answers: {
    like_new: "Like new", opened_perfect: "Opened, in perfect condition", worn: "Worn", used: "Used", scratched: "Scratched", damaged: "Damaged", damaged_by_user: "Damaged by me", defective: "It has a fault", sealed: "Still sealed", opened: "Opened",
    original: "Yes, I have it", missing: "No, not any more", different_model: "Another model", upgrade: "A better model",
  },
  instead: {
    open: "What is open instead: {remedies}.", faulty: "If it has a fault, this is open until {day}: {remedies}.", faultyNoEnd: "If it has a fault, this is open: {remedies}.", unwanted: "If you do not want it any more, this is open until {day}: {remedies}.",
    seller: "It was bought elsewhere. Please turn to the seller: {seller}.", sellerAt: "It was bought elsewhere. Please turn to the seller: {seller}, {address}.", sellerUnnamedAt: "It was bought elsewhere. Please turn to the seller: {address}.", sellerUnnamed: "It was bought elsewhere. Please turn to the seller you bought it from.",
  },
  attention: { lineMissing: "The order has no such item.", ask: "Please answer this.", supply: "Please add this: {need}.", unknownReason: "We do not know this reason.", taken: "These units are in another request already.", notAFile: "This is not a file you uploaded here.", otherFile: "The file {name} is not what its name says. Please add a photo or a video.", fileGone: "The file {name} did not arrive. Please add it again.", priceChanged: "The price has changed. Please look again.", noQuote: "No price is waiting for an answer.", notInExchange: "This cannot be had in exchange.", serialTaken: "This serial number is registered already.", notRegistrable: "This product cannot be registered.", tooLateToRegister: "The time to register this item is over.", allRegistered: "All units of this item are registered already.", needsOrder: "Register a product from the order you bought it with." },
  registrations: { registered: "Registered on {day}", notRegistered: "Not registered", coverUntil: "Warranty until {day}", noCover: "No warranty any more", mayRegister: "Register by {day} for a longer warranty" },
  product: { unwanted: "Not wanted, if it arrives today: {remedies}.", faulty: "Faulty, if it arrives today: {remedies}.", until: "{remedy} until {day}", nothing: "nothing", register: "It can be registered until {day}." },
  pos: { needs: "Needs: {needs}", none: "Nothing is open." },
  staff: { noPolicy: "No policy was in force on the day of this order.", nothingLeft: "Nothing of this order is left to return.", notFound: "Shopify has no such order.", refusedByPolicy: "The policy declines this." },
  instructions: {
    rma_number_on_label_or_box: "Write the RMA number on the label or the box.", rma_number_on_exterior_box: "Write the RMA number on the outside of the box.", rma_number_in_label_attn: "Put the RMA number into the \"Attn\" line of the label.",
    original_packaging: "Use the original packaging.", complete_items: "Send all parts and papers.", parts_and_accessories: "Send all parts and accessories.", device_unbound_and_reset: "Remove the device from your account and reset it.",
    "traceable_carrier:required": "Use a carrier with tracking.", "traceable_carrier:recommended": "A carrier with tracking is recommended.", rma_documentation: "Put this slip into the parcel.", proof_of_purchase: "Add a copy of your proof of purchase.",
  },
  slip: {
    title: "Return {number}", order: "Order {name}", sendBy: "Please send it by {day}.", to: "Send to", addressFollows: "The shop will tell you where to send it.", contents: "In this parcel", before: "Before you send it",
  },
};

export type AccountText = typeof account;
