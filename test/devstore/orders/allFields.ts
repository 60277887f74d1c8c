import type { FieldMap, NodeMap } from "../kernel/context.ts";
import { fulfillmentFields, fulfillmentNodes } from "../fulfillments/fulfillmentFields.ts";
import { fulfillmentOrderFields, fulfillmentOrderNodes } from "../fulfillments/fulfillmentOrderFields.ts";
import { refundFields, refundNodes } from "../refunds/refundFields.ts";
import { storeCreditFields, storeCreditNodes } from "../refunds/storeCredit.ts";
import { reasonFields, reasonNodes } from "../returns/reason.ts";
import { returnFields, returnNodes } from "../returns/returnFields.ts";
import { reverseFields, reverseNodes } from "../returns/reverseFields.ts";
import { editFields, editNodes } from "./editFields.ts";
import { lineItemFields, lineItemNodes } from "./lineFields.ts";
import { orderCancel } from "./orderCancel.ts";
import { orderCreate, orderDelete } from "./orderCreate.ts";
import { orderFields, orderNodes } from "./orderFields.ts";
import { orderCapture, orderCreateManualPayment, orderMarkAsPaid, transactionVoid } from "./orderPay.ts";
import { orderClose, orderCustomerSet, orderInvoiceSend, orderOpen, orderUpdate } from "./orderUpdate.ts";
import { transactionFields } from "./transactionFields.ts";

const mutations: FieldMap = {
  Mutation: {
    orderCreate, orderDelete, orderUpdate, orderClose, orderOpen, orderCancel, orderMarkAsPaid, orderCapture, orderCreateManualPayment, transactionVoid,
    orderCustomerSet, orderCustomerRemove: orderCustomerSet, orderInvoiceSend,
  },
};

/** Everything about orders, their fulfilment, returns and refunds. */
export const orderAreas: readonly FieldMap[] = [
  mutations, orderFields, lineItemFields, transactionFields, editFields, fulfillmentFields, fulfillmentOrderFields, refundFields, storeCreditFields, reasonFields, returnFields, reverseFields,
];

export const orderAreaNodes: readonly NodeMap[] = [
  orderNodes, lineItemNodes, editNodes, fulfillmentNodes, fulfillmentOrderNodes, refundNodes, storeCreditNodes, reasonNodes, returnNodes, reverseNodes,
];
