import { Anchor, Button, Group, Paper, Select, Stack, Tabs, Text, Textarea, TextInput } from '@mantine/core';
import type { Api } from '@cairn/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { careerFormQuery } from '../../lib/career-form.ts';
import { cameToLearn, useMe } from '../../lib/session.ts';
import { CatalogueSearch, type CatalogueItem } from '../../ui/catalogue-search.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { FailureNote } from '../../ui/states.tsx';
import classes from './gap.module.css';
import { gapQuery } from './gap-queries.ts';

type JobAd = Api['POST /job-ads']['answer'];
const ways = ['text', 'role', 'file', 'address'] as const;
type Way = (typeof ways)[number];

const adFiles = '.pdf,.docx,.txt,.md,application/pdf,text/plain,text/markdown';

/** One form, four ways to name the job; what was typed stays when something goes wrong. */
export function NewGapForm() {
  const { t } = useTranslation('gap');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [way, setWay] = useState<Way>('text');
  const [text, setText] = useState('');
  const [address, setAddress] = useState('');
  const [role, setRole] = useState<CatalogueItem | null>(null);
  const [resumeId, setResumeId] = useState<string | null>(null);
  const [tooFew, setTooFew] = useState(false);
  const readFile = useMutation({ mutationFn: (file: File) => call('POST /job-ads', { files: { file } }) });
  const jobAd: JobAd | undefined = readFile.data;

  const job = { text: text.trim() === '' ? null : { jobDescription: text }, role: role && { roleId: role.id }, file: jobAd ? { jobAdId: jobAd.id } : null, address: address.trim() === '' ? null : { jobUrl: address.trim() } }[way];
  const compare = useMutation({
    mutationFn: (body: Api['POST /skill-gaps']['request']['body']) => call('POST /skill-gaps', { body }),
    onSuccess: async (gap) => {
      queryClient.setQueryData(gapQuery(gap.id).queryKey, gap);
      void queryClient.invalidateQueries({ queryKey: ['gaps', 'list'] });
      await navigate({ to: '/gaps/$skillGapId', params: { skillGapId: gap.id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTooFew(job === null);
    if (job !== null) compare.mutate({ ...job, ...(resumeId !== null && { resumeId }) });
  };

  return (
    <Paper component="form" noValidate onSubmit={submit} withBorder radius="lg" p={{ base: 'md', sm: 'lg' }} bg="var(--cairn-surface)">
      <Stack gap="md">
        <CompanyInMind />
        <Tabs value={way} onChange={(value) => { setWay(value as Way); setTooFew(false); compare.reset(); }} variant="pills" keepMounted classNames={{ tab: classes['way'] ?? '' }}>
          <Tabs.List mb="md" aria-label={t('new.ways')}>
            {ways.map((one) => <Tabs.Tab key={one} value={one} mih={44}>{t(`new.way.${one}`)}</Tabs.Tab>)}
          </Tabs.List>
          <Tabs.Panel value="text">
            <Textarea label={t('new.text')} description={t('new.textHint')} placeholder={t('new.textExample')} autosize minRows={6} maxRows={16} size="md" value={text} onChange={(event) => { setText(event.currentTarget.value); }} />
          </Tabs.Panel>
          <Tabs.Panel value="role">
            <CatalogueSearch
              label={t('new.role')} placeholder={t('new.roleExample')} nothingFound={t('new.roleNone')} queryKey={['roles']} keepsName
              search={async (search, signal) => (await call('GET /roles', { query: { search, limit: 20 }, signal })).items.map(({ id, name, summary }) => ({ id, name, detail: summary }))}
              onChoose={setRole}
            />
            {role && <Text size="sm" mt="xs">{t('new.roleChosen', { role: role.name })}{role.detail && <Text component="span" size="sm" c="dimmed">{` ${role.detail}`}</Text>}{' '}<Anchor renderRoot={(props) => <Link {...props} to="/roles/$roleId" params={{ roleId: role.id }} />} inherit underline="always">{t('role.see')}</Anchor></Text>}
          </Tabs.Panel>
          <Tabs.Panel value="file">
            <Stack gap="sm">
              <FileDrop label={t('new.file')} hint={t('new.fileHint')} accept={adFiles} isBusy={readFile.isPending} onFile={(file) => { readFile.mutate(file); }} chosen={readFile.variables && (readFile.isPending ? t('new.fileReading', { name: readFile.variables.name }) : readFile.variables.name)} />
              {readFile.isError && <FailureNote failure={readFile.error} />}
              {jobAd && <Textarea label={t('new.fileRead')} value={jobAd.text} readOnly autosize minRows={4} maxRows={10} />}
            </Stack>
          </Tabs.Panel>
          <Tabs.Panel value="address">
            <TextInput label={t('new.address')} description={t('new.addressHint')} placeholder={t('new.addressExample')} type="url" inputMode="url" size="md" value={address} onChange={(event) => { setAddress(event.currentTarget.value); }} />
          </Tabs.Panel>
        </Tabs>
        <ResumeChoice value={resumeId} onChange={setResumeId} />
        {tooFew && <Text role="alert" c="var(--mantine-color-error)" size="sm">{t(`new.needed.${way}`)}</Text>}
        {compare.isError && <FailureNote failure={compare.error} />}
        <Group>
          <Button type="submit" size="md" mih={44} loading={compare.isPending}>{t('new.compare')}</Button>
          {compare.isPending && <Text size="sm" c="dimmed" role="status">{t('new.comparing')}</Text>}
        </Group>
      </Stack>
    </Paper>
  );
}

/** The company that was named as a goal: what it asks for stands in its own ads only. */
function CompanyInMind() {
  const { t } = useTranslation('gap');
  const organisation = useQuery(careerFormQuery).data?.targetOrganisation ?? null;
  const mayChange = cameToLearn(useMe()?.role);
  if (organisation === null) return null;
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {t('new.company', { organisation })}
      {mayChange && <>{' '}<Anchor component={Link} to="/welcome" inherit underline="always">{t('new.companyChange')}</Anchor></>}
    </Text>
  );
}

/** Which resume is compared; said only in words while there is one. */
function ResumeChoice({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation('gap');
  const resumes = useQuery({ queryKey: ['resumes', 'choice'], queryFn: ({ signal }) => call('GET /resumes', { query: { limit: 50 }, signal }) });
  const read = resumes.data?.items.filter(({ state }) => state === 'read') ?? [];
  const [newest] = read;
  if (resumes.isPending || resumes.isError) return null;
  if (!newest) return <Text size="sm">{t('new.noResume')} <Anchor component={Link} to="/resumes" size="sm" inherit underline="always">{t('new.toResume')}</Anchor></Text>;
  if (read.length === 1) return <Text size="sm" c="dimmed">{t('new.withResume', { name: newest.fileName })}</Text>;
  return <Select label={t('new.resume')} size="md" value={value ?? newest.id} onChange={onChange} allowDeselect={false} data={read.map(({ id, fileName, version }) => ({ value: id, label: version > 1 ? t('new.resumeVersion', { name: fileName, version }) : fileName }))} />;
}
