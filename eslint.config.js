import tseslint from "typescript-eslint";

/** Imports run one way (docs/decisions): policy imports zod and itself; nothing imports test. */
const outside = (patterns, message) => ({ "no-restricted-imports": ["error", { patterns: [{ group: patterns, message }] }] });

export default tseslint.config(
  { ignores: ["node_modules/", "build/", "coverage/", ".artefacts/", ".data/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["policy/**/*.ts"],
    ignores: ["policy/load.ts", "policy/cli.ts", "policy/cli/**"],
    rules: outside(["*", "!./*", "!../*", "!zod", "../app/*", "../../app/*", "../test/*", "../../test/*"], "policy/ is pure: zod and its own files only"),
  },
);
