import { makePerson } from './test-support/people.ts'; import { oneColumn } from './test-support/pdf-layouts.ts'; import { withColumns } from './test-support/pdf-columns.ts'; import { checkReading } from './test-support/measure-layouts.ts'
import { readBytes } from './read-bytes.ts'; import { readingLimits } from './refusals.ts'; import { readResume } from '@cairn/engine/resume'; import fs from 'node:fs'
const only=process.argv[2]; const N=+(process.argv[3]??20); const verbose=process.argv[4]
let R=0,T=0
for(const [n,l] of Object.entries({...oneColumn,...withColumns})) { if(only&&only!=='all'&&n!==only) continue; let r=0,t=0; const wrong:Record<string,number>={}; const ex:Record<string,string>={}
 for(let s=1;s<=N;s++){ const p=makePerson(s); const b=await l(p); if(s===1||verbose===String(s)) fs.writeFileSync('/tmp/e1/'+n+'.pdf',b); const c=(await readBytes(b,'a.pdf',readingLimits)).content as any; if(s===1||verbose===String(s)) fs.writeFileSync('/tmp/e1/'+n+'.lay.json',JSON.stringify(c.document)); const {resume}=readResume(c.document,{today:{year:2026,month:3},defaultCountry:'IN'});
  for(const k of checkReading(resume,p,{place:n!=='latexLike'&&n!=='twoEqual',jobPlace:!['sidebarRight','textBoxes'].includes(n),studyStart:n!=='indianUniversity',projects:!['datesLeft','europass','sectionsLeft','textBoxes'].includes(n),certifications:!['europass','textBoxes'].includes(n),languages:n!=='textBoxes',points:n!=='europass'})) { t++; if(k.right) r++; else { const key=k.name.replace(/:.*/,'').replace(/\d/,'#'); wrong[key]=(wrong[key]??0)+1; ex[key]??=s+' '+k.name } } }
 R+=r;T+=t; console.log(n,(100*r/t).toFixed(1),t); if(only) for(const k in wrong) console.log('   ',wrong[k],ex[k]) }
console.log('ALL',(100*R/T).toFixed(1))
