import { createDemo, type DemoParts } from './demo.service.ts';

export { alumniData } from './alumni-data.ts';
export { createDemo, type DemoParts };
export type Demo = ReturnType<typeof createDemo>;
