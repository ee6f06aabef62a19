import { unpack } from '../print/browser.ts';

/** Unpacks the embedded browser into the folder that is given, in a process of its own. */
await unpack(process.argv[2] as string);
