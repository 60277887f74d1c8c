import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { host } from "../../account/host.ts";
import { CancelPage } from "./CancelPage.tsx";
import { CasePage } from "./CasePage.tsx";
import { RegisterPage } from "./RegisterPage.tsx";
import { RequestPage } from "./RequestPage.tsx";
import { useRoute } from "./useRoute.ts";

export default function extension(): void {
  render(<Page orderId={host().order.value?.id ?? ""} />, document.body);
}

/** The pages about one order, by what follows the extension's address. */
function Page({ orderId }: { orderId: string }) {
  const { path, about } = useRoute();
  const [, kind, id] = path.split("/");
  if (kind === "case" && id) return <CasePage key={id} orderId={orderId} rmaId={id} />;
  if (kind === "register") return <RegisterPage orderId={orderId} line={about.get("line")} />;
  if (kind === "cancel") return <CancelPage orderId={orderId} />;
  return <RequestPage orderId={orderId} line={about.get("line")} kind={about.get("kind")} reason={about.get("reason")} />;
}
