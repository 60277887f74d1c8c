/** What a customer does on the request page, whatever its policy asks for. */
import type { Page } from "playwright-core";

/** A picture of one point: what is stored is looked at, so it must be one. */
export const PNG = { name: "fault.png", mimeType: "image/png", buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64") };

export const sendButton = (page: Page) => page.getByRole("button", { name: "Send request" });

/** Answers what the page asks for until the request can be sent; gives the number of answers. */
export async function answer(page: Page): Promise<number> {
  let answers = 0;
  await page.getByRole("heading", { name: "Summary" }).waitFor();
  for (let round = 0; round < 40; round++) {
    if (await sendButton(page).isEnabled()) return answers;
    answers += await answerOne(page);
    await page.waitForTimeout(150);
  }
  throw new Error(`the request cannot be sent: ${await page.locator("s-page").innerText()}`);
}

async function answerOne(page: Page): Promise<number> {
  for (const group of await page.getByRole("radiogroup").all()) {
    if ((await group.getByRole("radio", { checked: true }).count()) > 0) continue;
    await group.getByRole("radio").first().check();
    return 1;
  }
  for (const box of await page.getByRole("checkbox", { checked: false }).all()) {
    await box.check();
    return 1;
  }
  for (const field of await page.locator("s-text-field").getByRole("textbox").all()) {
    if ((await field.inputValue()) !== "") continue;
    await field.fill("SN-4711");
    await field.press("Tab");
    return 1;
  }
  const files = page.locator("s-drop-zone input[type=file]");
  if ((await files.count()) === 0 || (await page.getByText(PNG.name).count()) > 0) return 0;
  await files.setInputFiles([PNG]);
  await page.getByText(PNG.name).first().waitFor();
  return 1;
}

/** Sends the request; gives the number of its case. */
export async function send(page: Page): Promise<string> {
  await sendButton(page).click();
  const heading = page.getByRole("heading", { name: /^RMA-\d+$/ });
  await heading.waitFor();
  return heading.innerText();
}
