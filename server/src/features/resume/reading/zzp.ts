import { createReadingPool } from './index.ts'; import { extractText } from 'unpdf'; import { readResume } from '@cairn/engine/resume'; import fs from 'node:fs'
const t0=performance.now()
const pool=createReadingPool({size:1}); await pool.ready(); console.log('ready', performance.now()-t0)
const dir='/work/shared/data/resumes/rendercv/'
const files = fs.readdirSync(dir).filter(f=>f.endsWith('.pdf'))
const med=(a:number[])=>[...a].sort((x,y)=>x-y)[a.length>>1]!
const T:Record<string,number[]>={a:[],b:[],c:[]}
for(let i=0;i<60;i++) for(const f of files){ const b=new Uint8Array(fs.readFileSync(dir+f)); let s=performance.now(); await extractText(b.slice()); if(i>20)T.a!.push(performance.now()-s); s=performance.now(); const r=await pool.read(b,f); const m=performance.now(); if(i%10==0)console.log('first',m-s); const d=(r as any).reading.content.document; readResume(d,{today:{year:2026,month:3},defaultCountry:'IN'}); if(i>20){T.b!.push(m-s);T.c!.push(performance.now()-m)} }
console.log('unpdf',med(T.a!),'read',med(T.b!),'engine',med(T.c!),'peak',pool.peakResidentBytes()/1e6); await pool.close()
