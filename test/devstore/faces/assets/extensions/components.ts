/**
 * The web components that this host draws: their properties and events as in the types of @shopify/ui-extensions (customer
 * account, admin, point of sale; API 2026-07). What is not listed fails by its name.
 */
export type Component = { readonly props: readonly string[]; readonly events: readonly string[] };

const words = (text: string): string[] => text.split(" ").filter(Boolean);
const of = (props: string, events = ""): Component => ({ props: words(props), events: words(events) });

const BOX = `accessibilityLabel accessibilityRole accessibilityVisibility background blockSize border borderColor borderRadius borderStyle borderWidth display
  inlineSize maxBlockSize maxInlineSize minBlockSize minInlineSize overflow padding paddingBlock paddingBlockEnd paddingBlockStart paddingInline
  paddingInlineEnd paddingInlineStart`.replace(/\s+/g, " ");
const PRESS = "command commandFor disabled href interestFor lang loading target type accessibilityLabel download";
const FIELD = "autocomplete defaultValue disabled error details icon label labelAccessibilityVisibility maxLength minLength name placeholder prefix readOnly required suffix value";
const TYPED = "blur change focus input";

export const COMPONENTS: Readonly<Record<string, Component>> = {
  "s-page": of("heading subheading inlineSize"),
  "s-section": of("accessibilityLabel heading padding"),
  "s-stack": of(`${BOX} alignContent alignItems columnGap direction gap justifyContent rowGap`),
  "s-box": of(BOX),
  "s-grid": of(`${BOX} alignContent alignItems columnGap gap gridTemplateColumns gridTemplateRows justifyContent justifyItems placeContent placeItems rowGap`),
  "s-grid-item": of(`${BOX} gridColumn gridRow`),
  "s-query-container": of("containerName"),
  "s-scroll-box": of(BOX),
  "s-divider": of("direction color"),
  "s-button-group": of("gap accessibilityLabel"),
  "s-text": of("accessibilityVisibility color dir display fontVariantNumeric lang tone type"),
  "s-heading": of("accessibilityRole accessibilityVisibility lineClamp"),
  "s-paragraph": of("accessibilityVisibility color dir fontVariantNumeric lang lineClamp tone type"),
  "s-time": of("dateTime"),
  "s-abbreviation": of("title"),
  "s-badge": of("color icon iconPosition size tone"),
  "s-icon": of("color interestFor size tone type"),
  "s-unordered-list": of(""),
  "s-ordered-list": of(""),
  "s-list-item": of(""),
  "s-banner": of("collapsible dismissible heading hidden tone", "afterhide dismiss"),
  "s-spinner": of("accessibilityLabel size"),
  "s-skeleton-paragraph": of("content"),
  "s-progress": of("accessibilityLabel max tone value"),
  "s-button": of(`${PRESS} icon inlineSize tone variant`, "click blur focus"),
  "s-link": of(`${PRESS} tone`, "click"),
  "s-clickable": of(`${BOX} ${PRESS}`, "blur click focus"),
  "s-modal": of("accessibilityLabel heading padding size", "afterhide aftershow hide show"),
  "s-details": of("defaultOpen open toggleTransition", "toggle aftertoggle"),
  "s-summary": of(""),
  "s-form": of("disabled", "submit reset"),
  "s-text-field": of(FIELD, TYPED),
  "s-email-field": of(FIELD, TYPED),
  "s-url-field": of(FIELD, TYPED),
  "s-search-field": of(FIELD, TYPED),
  "s-number-field": of(`${FIELD} controls inputMode max min step`, TYPED),
  "s-date-field": of(`${FIELD} allow allowDays defaultView disallow disallowDays view`, `${TYPED} invalid viewchange`),
  "s-text-area": of(`${FIELD} rows`, TYPED),
  "s-select": of("autocomplete details disabled error icon label labelAccessibilityVisibility name placeholder required value", "blur change focus input"),
  "s-option": of("accessibilityLabel defaultSelected disabled selected value"),
  "s-option-group": of("disabled label"),
  "s-choice-list": of("details disabled error label labelAccessibilityVisibility multiple name values variant", "change input"),
  "s-choice": of("accessibilityLabel defaultSelected disabled error selected value"),
  "s-checkbox": of("accessibilityLabel checked command commandFor defaultChecked details disabled error label name required value", "change input"),
  "s-switch": of("accessibilityLabel checked command commandFor defaultChecked details disabled error label labelAccessibilityVisibility name required value", "change input"),
  "s-drop-zone": of("accept accessibilityLabel disabled error files label labelAccessibilityVisibility multiple name required value", "droprejected input change"),
  "s-image": of("accessibilityRole alt aspectRatio border borderColor borderRadius borderStyle borderWidth inlineSize loading objectFit sizes src srcSet"),
  "s-thumbnail": of("alt size src"),
  "s-product-thumbnail": of("alt size sizes src srcSet totalItems"),
  "s-table": of("format hasNextPage hasPreviousPage loading paginate variant", "nextpage previouspage"),
  "s-table-header-row": of(""),
  "s-table-header": of("format listSlot"),
  "s-table-body": of(""),
  "s-table-row": of("clickDelegate"),
  "s-table-cell": of(""),
  "s-customer-account-action": of("heading"),
  "s-admin-block": of("heading collapsedSummary"),
  "s-admin-action": of("heading loading"),
  "s-admin-print-action": of("src"),
  "s-pos-block": of("heading"),
};

/** Properties that are true when their attribute is there at all. */
export const FLAGS: ReadonlySet<string> = new Set(words(`disabled loading required readOnly multiple checked defaultChecked selected defaultSelected open defaultOpen hidden dismissible
  collapsible controls paginate hasNextPage hasPreviousPage`));

/** Methods that an extension may call on a component. */
export const METHODS: Readonly<Record<string, readonly string[]>> = { "s-modal": ["showOverlay", "hideOverlay", "toggleOverlay"] };
