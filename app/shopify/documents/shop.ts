/** What the app keeps of a shop. */
import { graphql } from "./graphql.ts";

export const shopAbout = graphql<"ShopAbout">`#graphql
  query ShopAbout {
    shop { currencyCode ianaTimezone }
  }
`;
