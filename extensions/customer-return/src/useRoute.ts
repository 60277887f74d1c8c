import { useEffect, useState } from "preact/hooks";

export type Route = { readonly path: string; readonly about: URLSearchParams };

/** What follows the extension's address: "extension:/case/17?a=b", with or without a host(). */
function routeNow(): Route {
  const [, after = "/"] = /^[a-z]+:(?:\/\/[^/?]*)?(.*)$/.exec(navigation.currentEntry.url ?? "") ?? [];
  const [path = "/", query = ""] = after.split("?");
  return { path: path || "/", about: new URLSearchParams(query) };
}

/** The route of now, also after the customer goes back. */
export function useRoute(): Route {
  const [route, setRoute] = useState(routeNow);
  useEffect(() => {
    const heard = (): void => setRoute(routeNow());
    navigation.addEventListener("currententrychange", heard);
    return () => navigation.removeEventListener("currententrychange", heard);
  }, []);
  return route;
}
