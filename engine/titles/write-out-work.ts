/**
 * Abbreviations of aid organisations and of Indian and Ethiopian schools, offices and hospitals, in words of ESCO and O*NET.
 * They count in capitals only: "MEAL Officer" but not "Meals on wheels", "IT" but not "it".
 */
const abbreviations: Readonly<Record<string, string>> = {
  WASH: 'water supply sanitation and hygiene', MEAL: 'monitoring and evaluation', MEL: 'monitoring and evaluation', MERL: 'monitoring and evaluation', 'M&E': 'monitoring and evaluation',
  GBV: 'gender-based violence social worker', SGBV: 'gender-based violence social worker', VAWG: 'gender-based violence social worker', DRM: 'disaster risk management', DRR: 'disaster risk reduction', RCCE: 'community health communication', SBCC: 'health behaviour communication', SBC: 'health behaviour communication',
  IYCF: 'infant feeding nutrition', CMAM: 'malnutrition nutrition', MHNT: 'mobile health', MHPSS: 'psychosocial support', PSS: 'psychosocial support', SRHR: 'reproductive health', SRH: 'reproductive health', MNCH: 'maternal and child health', RMNCH: 'maternal and child health', EPI: 'immunisation',
  FSL: 'food security and agriculture', ICLA: 'legal counselling', CVA: 'cash assistance', CSR: 'corporate social responsibility', NGO: 'non-governmental organisation', CSO: 'civil society organisation', FPO: 'farmers organisation',
  TVET: 'vocational', VTC: 'vocational', KG: 'kindergarten', LKG: 'kindergarten', UKG: 'kindergarten', ECD: 'early childhood', ECCE: 'early childhood', PET: 'physical education teacher',
  HR: 'human resources', HRM: 'human resources management', HRD: 'human resources development', IT: 'ICT', MIS: 'management information system', PR: 'public relations', QA: 'quality assurance', QC: 'quality control', QS: 'quantity surveyor', 'R&D': 'research and development',
  HSE: 'health safety and environment', EHS: 'health safety and environment', OHS: 'occupational health and safety', CRM: 'customer relationship', SCM: 'supply chain management', PPC: 'production planning', MEP: 'building services', HVAC: 'heating ventilation air conditioning refrigeration',
  ATM: 'bank', DSA: 'sales agent', FX: 'foreign exchange', IFB: 'Islamic bank', LC: 'letter of credit trade finance', NPA: 'debt recovery', GST: 'tax', VAT: 'tax', BOQ: 'quantity surveyor', UI: 'user interface', UX: 'user experience', SEO: 'search engine optimisation',
  GP: 'general practitioner doctor', ICU: 'intensive care', OT: 'operating theatre', NICU: 'neonatal intensive care', ANM: 'auxiliary nurse midwife', GNM: 'nurse midwife', ASHA: 'community health worker', ENT: 'ear nose throat specialised doctor',
  CDP: 'chef', 'F&B': 'restaurant', HK: 'housekeeping', GSA: 'guest service', GRE: 'guest relations',
};
/** Words that the taxonomies do not have, have for something else, or have in another spelling; in any case. */
const words: Readonly<Record<string, string>> = {
  livelihood: 'agriculture livelihood', livelihoods: 'agriculture livelihood', directress: 'head teacher', lecturer: 'higher education lecturer', tally: 'bookkeeping',
  paediatrician: 'paediatrician specialised doctor', pediatrician: 'paediatrician specialised doctor', radiologist: 'radiologist specialised doctor', cardiologist: 'cardiologist specialised doctor', internist: 'internal medicine specialised doctor', dermatologist: 'dermatologist specialised doctor', gynecologist: 'gynaecologist specialised doctor', gynaecologist: 'gynaecologist specialised doctor', surgeon: 'surgeon specialised doctor', anesthetist: 'anaesthetist',
  commis: 'cook', commi: 'cook', steward: 'steward waiter', stewarding: 'kitchen', storekeeper: 'stock clerk inventory', stockkeeper: 'stock clerk inventory', storeman: 'stock clerk inventory', warehouseman: 'warehouse worker',
  salesperson: 'sales assistant', salesman: 'sales assistant', saleswoman: 'sales assistant', salesgirl: 'sales assistant', telecaller: 'telemarketer call centre agent', janitor: 'cleaner', messenger: 'office messenger', peon: 'office messenger', chowkidar: 'security guard', guard: 'security guard', ayah: 'nursery assistant',
  litigation: 'lawyer', attorney: 'lawyer', advocate: 'lawyer', videographer: 'video camera operator',
  casher: 'cashier', casheir: 'cashier', forman: 'foreman', secretery: 'secretary', secratary: 'secretary', acountant: 'accountant', accoutant: 'accountant', recieptionist: 'receptionist', recepionist: 'receptionist', electrican: 'electrician', maneger: 'manager', enginer: 'engineer', engeneer: 'engineer', technican: 'technician', superviser: 'supervisor', cleark: 'clerk',
};
const compounds: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\b(?:store|stock)\s+(?:keeper|man)s?\b/giu, 'storekeeper'], [/\bsales?\s+persons?\b/giu, 'salesperson'], [/\bm\s*(?:&|and)\s*e\b/giu, 'M&E'], [/\br\s*(?:&|and)\s*d\b/giu, 'R&D'], [/\bf\s*(?:&|and)\s*b\b/giu, 'F&B'],
  [/\bcommis?\s+chefs?\b/giu, 'commis'], [/\bchef de partie\b/giu, 'chef'], [/\bdata\s+encoders?\b/giu, 'data entry clerk'], [/\bhealth extension\b/giu, 'community health'],
];
const wordPattern = /[\p{L}\p{M}\p{N}+#&]+/gu;

/** A title or a text in the words that the taxonomies use: "MEAL Officer" is "monitoring and evaluation Officer". Linear in the text. */
export function writeOutWork(text: string): string {
  return compounds
    .reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text)
    .replace(wordPattern, (written) => meaningOf(abbreviations, written) ?? meaningOf(words, written.toLowerCase()) ?? written);
}

function meaningOf(list: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(list, key) ? list[key] : undefined;
}
