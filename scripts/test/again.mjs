/** More failed files than this are no accident of a busy machine. */
const MOST_AGAIN = 5;

/** Paths of the files to run once more, alone; none when too many have failed. */
export function filesToRepeat(report) {
  const failed = report.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  return failed.length <= MOST_AGAIN ? failed : [];
}

/**
 * Jest's report with the files that ran again as they ended then, and the names of the tests that passed only then. A file that the second run
 * says nothing of stays failed.
 */
export function repeated(first, second) {
  const again = new Map(second.testResults.map((file) => [file.name, file]));
  const testResults = first.testResults.map((file) => again.get(file.name) ?? file);
  const unsteady = first.testResults.flatMap((file) => file.assertionResults
    .filter(({ status, fullName }) => status === 'failed' && again.get(file.name)?.assertionResults.some((each) => each.fullName === fullName && each.status === 'passed'))
    .map(({ fullName }) => fullName));
  return { report: { ...first, ...counts(testResults), testResults }, unsteady };
}

function counts(files) {
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const of = (...kinds) => tests.filter(({ status }) => kinds.includes(status)).length;
  return {
    numPassedTests: of('passed'), numFailedTests: of('failed'), numPendingTests: of('pending', 'skipped', 'disabled'), numTodoTests: of('todo'),
    numRuntimeErrorTestSuites: files.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((each) => each.status === 'failed')).length,
  };
}
