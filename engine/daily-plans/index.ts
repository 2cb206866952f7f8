export { planDay, shareAfter, type DayItem, type DayPlan, type DayRequest, type DueReview, type OpenLesson, type OpenTask } from './plan-day.ts';
export { missedDays, usualRhythm, type PlannedDay, type Rhythm } from './rhythm.ts';
