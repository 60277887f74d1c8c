import type { DraftAnswer, DraftBody } from "../../../app/api.ts";
import { ask } from "../../account/ask.ts";
import { host } from "../../account/host.ts";
import { numberOf } from "../../numberOf.ts";
import type { Draft } from "./draft.ts";

/** On this device at once, for a page that is closed; with the app a moment later, for the customer's other devices. */
type OnDevice = { readonly draft: Draft; readonly isWithApp: boolean };

const MOMENT_MS = 1500;

const isDraft = (data: unknown): data is Draft => typeof data === "object" && data !== null && "key" in data && "entries" in data && Array.isArray(data.entries);

/** Where the request half-way about an order is kept. None of it rejects: what cannot be kept is only not there next time. */
export function keptDraft(orderId: string) {
  const onDevice = `request ${numberOf(orderId)}`, path = `orders/${numberOf(orderId)}/draft`;
  let waiting: ReturnType<typeof setTimeout> | undefined, sending: Promise<void> = Promise.resolve();
  const write = (kept: OnDevice): Promise<void> => host().storage.write(onDevice, kept).catch(() => undefined);
  const send = async (draft: Draft): Promise<void> => {
    const body: DraftBody = { data: draft }, mine = waiting;
    const { value } = await ask<DraftAnswer>(path, { method: "PUT", body });
    if (value && mine === waiting) await write({ draft, isWithApp: true });
  };
  return {
    /** What the app does not have yet goes before what it has; what it had and has no more was sent from elsewhere. */
    read: async (): Promise<Draft | null> => {
      const [device, app] = await Promise.all([host().storage.read<OnDevice>(onDevice).catch(() => null), ask<DraftAnswer>(path)]);
      const here = isDraft(device?.draft) ? device.draft : null;
      if (!app.value || (here && !device?.isWithApp)) return here;
      const data = app.value.draft?.data;
      return isDraft(data) ? data : null;
    },
    keep: (draft: Draft): void => {
      clearTimeout(waiting);
      void write({ draft, isWithApp: false });
      waiting = setTimeout(() => { sending = send(draft); }, MOMENT_MS);
    },
    drop: async (): Promise<void> => {
      clearTimeout(waiting);
      waiting = undefined;
      await sending;
      await Promise.all([host().storage.delete(onDevice).catch(() => undefined), ask<DraftAnswer>(path, { method: "DELETE" })]);
    },
  };
}
