/** A log for work that is told in one line of its own. */
import type {Log} from '../report/log.ts';

/** What is said there is only seen with step debugging. */
export function silenced(log: Log): Log {
  return {
    info: log.debug,
    untrusted: (label, text) => log.debug(`${label}${text}`),
    group: () => {},
    endGroup: () => {},
    debug: log.debug,
    notice: log.debug,
    warning: log.debug,
    error: log.debug,
    drained: () => log.drained(),
  };
}
