// Validates the file named first against the schema named second. Prints the errors as JSON; an empty array means valid.
const fs = require("fs");
const modules = process.argv[4];
const Ajv = require(`${modules}/ajv/dist/2020`).default;
const formats = require(`${modules}/ajv-formats`).default;
const ajv = new Ajv({ strict: false, allErrors: true });
formats(ajv);
const validate = ajv.compile(JSON.parse(fs.readFileSync(process.argv[3], "utf8")));
validate(JSON.parse(fs.readFileSync(process.argv[2], "utf8")));
console.log(JSON.stringify((validate.errors ?? []).slice(0, 20)));
