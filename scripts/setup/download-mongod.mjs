/** Run as a program: prints the path of the mongod that mongodb-memory-server-core finds, or downloads into argv[2]. */
import { MongoBinary } from 'mongodb-memory-server-core';

process.stdout.write(await MongoBinary.getPath({ downloadDir: process.argv[2] }));
