import { z } from 'zod';
import { evidence, level, listOf, page, proficiency, reason } from './common.ts';
import { endpoint } from './endpoint.ts';

export const profiledSkill = z.object({
  skillId: z.string(),
  name: z.string(),
  category: z.string(),
  level: proficiency,
  /** 0 to 100; the level follows from it. */
  score: z.number(),
  confidence: z.number(),
  years: z.number().nullable(),
  lastUsed: z.string().nullable(),
  source: z.enum(['resume', 'person', 'self-check']),
  reasons: z.array(reason),
  evidence: z.array(evidence),
});

const skill = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string(),
  aliases: z.array(z.string()),
  hours: z.array(z.number()),
  prerequisites: z.array(z.object({ id: z.string(), level })),
  related: z.array(z.object({ id: z.string(), kind: z.string(), strength: z.number() })),
  checkpoints: z.record(z.string(), z.string()),
});
const roleSkill = z.object({ id: z.string(), name: z.string(), level });

export const skills = {
  list: endpoint({
    method: 'GET', path: '/skills', summary: 'Search the skills that Cairn knows', access: 'signed-in', query: page.extend({ search: z.string().max(100).optional() }),
    answers: { 200: listOf(z.object({ id: z.string(), name: z.string(), category: z.string() })) }, failures: ['auth.signed-out'],
  }),
  read: endpoint({
    method: 'GET', path: '/skills/:skillId', summary: 'One skill', access: 'signed-in', params: z.object({ skillId: z.string().max(80) }),
    answers: { 200: skill }, failures: ['auth.signed-out', 'skills.unknown'],
  }),
  roles: endpoint({
    method: 'GET', path: '/roles', summary: 'Search the roles that Cairn knows', access: 'signed-in', query: page.extend({ search: z.string().max(100).optional() }),
    answers: { 200: listOf(z.object({ id: z.string(), name: z.string(), field: z.string(), summary: z.string() })) }, failures: ['auth.signed-out'],
  }),
  role: endpoint({
    method: 'GET', path: '/roles/:roleId', summary: 'One role with the skills it asks for', access: 'signed-in', params: z.object({ roleId: z.string().max(80) }),
    answers: { 200: z.object({ id: z.string(), name: z.string(), field: z.string(), summary: z.string(), titles: z.array(z.string()), must: z.array(roleSkill), should: z.array(roleSkill), nice: z.array(roleSkill) }) },
    failures: ['auth.signed-out', 'role.unknown'],
  }),
  mine: endpoint({
    method: 'GET', path: '/me/skills', summary: 'Your skills: level, evidence, reasons', access: 'skills.own',
    answers: { 200: z.object({ items: z.array(profiledSkill) }) }, failures: ['auth.signed-out', 'auth.forbidden'],
  }),
  correct: endpoint({
    method: 'PUT', path: '/me/skills/:skillId', summary: 'Say yourself what level you have; 0 says you do not have it', access: 'skills.own', params: z.object({ skillId: z.string().max(80) }),
    body: z.object({ level: proficiency }),
    answers: { 200: z.object({ items: z.array(profiledSkill) }) }, failures: ['auth.signed-out', 'auth.forbidden', 'request.cross-site', 'skills.unknown'],
  }),
  uncorrect: endpoint({
    method: 'DELETE', path: '/me/skills/:skillId', summary: 'Take your own word back; what was read holds again', access: 'skills.own', params: z.object({ skillId: z.string().max(80) }),
    answers: { 200: z.object({ items: z.array(profiledSkill) }) }, failures: ['auth.signed-out', 'auth.forbidden', 'request.cross-site', 'skills.unknown'],
  }),
};
