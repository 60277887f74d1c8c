import type { ReactNode } from "react";
import { Box } from "@shopify/polaris";

/** What stands outside a card: on a phone, where cards reach from edge to edge, it keeps as far from the edge as what is in them. */
export const OffEdge = ({ children }: { children: ReactNode }) => <Box paddingInline={{ xs: "400", sm: "0" }}>{children}</Box>;
