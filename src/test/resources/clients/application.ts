/**
 * An application with four views: a list with facets, a record with its relations, a search box, and a form with its errors.
 * It defines the types that its views need; each generated client must fit them without casts.
 */

export type Text = { fr: string | null; ar: string | null; en: string | null } | string | null;

export interface Startup {
  id: string;
  slug: string;
  name: string;
  summary: Text;
  sectors: string[];
  stage: string | null;
  country: string | null;
  founded_year: number | null;
  labels?: { [field: string]: { [code: string]: string } };
}

export interface StartupPage {
  data: Startup[];
  page: { has_more: boolean; next_cursor: string | null; total?: number };
  facets?: {
    [field: string]: { values: { value: string | boolean; label?: string; count: number }[]; missing: number };
  };
}

export interface StartupWithRelations extends Startup {
  expanded?: {
    participations?: { data: { program: string; edition: string | null }[]; truncated: boolean };
    counts?: { participations?: number };
  };
}

export interface Hits {
  data: { resource: string; slug: string; name: string | null; matched: { field: string; text: string }[] }[];
}

export interface Problem {
  title: string;
  status: number;
  detail: string;
  errors?: { parameter?: string; pointer?: string; code: string; detail: string; did_you_mean?: string }[];
}

export type Answer<T> = { value: T; problem?: undefined } | { value?: undefined; problem: Problem };

/** Converts the result of a client that returns either data or an error. */
export function answer<T>(result: { data?: T; error?: Problem }): Answer<T> {
  if (result.error !== undefined) {
    return { problem: result.error };
  }
  if (result.data === undefined) {
    throw new Error("no content");
  }
  return { value: result.data };
}

export interface ListQuery {
  sectors?: string[];
  foundedSince?: number;
  cursor?: string;
}

export interface NewStartup {
  name: string;
  sectors: string[];
}

/** The requests that the application makes. */
export interface Atlas {
  startups(query: ListQuery): Promise<Answer<StartupPage>>;
  startup(slug: string): Promise<Answer<StartupWithRelations>>;
  search(words: string): Promise<Answer<Hits>>;
  tryToCreate(startup: NewStartup): Promise<Answer<unknown>>;
}

export function shown(text: Text): string {
  return text === null ? "" : typeof text === "string" ? text : (text.en ?? text.fr ?? text.ar ?? "");
}

/** The first view: names with their sectors, and the count of each sector. */
export async function listView(atlas: Atlas, query: ListQuery): Promise<string> {
  const answer = await atlas.startups(query);
  if (answer.problem) {
    return problemView(answer.problem);
  }
  const { data, facets, page } = answer.value;
  const rows = data.map((startup) => {
    const labels = startup.labels?.["sectors"] ?? {};
    return `${startup.name} (${startup.founded_year ?? "?"}): ${startup.sectors.map((code) => labels[code] ?? code).join(", ")}`;
  });
  const counts = (facets?.["sectors"]?.values ?? []).map((each) => `${each.label ?? each.value} ${each.count}`);
  return [...rows, ...counts, `total ${page.total ?? "?"}`, page.has_more ? "more" : "end"].join("\n");
}

/** The second view: a record with its programs. */
export async function recordView(atlas: Atlas, slug: string): Promise<string> {
  const answer = await atlas.startup(slug);
  if (answer.problem) {
    return problemView(answer.problem);
  }
  const startup = answer.value;
  const programs = (startup.expanded?.participations?.data ?? []).map((each) => `${each.program} ${each.edition ?? ""}`);
  return [startup.name, shown(startup.summary), `${startup.expanded?.counts?.participations ?? 0} programs`, ...programs].join(
    "\n",
  );
}

/** The third view: the hits of a search. */
export async function searchView(atlas: Atlas, words: string): Promise<string> {
  const answer = await atlas.search(words);
  return answer.problem
    ? problemView(answer.problem)
    : answer.value.data.map((hit) => `${hit.resource}/${hit.slug}: ${hit.matched[0]?.text ?? hit.name}`).join("\n");
}

/** The fourth view: a form with the errors of each field. */
export async function formView(atlas: Atlas, startup: NewStartup): Promise<string> {
  const answer = await atlas.tryToCreate(startup);
  return answer.problem ? problemView(answer.problem) : "can be created";
}

function problemView(problem: Problem): string {
  const errors = (problem.errors ?? []).map(
    (error) =>
      `${error.parameter ?? error.pointer ?? ""}: ${error.code}` + (error.did_you_mean ? `, ${error.did_you_mean}?` : ""),
  );
  return [`${problem.status} ${problem.title}`, ...errors].join("\n");
}
