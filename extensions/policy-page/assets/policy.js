/** Puts the policy's text in the place of its link. The link stays where the text does not come. */
for (const block of document.querySelectorAll("[data-recourse-policy]")) {
  const text = block.querySelector("[data-text]");
  const address = new URL(block.dataset.address);
  fetch(address.pathname + address.search)
    .then((response) => (response.ok ? response.text() : Promise.reject(new Error(String(response.status)))))
    .then((html) => {
      text.innerHTML = html;
      if (location.hash.length > 1) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    })
    .catch(() => undefined);
}
