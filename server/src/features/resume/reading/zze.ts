import { readResume } from '@cairn/engine/resume'; import fs from 'node:fs'
const ds=fs.readdirSync('/tmp/e1').filter(f=>f.endsWith('.pdf.json')).map(f=>JSON.parse(fs.readFileSync('/tmp/e1/'+f,'utf8')))
for(let i=0;i<200;i++) for(const d of ds) readResume(d,{today:{year:2026,month:3},defaultCountry:'IN'})
