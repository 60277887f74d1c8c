/** One condition of a search text: a field and what it must be; `field` null searches the default fields. */
export type Term = { kind: "term"; field: string | null; operator: ":" | ">" | ">=" | "<" | "<="; value: string; quoted: boolean };
export type Query = Term | { kind: "not"; of: Query } | { kind: "and" | "or"; of: Query[] } | { kind: "all" };

type Token = { text: string; kind: "(" | ")" | "or" | "and" | "not" | "term"; term?: Term };

const TERM = /^(?:([A-Za-z_][\w.$-]*):(>=|<=|>|<)?)?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s()]*)/;

/**
 * Reads Shopify's search syntax (documented: search syntax): terms side by side and AND bind alike, OR weaker, `-` and
 * NOT negate, brackets group, quotes keep a phrase, `field:>=value` compares, `field:a,b` is either.
 */
export function readQuery(text: string): Query {
  const tokens = tokensOf(text);
  let at = 0;
  const either = (): Query => {
    const parts = [both()];
    while (tokens[at]?.kind === "or") {
      at += 1;
      parts.push(both());
    }
    return joined("or", parts);
  };
  const both = (): Query => {
    const parts: Query[] = [];
    for (let token = tokens[at]; token && token.kind !== ")" && token.kind !== "or"; token = tokens[at]) {
      if (token.kind === "and") at += 1;
      else parts.push(one());
    }
    return joined("and", parts);
  };
  const one = (): Query => {
    const token = tokens[at];
    at += 1;
    if (token?.kind === "not") return { kind: "not", of: one() };
    if (token?.kind === "(") {
      const inner = either();
      at += 1;
      return inner;
    }
    return token?.term ?? { kind: "all" };
  };
  return either();
}

function joined(kind: "and" | "or", parts: Query[]): Query {
  if (parts.length === 0) return { kind: "all" };
  return parts.length === 1 && parts[0] ? parts[0] : { kind, of: parts };
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let rest = text.trimStart();
  while (rest !== "") {
    const token = nextToken(rest);
    tokens.push(token);
    rest = rest.slice(Math.max(1, token.text.length)).trimStart();
  }
  return tokens;
}

function nextToken(rest: string): Token {
  const first = rest[0];
  if (first === "(" || first === ")") return { text: first, kind: first };
  if (first === "-" && /^-[^\s]/.test(rest)) return { text: "-", kind: "not" };
  const word = /^(OR|AND|NOT)(?=[\s(]|$)/.exec(rest)?.[1];
  if (word) return { text: word, kind: word.toLowerCase() as "or" | "and" | "not" };
  const found = TERM.exec(rest);
  const [whole = rest, field, operator, raw = ""] = found ?? [];
  const quoted = /^["']/.test(raw);
  const value = quoted ? raw.slice(1, -1).replace(/\\(.)/g, "$1") : raw.replace(/\\(.)/g, "$1");
  return { text: whole, kind: "term", term: { kind: "term", field: field ?? null, operator: (operator ?? ":") as Term["operator"], value, quoted } };
}
