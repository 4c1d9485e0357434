/** Jars from Maven, each with all that it needs at run time. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPath, run } from './run.mjs';

/** Copies `artifacts`, as `group:artifact:version`, to `folder`/lib. Throws an Error that names what is missing. */
export async function copyJars(folder, ...artifacts) {
  const mvn = onPath('mvn');
  if (!mvn) throw new Error('mvn on PATH (Apache Maven)');
  const pom = join(folder, 'pom.xml');
  writeFileSync(pom, `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>dossierflow</groupId><artifactId>jars</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>${artifacts.map(dependency).join('')}</dependencies>
</project>
`);
  await run(mvn, ['-B', '-q', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${join(folder, 'lib')}`, '-DincludeScope=runtime']);
  rmSync(pom);
}

function dependency(artifact) {
  const [groupId, artifactId, version] = artifact.split(':');
  return `<dependency><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version></dependency>`;
}
