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
  source: z.enum(['resume', 'person', 'self-check', 'mastery']),
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
const titles = z.array(z.string());
/** A year before tax, in whole units of the currency; `scale` is what a pay scale gives a post, before allowances. */
const payBand = z.object({
  source: z.string(), url: z.string(), country: z.string(), currency: z.string(), year: z.int(), basis: z.enum(['earnings', 'scale']), post: z.string().nullable(),
  low: z.number().nullable(), median: z.number().nullable(), high: z.number().nullable(),
});
const role = z.object({
  id: z.string(), name: z.string(), field: z.string(), summary: z.string(), titles,
  /** What the trade calls somebody at each stage. */
  seniority: z.object({ entry: titles, mid: titles, senior: titles, lead: titles }),
  must: z.array(roleSkill), should: z.array(roleSkill), nice: z.array(roleSkill),
  /** The roles people go to from here. */
  moves: z.array(z.object({ id: z.string(), name: z.string(), summary: z.string() })),
  pay: z.array(payBand),
  /** Unit group of ISCO-08. */
  isco: z.object({ code: z.string(), name: z.string() }).nullable(), escoCode: z.string().nullable(),
});

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
    method: 'GET', path: '/roles/:roleId', summary: 'One role: the skills it asks for, what it is called, what it pays and where it leads', access: 'signed-in', params: z.object({ roleId: z.string().max(80) }),
    answers: { 200: role },
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
