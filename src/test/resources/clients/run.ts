import assert from "node:assert/strict";
import { type Atlas, formView, listView, recordView, searchView } from "./application.js";
import { onHeyApi } from "./on-hey-api.js";
import { onOpenapiFetch } from "./on-openapi-fetch.js";
import { onOrval } from "./on-orval.js";

/** Runs the application on each client against a server with the bundled data, and compares what the views show. */
const server = process.env["ATLAS_URL"] ?? "http://localhost:8080";
const key = process.env["ATLAS_ADMIN_KEY"] ?? "";

async function views(atlas: Atlas): Promise<string[]> {
  return [
    await listView(atlas, { sectors: ["fintech", "media"], foundedSince: 2015 }),
    await listView(atlas, { sectors: ["fintec"] }),
    await recordView(atlas, "chari"),
    await recordView(atlas, "no-such-startup"),
    await searchView(atlas, "cloudfret"),
    await searchView(atlas, ""),
    await formView(atlas, { name: "", sectors: ["fintec"] }),
  ];
}

const clients: { [name: string]: Atlas } = {
  "openapi-fetch": onOpenapiFetch(server, key),
  "hey-api": onHeyApi(server, key),
  orval: onOrval(key),
};
for (const [name, atlas] of Object.entries(clients)) {
  const [list, misspelt, record, missing, found, nothing, form] = await views(atlas);
  assert.match(list ?? "", /^.+ \(20\d\d\): .+\n(.|\n)*Fintech \d+\n(.|\n)*total \d+/, name);
  assert.match(misspelt ?? "", /^400 .*\nsectors: unknown-(code|value), fintech\?/, name);
  assert.match(record ?? "", /^Chari\n.+\n\d+ programs\n/, name);
  assert.match(missing ?? "", /^404 /, name);
  assert.match(found ?? "", /startups\/cloudfret: .*<mark>/, name);
  assert.match(nothing ?? "", /^400 .*\nq: /, name);
  assert.match(form ?? "", key === "" ? /^401 / : /^422 (.|\n)*\/name: (.|\n)*\/sectors\/0: unknown-code, fintech\?/, name);
  console.log(`${name}: the four views show what they should`);
}
