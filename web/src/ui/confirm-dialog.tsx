import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './style-nonce.ts';
import { FailureNote } from './states.tsx';

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  /** What will be gone and what stays. */
  children: ReactNode;
  confirm: string;
  isDangerous?: boolean;
  isBusy: boolean;
  failure: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be taken back, or that changes much at once. */
export function ConfirmDialog({ opened, title, children, confirm, isDangerous = true, isBusy, failure, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation('common');
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': t('close') }} attributes={{ header: { role: 'presentation' } }}>
      <Stack gap="md">
        <Text component="div">{children}</Text>
        {failure !== null && failure !== undefined && <FailureNote failure={failure} />}
        <Group justify="flex-end">
          <Button variant="default" mih={44} onClick={onClose} data-autofocus>{t('cancel')}</Button>
          <Button mih={44} {...(isDangerous && { color: 'brick' })} loading={isBusy} onClick={onConfirm}>{confirm}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
