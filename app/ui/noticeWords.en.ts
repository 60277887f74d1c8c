/** Words of the notices' screen, in English. */
export const noticeWords = {
  title: "Notices", subtitle: "What customers and your staff are told, and when", open: "Edit notices", help: "Shopify's mails about returns, notices through Shopify Flow",
  mails: "Shopify's mails", mailsHelp: "Shopify sends these itself to the order's e-mail address. Their texts are in Shopify's notification settings. A customer sees each step in their account too, with where to send the goods and the packing slip.",
  mail: { opened: "Staff opened a return for a customer", approved: "A request is approved", declined: "A request is declined, with the reason and the policy's clauses", cancelled: "A return is cancelled", settled: "A return is settled: refund or exchange" },
  declinedText: "Added when a request is declined", declinedTextHelp: "One or two sentences at the end of what the customer reads, such as how to write to you. At most 200 characters.",
  flow: "Notices through Shopify Flow", flowHelp: "Each starts the workflows in Shopify Flow that begin with it, once. What they do, such as sending a mail or a message to your staff, is decided there.",
  triggers: { returnWindowEnds: "The time to return ends soon", registerBy: "The time to register a product ends soon", shipBackBy: "Approved goods have to be sent back soon", promiseOverdue: "A time that you promised is over", requestReceived: "A customer asked for a return or made a claim", goodsReceived: "Goods have arrived", quoteToAccept: "The customer has a price for a repair to accept", refundIssued: "A refund was issued" },
  days: "Days before", sent: "Latest notices", none: "No notice has gone out yet.", at: "When", what: "Notice", state: "State", about: "About",
  handles: { "return-window-ends": "Time to return ends", "register-by": "Time to register ends", "ship-back-by": "To be sent back", "promise-overdue": "Promise overdue", "request-received": "Request received", "goods-received": "Goods received", "quote-to-accept": "Price to accept", "refund-issued": "Refund issued" },
  states: { planned: "Waiting", sending: "Waiting", sent: "Sent", refused: "Not taken by Shopify", unclear: "Perhaps sent" }, unclear: "Shopify did not answer. It is not sent a second time.", saved: "Notices saved", notSaved: "Some entries do not fit",
} as const;
