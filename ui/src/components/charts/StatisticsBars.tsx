import { useMemo } from 'react';
import type { Grouping, Statistics } from '~/api/statistics';
import { duration } from '~/app/formats';
import { useSettings } from '~/app/settings';
import { languageOf, useTexts } from '~/app/texts';
import { withoutGaps } from './buckets';
import { TimeBars } from './TimeBars';
import { words } from './words';

interface Props {
  statistics: Statistics;
  /** Milliseconds. */
  from: number;
  to: number;
  parts: readonly string[];
  colorOf: (part: string) => string;
  height?: number;
  label: string;
  onChoose?: (start: string, end: string) => void;
}

const shapes: Record<Grouping, Intl.DateTimeFormatOptions> = {
  minute: { hour: '2-digit', minute: '2-digit' },
  hour: { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' },
  day: { day: '2-digit', month: 'short' },
  week: { day: '2-digit', month: 'short' },
  month: { month: 'short', year: 'numeric' },
};

/** Statistics over time as stacked bars, with the average duration as a line where it is known. */
export function StatisticsBars({ statistics, from, to, parts, colorOf, height, label, onChoose }: Props) {
  const t = useTexts(words);
  const [{ timeZone, language }] = useSettings();
  const buckets = useMemo(() => {
    const format = new Intl.DateTimeFormat(languageOf(language) === 'fr' ? 'fr-FR' : 'en-GB', {
      ...shapes[statistics.groupBy],
      ...(timeZone ? { timeZone } : {}),
    });
    return withoutGaps(statistics, from, to).map((bucket) => ({ ...bucket, name: format.format(new Date(bucket.startDate)), line: bucket.duration?.avg }));
  }, [statistics, from, to, timeZone, language]);
  const choose = (index: number) => {
    const start = buckets[index]?.startDate;
    if (start) onChoose?.(start, buckets[index + 1]?.startDate ?? new Date(to).toISOString());
  };
  return <TimeBars buckets={buckets} parts={[...parts]} colorOf={colorOf} height={height} label={label} lineName={t.average} lineText={duration} onChoose={onChoose && choose} />;
}
