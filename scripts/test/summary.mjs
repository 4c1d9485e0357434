/** The counts of jest's JSON report; a test file that could not be loaded counts as one failure. */
export function summary(report) {
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const skipped = report.numPendingTests + report.numTodoTests;
  const ran = report.numPassedTests + failed > 0;
  const line = `${report.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { line, success: ran && failed === 0 };
}
