import { Component, type ErrorInfo, type ReactNode } from 'react';
import { QueryState } from '#renderer/ui/QueryState.tsx';

interface Props {
  readonly children: ReactNode;
  /** A new value (the path) gives the screen another try. */
  readonly resetKey?: string;
}

interface State {
  readonly error: unknown;
}

/** Keeps a mistake of one screen from taking the whole window with it: says so, and offers to try again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override componentDidUpdate(before: Props): void {
    if (before.resetKey !== this.props.resetKey && this.state.error !== null) this.setState({ error: null });
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const retry = () => this.setState({ error: null });
    return <QueryState query={{ isError: true, error, refetch: retry }} />;
  }
}
