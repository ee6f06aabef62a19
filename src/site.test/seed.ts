import fc from 'fast-check';

/** Property tests draw the same cases everywhere: what fails once fails again. `SEED=7 npm test` draws others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
