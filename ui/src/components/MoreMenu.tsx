import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What else can be done, behind three dots: beside the buttons of a page, or `inRow` of a list. */
export function MoreMenu({ label, inRow = false, children }: { label: string; inRow?: boolean; children: ReactNode }) {
  return (
    <Menu>
      <Menu.Target>
        {inRow ? (
          <ActionIcon size="sm" aria-label={label}>
            <IconDots size={15} />
          </ActionIcon>
        ) : (
          <ActionIcon variant="default" size={30} aria-label={label}>
            <IconDots size={16} />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
