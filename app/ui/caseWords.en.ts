/** Words of what is done on one case besides its acts, in English. */
export const caseWords = {
  photos: "Photos", addPhoto: "Add a photo", photoHelp: "JPEG, PNG, WebP or HEIC, at most 5 MB.", openPhoto: "Open {name}", byCustomer: "{name}, from the customer", byStaff: "{name}, from staff", notChecked: "{name}, from the customer, not looked into yet", photoAdded: "Photo added", photoRefused: "The photo was not added",
  quote: "Price of a paid repair", amount: "Price ({currency})", sendQuote: "Save the price", quoteHelp: "The customer sees it in their account. Once accepted it is put on the order and invoiced; the repair can be settled when it is paid.", waiting: "{amount}: waits for the customer", accepted: "{amount}: accepted by the customer", refused: "{amount}: not accepted", byPhone: "The customer accepted it by phone", refusedByPhone: "The customer refused it",
  choose: "What goes out", search: "Look for another product", searchButton: "Search", stock: "{n} in stock", noStock: "not in stock", fits: "as the policy says", loading: "Looking for what can go out", none: "Nothing was found. Look for another product.",
  arrived: "Day of arrival", arrivedHelp: "No carrier has said when this arrived. What you enter counts until a carrier says otherwise, and is kept with your name.", saidBefore: "Entered before. A carrier's word counts more.", saveArrival: "Save the day", arrivalSaved: "The day of arrival is saved", arrivalNotSaved: "The day was not saved: the order has to be read first",
  preview: { show: "Show what it comes to", back: "Goes back to the customer", owed: "To be paid by the customer" },
  difference: "Difference in price", differences: { "": "As the policy says", settled: "Settled: the customer pays it or gets it back", none: "Not charged and not paid back" },
  differenceHelp: "Where the policy is silent, an exchange that the customer wished for is settled, and the replacement of something faulty is free.",
  serialWarning: "The serial number does not fit",
  places: {
    label: "Where {title} goes", usual: "As usual: back in stock {at}", usualOff: "As usual: not back in stock", usualNot: "As usual: not back in stock, as it was found", sentFrom: "where it was sent from", at: "Back in stock {at}", none: "Not back in stock",
    title: "Goods that come back", help: "What is found in order when it is inspected can go back in stock when the case is settled. What is damaged never does by itself.", isOn: "Put goods found in order back in stock", where: "Where", sentFromOption: "Where they were sent from",
  },
  charges: {
    title: "To be paid by the customer", noAmount: "no amount named", how: "How it was charged", done: "It is charged",
    states: { asking: "On its way to the order", open: "Waits for payment", paid: "Paid", by_hand: "Charge by hand", charged: "Charged by hand" },
    help: {
      asking: "It is being put on the order.", open: "It is on the order, and Shopify has sent an invoice. It counts as paid when nothing is open on the order. If it was paid in another way, say so here.", paid: "Nothing is open on the order.",
      by_hand: "Shopify's returns have no field for this and it could not be put on the order. Charge it as you usually do, then say so here.", charged: "Staff charged it outside the order.",
    },
  },
  unclear: { reason: "What you saw at Shopify", happened: "It happened", not: "It did not happen", help: "Look at the order in Shopify, then say whether this happened. Nothing is sent before you do." },
} as const;
