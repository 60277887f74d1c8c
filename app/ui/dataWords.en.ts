/** Words of the screens about reading orders and about customers' data, in English. */
export const dataWords = {
  title: "Orders read from Shopify", subtitle: "How far reading is, and which orders cannot be decided", open: "See how reading orders stands", help: "Progress of the import, orders that cannot be decided",
  kinds: { first: "First import of all orders", nightly: "Nightly check for what was missed" }, states: { running: "Under way", done: "Done", stopped: "Stopped" }, none: "Orders have not been read yet", noneText: "Reading begins when the app is installed. Start it here if it has not.",
  stages: { recheck: "Looking at orders that were not complete", choose: "Counting the orders", bulk: "Waiting for Shopify's file, then reading it", paging: "Reading orders page by page" },
  progress: "{done} of {found} orders, {percent} %", some: "{done} orders so far", started: "Begun {at}", finished: "Finished {at}", again: "Read all orders again", begun: "Reading all orders has begun",
  uncovered: "Orders that cannot be decided", uncoveredNone: "Every order that was read can be decided.", order: "Order", placed: "Placed", why: "Why", since: "Since", what: "What to do",
  todo: { noPolicy: "Publish a version that is in force from an earlier day", large: "Decide its returns by hand in Shopify", facts: "Look at the order in Shopify, then read it again" }, reasons: { noPolicy: "No policy was in force when it was placed", large: "It has more than 100 lines" }, toPolicy: "Go to the policy", readAgain: "Read again", wasRead: "The order was read again",
  requests: "Customers' data", requestsHelp: "Customers who asked through Shopify what is stored of them. Hand the file over to them; it is kept for 90 days.", requestsOpen: "See data requests", requestsShort: "What customers asked to see", requestsNone: "No customer has asked for their data", requestsNoneText: "When one asks through Shopify, everything stored of them is put together here for you to hand over.",
  customer: "Customer", asked: "Asked", holds: "Holds", download: "Download", customerNumber: "Customer {n}", counts: "{orders} order lines, {rmas} cases, {registrations} registrations",
} as const;
