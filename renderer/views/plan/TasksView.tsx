import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { GroupPanels } from './GroupPanels.tsx';
import classes from './TasksView.module.css';
import { TaskTable } from './TaskTable.tsx';
import { useTaskFilter } from './use-task-filter.ts';

/** Nhiệm vụ: the eight groups above, every task below. */
export function TasksView() {
  const api = useApi();
  const { id } = useCut();
  const filter = useTaskFilter();
  const input = { cut: id };
  const groups = useQuery(api.plan.groups.queryOptions({ input, placeholderData: (before) => before }));
  const tasks = useQuery(api.plan.tasks.queryOptions({ input, placeholderData: (before) => before }));
  if (groups.data === undefined || groups.isError) return <QueryState query={groups} />;
  if (tasks.data === undefined || tasks.isError) return <QueryState query={tasks} />;
  return (
    <div className={classes.page}>
      <GroupPanels groups={groups.data.groups} unattributed={groups.data.unattributed} filter={filter} />
      <TaskTable tasks={tasks.data.tasks} filter={filter} />
    </div>
  );
}
