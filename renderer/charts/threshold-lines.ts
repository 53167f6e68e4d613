import type { Text } from '#renderer/ground/text.tsx';

/** The two thresholds of a share (fractions) as lines that say what they mean, on the screen and in a picture of it. */
export function thresholdLines(greenFrom: number, yellowFrom: number, { t, format }: Text) {
  return [
    {
      value: greenFrom,
      tone: 'green' as const,
      name: t('chart.threshold.green', { value: format.percent(greenFrom) }),
    },
    {
      value: yellowFrom,
      tone: 'yellow' as const,
      name: t('chart.threshold.yellow', { value: format.percent(yellowFrom) }),
    },
  ];
}
