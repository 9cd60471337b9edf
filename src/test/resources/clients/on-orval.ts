import type { Answer, Atlas } from "./application.js";
import { createStartup, getStartup, listStartups, search } from "./orval/atlas.js";

/** The application's client on orval, with the parameters that the document names. */
export function onOrval(key: string): Atlas {
  return {
    startups: async ({ sectors, foundedSince, cursor }) => {
      const answer = await listStartups({
        sectors,
        founded_year__gte: foundedSince,
        cursor,
        facets: ["sectors", "stage"],
        fields: ["slug", "name", "summary", "sectors", "stage", "country", "founded_year"],
        sort: ["-founded_year", "name"],
        lang: "fr",
        total: true,
        limit: 5,
      });
      return answer.status === 200 ? value(answer.data) : answer.status === 304 ? unexpected() : { problem: answer.data };
    },
    startup: async (slug) => {
      const answer = await getStartup(slug, { expand: ["participations", "counts"] });
      return answer.status === 200
        ? value(answer.data)
        : answer.status === 304 || answer.status === 308
          ? unexpected()
          : { problem: answer.data };
    },
    search: async (words) => {
      const answer = await search({ q: words, resource: ["startups", "partners"] });
      return answer.status === 200 ? value(answer.data) : answer.status === 304 ? unexpected() : { problem: answer.data };
    },
    tryToCreate: async (startup) => {
      const answer = await createStartup(startup, { dry_run: true }, { headers: { Authorization: `Bearer ${key}` } });
      return answer.status === 200 || answer.status === 201 ? value(answer.data) : { problem: answer.data };
    },
  };
}

function value<T>(data: T): Answer<T> {
  return { value: data };
}

function unexpected(): never {
  throw new Error("no content");
}
