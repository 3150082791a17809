import { config } from 'zod';

// the content policy forbids code made at run time; left alone, zod would try it once and the console would say so
config({ jitless: true });
