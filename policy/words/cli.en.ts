/** What the command line says, in English. */
const policies = "  --policies DIR   folder of policy files (the shipped policies where left out)";
const readings = "  --reading ID=X   take option X of a reading; may be given more than once";
const exits = "Exit status: 0 done; 1 see above; 2 wrong use or an unreadable file.";

export const cliWords = {
  usage: `Usage: npm run --silent policy -- COMMAND [options]

Commands:
  decide    decide claims: JSON lines in, decisions as JSON lines out
  explain   explain the decision of one claim in sentences
  check     look for errors, contradictions and holes in policies
  page      a policy as a readable page
  matrix    what a policy gives, by item class, reason and age
  diff      what changed between two versions of a policy
  cover     which clause ids of a list the policies hold

COMMAND --help tells more.
Exit status: 0 done; 1 done with findings (a malformed claim, a finding of check, ids not held); 2 wrong use or an unreadable file.
`,
  help: {
    decide: `Usage: decide [--policies DIR] [--reading ID=X] < claims.jsonl > decisions.jsonl

Reads one claim per line and writes one decision per line, in the same order. In place of a line that is no claim, or
names a policy that is not there, it writes {"claim":…,"errors":[{"path":…,"message":…}]} and goes on.

${policies}
${readings} (for policies that have it)

Exit status 1: at least one line was not decided.
${exits}
`,
    explain: `Usage: explain --claim FILE [--for customer|staff] [--policies DIR] [--reading ID=X]

Decides the claim in FILE (one JSON claim; - reads standard input) and explains the decision.

  --claim FILE     the claim
  --for WHOM       customer (usual) or staff
${policies}
${readings}

Exit status 1: the claim is malformed.
${exits}
`,
    check: `Usage: check [FILE…] [--policies DIR] [--json]

Looks for unknown ids, circular overrides, contradictions, clauses never reached and holes, in the files or in all policies.

  --json           one finding per line as JSON, each with a claim that shows it
${policies}

Exit status 1: there is an error among the findings, or a file is no policy.
${exits}
`,
    page: `Usage: page ID [--format html|md] [--policies DIR] [--reading ID=X]

Writes the policy (an id, or a file) as a page.

  --format FORMAT  html (usual) or md
${policies}
${readings}

${exits}
`,
    matrix: `Usage: matrix ID [--policies DIR] [--reading ID=X]

Prints what the policy (an id, or a file) gives: remedy, age of the item, who pays which way, fees; by item class and reason.

${policies}
${readings}

${exits}
`,
    diff: `Usage: diff OLD NEW [--policies DIR]

Prints clauses added, gone and changed from one version to another; each an id, or a file.

${policies}

${exits}
`,
    cover: `Usage: cover CLAUSES.json [--policies DIR]

Compares the ids in a list ([{ "id": … }, …]) with the clauses the policies hold.

${policies}

Exit status 1: some id of the list is in no policy.
${exits}
`,
  },
  unknownCommand: "{name} is not a command.", unknownPolicy: "{id} is neither a policy ({known}) nor a file", takes: { page: "page takes one policy.", matrix: "matrix takes one policy.", diff: "diff takes two versions.", cover: "cover takes one file.", explain: "explain needs --claim FILE." },
  wrongChoice: "--{flag} is one of {choices}, not {value}.", wrongReading: "--reading is ID=X, not {value}.", noSuchReading: "No policy has a reading {id}.", notJson: "is not JSON: {message}", notObject: "is not a JSON object", tooLong: "is longer than {n} characters", noPolicy: "there is no policy {id}", notList: "{file} is not a list of clauses with ids",
  covered: "{held} of {all}", uncovered: "Not held: {ids}", beyond: "Held and not in the list: {ids}", noFindings: "{policy}: nothing found.", findings: "{policy}:", finding: "  {level} {kind}: {message}", example: "    for example: {says}",
};
