import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { useState } from "preact/hooks";

export default function extension(): void {
  render(<Block />, document.body);
}

function Block() {
  const [presses, setPresses] = useState(0);
  const [name, setName] = useState("");
  const [answer, setAnswer] = useState("");
  const asked = async () => {
    const token = await shopify.sessionToken.get();
    const got = await fetch(`${process.env.APP_URL}/open`, { headers: { authorization: `Bearer ${token}` } });
    setAnswer(`the app answered ${got.status}`);
  };
  const askedShopify = async () => {
    const got = await fetch("shopify://customer-account/api/2026-07/graphql.json", { method: "POST", body: JSON.stringify({ query: "{ customer { id } }" }) });
    const { data } = (await got.json()) as { data: { customer: { id: string } } };
    setAnswer(`you are ${data.customer.id}`);
  };
  const askedMuch = () => void shopify.query("{ shop { name } }").catch((error: Error) => setAnswer(error.message));
  return (
    <s-section heading={String(shopify.i18n.translate("greeting", { name: shopify.order.value?.name ?? "?" }))}>
      <s-text>{shopify.i18n.translate("presses", { count: presses })}</s-text>
      <s-button onClick={() => setPresses(presses + 1)}>Press</s-button>
      <s-text-field label="Your name" value={name} onInput={(event) => setName(event.currentTarget.value.toUpperCase())} />
      <s-text id="hello">Hello {name}</s-text>
      <s-button onClick={() => void asked()}>Ask the app</s-button>
      <s-button onClick={() => void askedShopify()}>Ask Shopify</s-button>
      <s-button onClick={askedMuch}>Ask the storefront</s-button>
      <s-text>{answer}</s-text>
    </s-section>
  );
}
