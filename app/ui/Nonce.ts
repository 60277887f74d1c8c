import { createContext } from "react";

/** The nonce that scripts of this answer carry; empty in the browser, which does not need it any more. */
export const Nonce = createContext("");
