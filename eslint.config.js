import tseslint from "typescript-eslint";

/**
 * Imports run one way: policy ← app/shopify, app/store ← app/flows ← app/routes, app/ui. shopify and store never see
 * each other, and nothing imports test (docs/decisions/imports.md).
 */
const only = (regex, message) => ({ "no-restricted-imports": ["error", { patterns: [{ regex, message }] }] });

export default tseslint.config(
  { ignores: ["node_modules/", "build/", "extensions/*/dist/", "coverage/", ".artefacts/", ".data/", "app/generated/", "app/types/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  { files: ["policy/**/*.ts"], ignores: ["policy/load.ts", "policy/cli.ts", "policy/cli/**"], rules: only("^(?!\\.{1,2}/|zod$)|/(app|test)/", "policy/ is pure: zod and its own files only") },
  { files: ["app/**/*.ts", "app/**/*.tsx"], rules: only("/test/", "nothing imports test") },
  { files: ["app/shopify/**/*.ts"], rules: only("/(test|store|flows|routes|ui)/", "app/shopify knows the policy and Shopify only") },
  { files: ["app/store/**/*.ts"], rules: only("/(test|shopify|flows|routes|ui)/", "app/store knows the policy and the database only") },
  { files: ["app/flows/**/*.ts"], rules: only("/(test|routes|ui)/", "flows know no screen") },
);
