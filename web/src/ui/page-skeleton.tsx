import { Skeleton, Stack } from '@mantine/core';
import classes from './page-skeleton.module.css';
import { Page } from './page.tsx';

interface PageSkeletonProps {
  title: string;
  /** Pixels. */
  width: number;
  /** Pixels; the panel the page leads with. */
  panelHeight: number;
  rows: number;
  /** Pixels. */
  rowHeight?: number;
  /** What stands beside the rows on wide screens. */
  hasAside?: boolean;
}

/** The shape of a page of one thing while it is on the way: a panel, rows, perhaps something beside them. */
export function PageSkeleton({ title, width, panelHeight, rows, rowHeight = 56, hasAside = false }: PageSkeletonProps) {
  return (
    <Page title={title} width={width}>
      <div className={classes['shape']} data-aside={hasAside || undefined} aria-busy="true" data-testid="loading">
        <Stack gap="lg">
          {panelHeight > 0 && <Skeleton height={panelHeight} radius="lg" />}
          <Stack gap={2}>{Array.from({ length: rows }, (_unused, index) => <Skeleton key={index} height={rowHeight} radius="md" />)}</Stack>
        </Stack>
        {hasAside && <Skeleton height={480} radius="lg" />}
      </div>
    </Page>
  );
}
