import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";

export default function extension(): void {
  render(<Page />, document.body);
}

function Page() {
  const [route, setRoute] = useState(navigation.currentEntry.url);
  const [kept, setKept] = useState<string | null>(null);
  const [wants, setWants] = useState("");
  useEffect(() => {
    const heard = () => setRoute(navigation.currentEntry.url);
    navigation.addEventListener("currententrychange", heard);
    void shopify.storage.read<string>("kept").then(setKept);
    return () => navigation.removeEventListener("currententrychange", heard);
  }, []);
  return (
    <s-page heading="Sample page" subheading={shopify.order.value?.name}>
      <s-button slot="breadcrumb-actions" href="shopify:customer-account/orders">Orders</s-button>
      <s-button slot="primary-action" onClick={() => navigation.navigate("extension:/second")}>Go on</s-button>
      <s-section heading="What">
        <s-text id="route">{route}</s-text>
        <s-choice-list label="Wish" values={wants ? [wants] : []} onChange={(event) => setWants(event.currentTarget.values?.[0] ?? "")}>
          <s-choice value="refund">Money back<s-text slot="details">To the card</s-text></s-choice>
          <s-choice value="repair">Repair</s-choice>
        </s-choice-list>
        <s-select label="Reason" value="" onChange={(event) => void shopify.toast.show(`chosen ${event.currentTarget.value}`)}>
          <s-option value="a">Broken</s-option><s-option value="b">Wrong</s-option>
        </s-select>
        <s-text>{wants ? `wants ${wants}` : "wants nothing yet"}</s-text>
        <s-drop-zone label="Photos" accept="image/*" multiple onChange={(event) => setKept((event.currentTarget as unknown as { files: File[] }).files.map((f) => f.name).join(","))} />
        <s-button onClick={() => void shopify.storage.write("kept", wants)}>Keep</s-button>
        <s-text>{kept === null ? "nothing kept" : `kept ${kept}`}</s-text>
        <s-button commandFor="sure" command="--show">Really?</s-button>
        <s-modal id="sure" heading="Are you sure?"><s-paragraph>It cannot be taken back.</s-paragraph></s-modal>
      </s-section>
    </s-page>
  );
}
