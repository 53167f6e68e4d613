import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { hrefTo, type QueryPatch, useAddress } from '#renderer/ground/address.ts';

type Anchor = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>;

/** A real link (middle click, copy, keyboard) to another screen; the cut on screen travels with it. */
export function AppLink(
  props: Anchor & {
    readonly to: string;
    readonly query?: QueryPatch;
    readonly children: ReactNode;
    readonly ref?: Ref<HTMLAnchorElement>;
  },
) {
  const { to, query, children, ...rest } = props;
  const address = useAddress();
  return (
    <a {...rest} href={hrefTo(to, query, address)}>
      {children}
    </a>
  );
}
