import { useLocalStorage } from '@mantine/hooks';

/** How this person likes the map drawn; remembered on this machine. */
export interface MapOptions {
  readonly hasNames: boolean;
  readonly setNames: (on: boolean) => void;
  readonly hasPatterns: boolean;
  readonly setPatterns: (on: boolean) => void;
}

export function useMapOptions(): MapOptions {
  const [hasNames, setNames] = useLocalStorage({
    key: 'kh02-map-names',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const [hasPatterns, setPatterns] = useLocalStorage({
    key: 'kh02-map-patterns',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return { hasNames, setNames, hasPatterns, setPatterns };
}
