import { config } from 'zod';

// Zod would try `new Function` to see whether it may compile schemas; the content security policy forbids it and the
// browser would log a violation. Imported before any schema is built.
config({ jitless: true });
