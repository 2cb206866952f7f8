import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNote } from './states.tsx';

export interface CatalogueItem {
  id: string;
  name: string;
  /** A quieter second line. */
  detail?: string;
}

interface CatalogueSearchProps {
  label: string;
  placeholder: string;
  nothingFound: string;
  /** Begins with the word of the catalogue; what was typed is added. */
  queryKey: readonly string[];
  search: (text: string, signal: AbortSignal) => Promise<CatalogueItem[]>;
  onChoose: (item: CatalogueItem) => void;
  /** Whether the name stays in the field after choosing, or the field is ready for another. */
  keepsName?: boolean;
  autoFocus?: boolean;
}

const pauseMilliseconds = 180;

/** Searches what Cairn knows while a person types; arrows and Enter choose. */
export function CatalogueSearch({ label, placeholder, nothingFound, queryKey, search, onChoose, keepsName = false, autoFocus = false }: CatalogueSearchProps) {
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), pauseMilliseconds);
  const combobox = useCombobox({ onDropdownClose: () => { combobox.resetSelectedOption(); } });
  const found = useQuery({ queryKey: [...queryKey, wanted], queryFn: ({ signal }) => search(wanted, signal), placeholderData: keepPreviousData, enabled: combobox.dropdownOpened });
  const items = found.data ?? [];
  return (
    <Combobox
      store={combobox} withinPortal={false}
      onOptionSubmit={(id) => {
        const item = items.find((one) => one.id === id);
        if (!item) return;
        setText(keepsName ? item.name : '');
        combobox.closeDropdown();
        onChoose(item);
      }}
    >
      <Combobox.Target>
        <TextInput
          label={label} placeholder={placeholder} value={text} size="md" data-autofocus={autoFocus || undefined}
          rightSection={found.isFetching ? <Loader size={16} /> : null}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => { combobox.openDropdown(); }}
          onBlur={() => { combobox.closeDropdown(); }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!found.isError && found.data === undefined}>
        <Combobox.Options aria-label={label} mah={280} style={{ overflowY: 'auto' }}>
          {found.isError && <FailureNote failure={found.error} />}
          {!found.isError && items.length === 0 && <Combobox.Empty>{nothingFound}</Combobox.Empty>}
          {items.map((item) => (
            <Combobox.Option key={item.id} value={item.id} mih={44}>
              <Text size="sm">{item.name}</Text>
              {item.detail && <Text size="xs" c="dimmed" lineClamp={1}>{item.detail}</Text>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
