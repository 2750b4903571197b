// Prints what a test run counted as `N passed, N failed`; a skipped test is a failure here, and so is a run of none.
import { readFileSync } from 'node:fs';

const [file, status] = process.argv.slice(2);
let report;
try {
  report = JSON.parse(readFileSync(file, 'utf8'));
} catch (error) {
  console.log(`ci: no test report (${error.message})`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
if (skipped > 0) console.log(`ci: ${skipped} skipped: every test must run here`);
const brokenFiles = report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
const failed = report.numFailedTests + skipped + brokenFiles;
console.log(`${report.numPassedTests} passed, ${failed} failed`);
process.exit(failed > 0 || report.numPassedTests === 0 || status !== '0' ? 1 : 0);
