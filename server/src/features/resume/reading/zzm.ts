import { createReadingPool } from './index.ts'; import { residentBytes } from './resident-memory.ts'; import fs from 'node:fs'; import { execSync } from 'node:child_process'
const pool=createReadingPool({size:1}); await pool.ready();
const pid=()=>+execSync(`pgrep -P ${process.pid} -f reading-child`).toString().trim().split('\n')[0]!
console.log('ready rss',(residentBytes(pid())??0)/1e6)
const dir='/work/shared/data/resumes/rendercv/'
const files = fs.readdirSync(dir).filter(f=>f.endsWith('.pdf'))
for(let i=0;i<60;i++) {for(const f of files){ await pool.read(fs.readFileSync(dir+f),f);} if(i%10==0)console.log(i,pid(),(residentBytes(pid())??0)/1e6)}
await pool.close()
