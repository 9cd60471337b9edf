module.exports = {
  atlas: {
    input: { target: "../../openapi/openapi.json" },
    output: {
      target: "generated/application/orval/atlas.ts",
      client: "fetch",
      mode: "single",
      baseUrl: process.env.ATLAS_URL ?? "http://localhost:8080",
      clean: true,
    },
  },
};
