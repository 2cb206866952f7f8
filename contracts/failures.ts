/**
 * Every failure the API can answer, with its status and what to do next, in one place. A code is stable: clients and
 * the pages' locale files depend on it. Named `<feature>.<what>`; mapped to HTTP once, here.
 */
interface Failure {
  readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly title: string;
  readonly next: string;
}

function failures<const T extends Record<string, Failure>>(table: T): T {
  return table;
}

export const failureTable = failures({
  // any endpoint
  'request.invalid': { status: 400, title: 'The request does not have the form this endpoint takes.', next: 'Correct the fields named in `errors`.' },
  'request.not-json': { status: 400, title: 'The body is not JSON that can be read.', next: 'Send a JSON body with Content-Type application/json.' },
  'request.media-type': { status: 415, title: 'The content type is not one this endpoint takes.', next: 'Use the content type given in the API description.' },
  'request.too-large': { status: 413, title: 'The request is larger than allowed.', next: 'Send less at once.' },
  'request.not-found': { status: 404, title: 'There is nothing at this address.', next: 'Check the address; /api/docs lists every endpoint.' },
  'request.timeout': { status: 408, title: 'The request did not arrive in time.', next: 'Send it again.' },
  'request.rate-limited': { status: 429, title: 'Too many requests.', next: 'Wait for the seconds in Retry-After.' },
  'request.idempotency-conflict': { status: 409, title: 'This Idempotency-Key was used for a different request.', next: 'Use a new key for a new request.' },
  'request.in-progress': { status: 409, title: 'A request with this Idempotency-Key is still being worked on.', next: 'Wait a moment and ask again.' },
  'request.cross-site': { status: 403, title: 'The request came from another site.', next: 'Use the pages of this installation.' },
  'server.unexpected': { status: 500, title: 'Something went wrong on our side.', next: 'Try again; if it stays, tell the career office the request id.' },
  'server.unavailable': { status: 503, title: 'The service cannot answer right now.', next: 'Try again in a minute.' },

  // accounts
  'auth.signed-out': { status: 401, title: 'You are not signed in.', next: 'Sign in and try again.' },
  'auth.forbidden': { status: 403, title: 'Your role does not allow this.', next: 'Ask the career office for the permission.' },
  'auth.wrong-credentials': { status: 401, title: 'The e-mail or the password is not right.', next: 'Check both, or reset the password.' },
  'auth.locked': { status: 429, title: 'Too many wrong passwords; this account is locked for a while.', next: 'Wait for the seconds in Retry-After, or reset the password.' },
  'auth.weak-password': { status: 422, title: 'The password is too easy to guess.', next: 'Use at least 10 characters that are not a common password or your e-mail.' },
  'auth.refresh-invalid': { status: 401, title: 'The refresh token is not valid any more.', next: 'Sign in again.' },
  'auth.refresh-reused': { status: 401, title: 'The refresh token was used twice; every session of its family was ended.', next: 'Sign in again, and change the password if it was not you.' },
  'auth.token-invalid': { status: 422, title: 'The link is not valid or has expired.', next: 'Ask for a new one.' },
  'auth.organisation-unknown': { status: 422, title: 'There is no such organisation on this installation.', next: 'Choose one from the list.' },
  'auth.organisation-choice': { status: 422, title: 'More than one organisation is here.', next: 'Say which one with `organisation`.' },
  'auth.invitation-invalid': { status: 422, title: 'The invitation is not valid or has expired.', next: 'Ask the career office for a new one.' },
  'auth.session-unknown': { status: 404, title: 'There is no such session.', next: 'Reload the list of sessions.' },
  'organisation.already-set-up': { status: 409, title: 'This installation already has an organisation.', next: 'Sign in, or make another with `cairn organisation create`.' },
  'organisation.slug-taken': { status: 409, title: 'Another organisation has this short name.', next: 'Choose another short name.' },
  'organisation.domain-invalid': { status: 422, title: 'This is not the domain of an e-mail address.', next: 'Give what stands after the @ in your organisation\'s addresses, such as college.example.' },
  'organisation.domain-public': { status: 422, title: 'Anybody can have an address at this domain.', next: 'Give a domain at which your organisation alone gives addresses, such as college.example, or none.' },
  'organisation.domain-taken': { status: 409, title: 'Another organisation here has this domain, or one above or below it.', next: 'Check how it is spelt; if it is yours, ask whoever runs this installation.' },
  'people.unknown': { status: 404, title: 'There is no such person in your organisation.', next: 'Reload the list.' },
  'daily-plan.item-unknown': { status: 404, title: 'That is not on the plan of today.', next: 'Load the plan again: it may have been planned anew.' },
  'profile.time-zone-unknown': { status: 400, title: 'That is no time zone.', next: 'Give its name in the IANA database, such as Asia/Kolkata.' },
  'people.last-admin': { status: 409, title: 'An organisation needs at least one admin.', next: 'Make somebody else admin first.' },
  'people.address-unconfirmed': { status: 409, title: 'This person has not confirmed their e-mail address.', next: 'Ask them to open the link in the mail, or invite them at that address.' },
  'people.already-member': { status: 409, title: 'This person is already in your organisation.', next: 'Change their role in the list of people.' },

  // resumes
  'resume.unknown': { status: 404, title: 'There is no such resume.', next: 'Reload the list of resumes.' },
  'resume.version-unknown': { status: 404, title: 'There is no such version of the resume.', next: 'Reload the list of versions.' },
  'resume.empty-file': { status: 422, title: 'The file is empty.', next: 'Choose the file again; it may not have finished saving.' },
  'resume.no-file': { status: 422, title: 'No file came with the request.', next: 'Send it as multipart/form-data, in the field `file`.' },
  'resume.scanned': { status: 422, title: 'The file holds pictures of pages, not text.', next: 'Export a text PDF from your editor, or upload the DOCX.' },
  'resume.no-text': { status: 422, title: 'There is no text in the file.', next: 'Upload the file that has your resume in it.' },
  'resume.password': { status: 422, title: 'The file is protected by a password.', next: 'Save a copy without a password and upload that.' },
  'resume.not-a-document': { status: 415, title: 'The file is not a document that Cairn reads.', next: 'Upload a PDF, DOCX, TXT, Markdown or JSON Resume file.' },
  'resume.wrong-extension': { status: 415, title: 'The file is not what its name says.', next: 'Save it again from your editor in the format of its name.' },
  'resume.too-large': { status: 413, title: 'The file is larger than allowed.', next: 'Upload a file of at most 10 MB; leave out large pictures.' },
  'resume.too-many-pages': { status: 422, title: 'The file has more pages than a resume has.', next: 'Upload the resume alone, without certificates and annexes.' },
  'resume.archive-bomb': { status: 422, title: 'The file unpacks to far more than a document holds.', next: 'Save it again from your editor and upload that.' },
  'resume.old-word': { status: 415, title: 'The file is in the old Word format (.doc).', next: 'Open it, save it as DOCX or PDF, and upload that.' },
  'resume.readers-busy': { status: 503, title: 'Too many files are being read right now.', next: 'Try again in a minute; nothing was kept.' },
  'resume.damaged': { status: 422, title: 'The file is damaged and nothing in it can be read.', next: 'Save it again from your editor and upload that.' },
  'resume.too-slow': { status: 422, title: 'Reading the file took too long.', next: 'Save a simpler copy, for example without drawings, and upload that.' },
  'resume.out-of-memory': { status: 422, title: 'Reading the file took too much memory.', next: 'Save a simpler copy, for example without large pictures, and upload that.' },
  'resume.not-json-resume': { status: 422, title: 'The JSON file is not a JSON Resume.', next: 'Export it in the JSON Resume 1.0 form.' },
  'resume.not-read-yet': { status: 409, title: 'The resume is still being read.', next: 'Wait until reading has finished.' },
  'resume.correction-invalid': { status: 422, title: 'A correction names a field or an entry that the resume does not have.', next: 'Reload the resume and correct it again.' },

  // skills
  'skills.unknown': { status: 422, title: 'There is no such skill in what Cairn knows.', next: 'Choose a skill from GET /skills.' },

  // job ads and gaps
  'job-ad.unknown': { status: 404, title: 'There is no such job ad.', next: 'Send the ad again.' },
  'job-ad.unreadable': { status: 422, title: 'The file of the job ad cannot be read.', next: 'Paste the text of the ad instead.' },
  'job-ad.address-not-allowed': { status: 422, title: 'This address may not be opened.', next: 'Use the public http or https address of the ad, or paste its text.' },
  'job-ad.address-unreachable': { status: 422, title: 'The address did not answer with a page that can be read.', next: 'Open it yourself and paste the text of the ad.' },
  'job-ad.address-too-large': { status: 422, title: 'The page behind the address is too large.', next: 'Paste the text of the ad.' },
  'gap.unknown': { status: 404, title: 'There is no such skill gap.', next: 'Reload the list of gaps.' },
  'gap.no-resume': { status: 422, title: 'There is no resume or skill to compare with.', next: 'Upload a resume or add your skills first.' },
  'gap.one-source': { status: 422, title: 'A gap is measured against exactly one job.', next: 'Send one of jobDescription, jobUrl, jobAdId or roleId.' },
  'gap.text-too-short': { status: 422, title: 'The text is too short to be a job ad.', next: 'Paste the whole ad, with its requirements.' },
  'gap.no-skill-found': { status: 422, title: 'No skill that Cairn knows is named in the text.', next: 'Paste the part of the ad that lists the requirements, or choose a role.' },
  'gap.wrong-language': { status: 422, title: 'The ad is in a language that Cairn does not read yet.', next: 'Paste the ad in English or Hindi, or choose a role.' },
  'role.unknown': { status: 422, title: 'There is no such role in what Cairn knows.', next: 'Choose a role from GET /roles.' },

  // roadmaps
  'roadmap.unknown': { status: 404, title: 'There is no such roadmap.', next: 'Reload the list of roadmaps.' },
  'roadmap.task-unknown': { status: 404, title: 'There is no such task in this roadmap.', next: 'Reload the roadmap; it may have been replanned.' },
  'roadmap.one-goal': { status: 422, title: 'A roadmap leads to exactly one goal.', next: 'Send one of skillGapId or targetRoleId.' },
  'roadmap.impossible': { status: 422, title: 'The plan does not fit the time there is.', next: 'Choose one of the `alternatives`.' },
  'roadmap.nothing-to-learn': { status: 422, title: 'Nothing is missing for this goal.', next: 'Choose a further role, or apply.' },
  'roadmap.already-done': { status: 409, title: 'This task is already done.', next: 'Nothing needs doing; undo it if it was a mistake.' },
  'roadmap.not-done': { status: 409, title: 'This task is not done, so it cannot be undone.', next: 'Reload the roadmap.' },
  'roadmap.self-check-not-passed': { status: 422, title: 'Not every statement of the self-check was affirmed.', next: 'Keep the skill in the plan, or affirm what you can do.' },
  'roadmap.proof-changed': { status: 409, title: 'This proof is not what it was any more.', next: 'Reload the roadmap; nothing in it has changed.' },
  'roadmap.resource-unknown': { status: 404, title: 'There is no such resource in what Cairn knows.', next: 'Reload the roadmap.' },
  'roadmap.feed-unknown': { status: 404, title: 'There is no calendar behind this address.', next: 'Copy the address again from the roadmap.' },

  // learning
  'learning.skill-unknown': { status: 422, title: 'There are no questions for this skill.', next: 'Choose one of `nearest`, or a skill of GET /learning.' },
  'learning.one-size': { status: 422, title: 'A session has one size.', next: 'Send minutes or questions, not both; a placement takes neither.' },
  'learning.one-skill': { status: 422, title: 'A placement is for one skill.', next: 'Send one skill in skillIds.' },
  'learning.nothing-to-ask': { status: 422, title: 'There is nothing to ask today: every question of these skills was asked and is still known.', next: 'Choose another skill, or come back on the day that GET /learning names.' },
  'learning.session-unknown': { status: 404, title: 'There is no such session.', next: 'Begin another.' },
  'learning.question-unknown': { status: 404, title: 'This session has not shown such a question.', next: 'Reload the session; it holds the open question.' },
  'learning.session-over': { status: 410, title: 'This session is over; every answer was kept.', next: 'Begin another.' },
  'learning.already-answered': { status: 409, title: 'This question was answered already, and the first answer counts.', next: 'Reload the session; it holds the question that is open now.' },
  'learning.answer-does-not-fit': { status: 422, title: 'The answer does not have the form of the question.', next: 'Answer with the kind and the places that the question shows.' },
  'learning.answer-language': { status: 422, title: 'The answer is in a language that the points of this question are not known in. Nothing was counted.', next: 'Answer in the language of the question, or say that you do not know.' },
  'learning.no-more-hints': { status: 409, title: 'This question has no such hint.', next: 'Answer with what is shown, or say that you do not know.' },
  'learning.hint-not-yet': { status: 409, title: 'The hints come one after the other.', next: 'Ask for the next one.' },

  // progress
  'progress.unknown': { status: 404, title: 'There is no such logged time.', next: 'Reload what you logged.' },
  'progress.day-full': { status: 409, title: 'This day would have more than 24 hours.', next: 'Log fewer minutes, or take back what was logged twice.' },
  'progress.link-invalid': { status: 404, title: 'The link is not one that Cairn sent.', next: 'Open the link in the newest mail, or switch the mail off in the settings.' },

  // advisor
  'advisor.nothing-asked': { status: 422, title: 'Nothing was asked.', next: 'Send a question, or a goal.' },
  'advisor.run-unknown': { status: 404, title: 'There is no such question to the advisor.', next: 'Reload what you asked, or ask again.' },
  'advisor.not-answered': { status: 409, title: 'This question has no answer to decide again.', next: 'Wait until it is answered, or ask anew.' },

  // tutor
  'tutor.chat-unknown': { status: 404, title: 'There is no such chat with the tutor.', next: 'Reload your chats.' },
  'tutor.nothing-to-teach': { status: 422, title: 'The tutor has no questions on this skill yet.', next: 'Choose a skill from GET /tutor/topics.' },
  'tutor.moved-on': { status: 409, title: 'The chat has gone on since, perhaps in another tab.', next: 'Reload it, and answer what is asked now.' },
  'tutor.message-too-long': { status: 413, title: 'The message is longer than allowed.', next: 'Write at most 4,000 characters.' },
  'tutor.not-an-answer': { status: 422, title: 'This is no answer to the exercise that is open.', next: 'Answer in the form that the exercise asks for.' },
  'tutor.full': { status: 409, title: 'This chat is as long as a chat may be.', next: 'Begin a new one; what you learned stays.' },

  // notes
  'notes.unknown': { status: 404, title: 'There is no such note.', next: 'Reload your notes.' },
  'notes.too-many': { status: 409, title: 'You have as many notes as are kept.', next: 'Erase some that you do not need any more.' },

  // study
  'study.lesson-unknown': { status: 404, title: 'There is no such lesson.', next: 'Reload the lessons.' },
  'study.question-unknown': { status: 404, title: 'The lesson has no such question.', next: 'Reload the lesson.' },
  'study.answer-does-not-fit': { status: 422, title: 'The answer is not one to this question.', next: 'Reload the lesson and answer again.' },
  'study.answer-language': { status: 422, title: 'The answer is in a language that the points of this question are not known in. Nothing was counted.', next: 'Answer in the language of the question.' },
  'study.aside-unknown': { status: 404, title: 'There is no such text set aside.', next: 'Reload the lesson.' },
  'study.too-much-aside': { status: 409, title: 'As many texts of this note are set aside as are kept.', next: 'Take over or let go of some of them, then write on.' },
  'study.one-topic': { status: 422, title: 'Materials are for one skill or for one role.', next: 'Send `skillId` or `roleId`.' },

  // questions
  'questions.file-missing': { status: 422, title: 'No file came with the request.', next: 'Choose a file.' },
  'questions.file-too-large': { status: 413, title: 'The file is larger than an import may be.', next: 'Split it into files of at most 20 MB; one in YAML may have 2 MB.' },
  'questions.file-unknown': { status: 422, title: 'Nothing in the file looks like questions.', next: 'Name the column of the questions "question", that of the options "options" or "option a", "option b" and so on, and that of the answer "answer".' },
  'questions.file-unreadable': { status: 422, title: 'The file cannot be read to its end.', next: 'Look at the line that is named, or save the file again as CSV in UTF-8.' },
  'questions.too-many-rows': { status: 422, title: 'The file has more rows, or a longer one, than an import may have.', next: 'Split it into files of at most 50,000 rows of at most 200 KB each.' },
  'questions.import-unknown': { status: 404, title: 'There is no such import.', next: 'Reload the list of imports.' },
  'questions.import-closed': { status: 409, title: 'This import is not in the state for that: it is still read, or was applied or retired.', next: 'Reload the import.' },

  // knowledge
  'knowledge.unknown': { status: 404, title: 'There is no such entry.', next: 'Reload the list of entries.' },
  'knowledge.does-not-fit': { status: 422, title: 'The entry does not fit with the rest of what is known here.', next: 'Correct what is named below.' },
  'knowledge.still-used': { status: 409, title: 'Other entries still name this one.', next: 'Take it out of the entries that `params.by` names first.' },
  'knowledge.file-unknown': { status: 422, title: 'The file is none that Cairn imports.', next: 'Choose a CSV file of the ESCO download or a text file of the O*NET download, as it came.' },
  'knowledge.file-unreadable': { status: 422, title: 'The file cannot be read to its end.', next: 'Download it again and choose it as it came.' },
  'knowledge.file-too-large': { status: 413, title: 'The file is larger than an import may be.', next: 'Choose one file of the download at a time, of at most 60 MB.' },
  'knowledge.too-many-rows': { status: 422, title: 'The file has more rows, or a longer cell, than an import may have.', next: 'Choose a file of at most 200,000 rows whose cells are at most 100 KB long.' },
  'knowledge.file-missing': { status: 422, title: 'No file came with the request.', next: 'Choose a file.' },
  'knowledge.other-source': { status: 422, title: 'The file is from another source than this import.', next: 'Begin an import of its own for it.' },
  'knowledge.import-unknown': { status: 404, title: 'There is no such import.', next: 'Reload the list of imports.' },
  'knowledge.import-closed': { status: 409, title: 'This import is not in the state for that: it is being read, or was applied, taken back or discarded.', next: 'Reload it, or begin another.' },
  'knowledge.import-changed': { status: 409, title: 'What is known here has changed since the dry run.', next: 'Read the new dry run, and apply it if it is right.' },

  // language models
  'language-models.address-not-allowed': { status: 422, title: 'A model may not be asked at this address.', next: 'Give a public https address without a user, a query or a fragment, or an address at which the installation has its models.' },
  'language-models.key-needed': { status: 422, title: 'A key is not taken along to another address.', next: 'Give the key again for the provider whose kind or address you changed, or say that it has none.' },
  'language-models.provider-unknown': { status: 422, title: 'There is no such provider in the chain.', next: 'Reload the language models.' },
  'language-models.call-unknown': { status: 404, title: 'You have no such answer of a language model.', next: 'Rate an answer that was written for you.' },
  'language-models.verdict-given': { status: 409, title: 'You have already said whether this answer helped.', next: 'Nothing needs doing; what you said is kept.' },

  // plans and answers that a model may word
  'ai.role-unknown': { status: 422, title: 'Cairn knows no role of this name.', next: 'Choose one of the `nearest`, or one from GET /roles.' },
  'ai.role-ambiguous': { status: 422, title: 'Several roles go by this name.', next: 'Choose one of the `nearest`.' },
  'ai.skills-unknown': { status: 422, title: 'None of these skills is in what Cairn knows.', next: 'Choose from the `nearest` of each, or leave the skills out.' },
  'ai.skill-unknown': { status: 422, title: 'Cairn knows no skill of this name.', next: 'Choose one of the `nearest`, or one from GET /skills.' },
  'ai.skill-ambiguous': { status: 422, title: 'Several skills are named here.', next: 'Choose one of the `nearest`.' },
  'ai.no-questions': { status: 422, title: 'Cairn has no questions on this skill, or none beyond those left out.', next: 'Choose one of the `nearest`, on which it has some.' },

  // staff
  'jobs.unknown': { status: 404, title: 'There is no such failed job.', next: 'Reload the list.' },
});

export type FailureCode = keyof typeof failureTable;

/** What any endpoint may answer besides the failures it names. */
export const commonFailures = [
  'request.invalid', 'request.not-json', 'request.media-type', 'request.too-large', 'request.timeout', 'request.rate-limited',
  'server.unexpected', 'server.unavailable',
] as const satisfies readonly FailureCode[];
