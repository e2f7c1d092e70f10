import fc from 'fast-check';

// The same made-up rounds each time, so that a failure is the change's own; SEED=… npm test tries others.
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? '20221110') });
