import { useMutation } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';

/** Opens the workspace of a folder: this page goes to its address, or the window itself moves on. */
export function useOpenWorkspace() {
  return useMutation(
    useApi().workspace.open.mutationOptions({
      onSuccess: ({ address }) => {
        if (address !== null) window.location.assign(address);
      },
    }),
  );
}
