import { answer, type Atlas } from "./application.js";
import { createClient, createConfig } from "./hey-api/client/index.js";
import { createStartup, getStartup, listStartups, search } from "./hey-api/index.js";

/** The application's client on @hey-api/openapi-ts. */
export function onHeyApi(baseUrl: string, key: string): Atlas {
  const client = createClient(createConfig({ baseUrl }));
  return {
    startups: async ({ sectors, foundedSince, cursor }) =>
      answer(
        await listStartups({
          client,
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
        }),
      ),
    startup: async (slug) =>
      answer(await getStartup({ client, path: { id: slug }, query: { expand: ["participations", "counts"] } })),
    search: async (words) => answer(await search({ client, query: { q: words, resource: ["startups", "partners"] } })),
    tryToCreate: async (startup) =>
      answer(
        await createStartup({
          client,
          query: { dry_run: true },
          headers: { Authorization: `Bearer ${key}` },
          body: startup,
        }),
      ),
  };
}
