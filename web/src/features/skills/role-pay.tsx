import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney, homeCountry } from '../../lib/format.ts';
import classes from './role.module.css';
import type { PayBand } from './role-queries.ts';

/** What named public sources say the role is paid; a figure never stands without its currency, country, year and source. */
export function RolePay({ pay }: { pay: readonly PayBand[] }) {
  const { t } = useTranslation('skills');
  const nearestFirst = pay.toSorted((a, b) => Number(b.country === homeCountry) - Number(a.country === homeCountry));
  return (
    <Stack component="section" gap="xs" aria-labelledby="pay-heading">
      <Title order={2} id="pay-heading">{t('role.pay')}</Title>
      {pay.length === 0 && <Text className="cairn-prose">{t('role.pay.none')}</Text>}
      {pay.length > 0 && <ul className={classes['rows']}>{nearestFirst.map((band) => <Band key={`${band.country} ${band.post ?? ''} ${band.source}`} band={band} />)}</ul>}
      {pay.length > 0 && <Text size="sm" c="dimmed" className="cairn-prose">{t('role.pay.hint')}</Text>}
    </Stack>
  );
}

function Band({ band }: { band: PayBand }) {
  const { t, i18n } = useTranslation('skills');
  const country = new Intl.DisplayNames([i18n.language], { type: 'region' }).of(band.country) ?? band.country;
  const money = (amount: number | null) => (amount === null ? '' : formatMoney(amount, band.currency, i18n.language));
  const [low, median, high] = [money(band.low), money(band.median), money(band.high)];
  const spread = low !== '' && high !== '' ? t('role.pay.spread', { low, high }) : low !== '' ? t('role.pay.from', { low }) : high !== '' ? t('role.pay.upTo', { high }) : null;
  return (
    <li className={classes['row']}>
      <Text fw={600} className={classes['figure']}>{band.basis === 'scale' ? t('role.pay.scale', { low, high }) : t('role.pay.median', { median })}</Text>
      <Text size="sm">{band.basis === 'scale' ? t('role.pay.post', { post: band.post }) : spread}</Text>
      <Text size="sm" c="dimmed">
        {`${country} · ${t(band.basis === 'scale' ? 'role.pay.since' : 'role.pay.year', { year: band.year })} · `}
        <Anchor href={band.url} target="_blank" rel="noopener noreferrer" inherit underline="always">{band.source}</Anchor>
      </Text>
    </li>
  );
}
