import createClient from "openapi-fetch";
import { answer, type Atlas } from "./application.js";
import type { paths } from "./openapi-typescript.js";

/** The application's client on openapi-typescript and openapi-fetch, whose defaults it leaves as they are. */
export function onOpenapiFetch(baseUrl: string, key: string): Atlas {
  const client = createClient<paths>({ baseUrl });
  return {
    startups: async ({ sectors, foundedSince, cursor }) =>
      answer(
        await client.GET("/v1/startups", {
          params: {
            query: {
              sectors,
              founded_year__gte: foundedSince,
              cursor,
              facets: ["sectors", "stage"],
              fields: ["slug", "name", "summary", "sectors", "stage", "country", "founded_year"],
              sort: ["-founded_year", "name"],
              lang: "fr",
              total: true,
              limit: 5,
            },
          },
        }),
      ),
    startup: async (slug) =>
      answer(
        await client.GET("/v1/startups/{id}", {
          params: { path: { id: slug }, query: { expand: ["participations", "counts"] } },
        }),
      ),
    search: async (words) =>
      answer(await client.GET("/v1/search", { params: { query: { q: words, resource: ["startups", "partners"] } } })),
    tryToCreate: async (startup) =>
      answer(
        await client.POST("/v1/startups", {
          params: { query: { dry_run: true } },
          headers: { Authorization: `Bearer ${key}` },
          body: startup,
        }),
      ),
  };
}
