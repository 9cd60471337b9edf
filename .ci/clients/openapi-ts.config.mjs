export default {
  input: "../../openapi/openapi.json",
  output: { path: "generated/application/hey-api", importFileExtension: ".js" },
  plugins: ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"],
};
