/** Run as a program: lets the Temporal SDK download the CLI of version argv[2] into the folder argv[3]. */
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [, , version, downloadDir] = process.argv;
const environment = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', version, downloadDir } },
});
await environment.teardown();
