/** Learns a skill with a person in a chat: explained, shown, tried, hinted at, judged. */
import type { LearningMaterial } from '@cairn/knowledge/learning';
import type { Http } from '../../platform/http/http.ts';
import { createExercises, type Exercises } from './exercises.ts';
import { createMaterial } from './material.ts';
import { tutorRoutes } from './tutor.routes.ts';
import { createTutorService, type TutorParts } from './tutor.service.ts';

export { tutorData } from './tutor-data.ts';
export type { Exercises } from './exercises.ts';

export function createTutor({ loadMaterial, ...parts }: Omit<TutorParts, 'material'> & { readonly loadMaterial: () => LearningMaterial }): { readonly exercises: Exercises; register(http: Pick<Http, 'implement'>): void } {
  const material = createMaterial(loadMaterial);
  const service = createTutorService({ ...parts, material });
  return { exercises: createExercises(material), register: (http) => { tutorRoutes(http, service); } };
}
