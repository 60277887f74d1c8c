/**
 * A statement that sends jobs from within SQL, with the queue's own settings; pg-boss gives its columns their defaults
 * for that (github.com/timgit/pg-boss/issues/68). `from` selects "data" (jsonb) and "priority".
 */
export const insertJobs = (queue: string, from: string): string => `
  INSERT INTO pgboss.job (name, data, priority, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, policy)
  SELECT q.name, j.data, j.priority, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.expire_seconds, q.deletion_seconds, q.policy
  FROM (${from}) j CROSS JOIN pgboss.queue q WHERE q.name = '${queue}'`;
