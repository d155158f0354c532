/** The log of one of several things that go on at the same time: its lines begin with its name. */
import type {Log} from './log.ts';

/** What is said of the context, which is the same for all. */
const ABOUT_ALL = /^(?:No context was named|Context: |Dockerfile: )/;

/** `said` is shared by all of them: what several would warn of alike is said once. Groups do not nest, so there are none. */
export function prefixedLog(log: Log, name: string, said: Set<string>): Log {
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => `${name}: ${line}`)
      .join('\n');
  const once = (say: Log['warning']): Log['warning'] => {
    return (text, place) => {
      if (said.has(text)) return;
      said.add(text);
      say(text, place);
    };
  };
  return {
    info: (text) => {
      if (!ABOUT_ALL.test(text)) log.info(lines(text));
      else if (!said.has(text)) log.info(text);
      if (ABOUT_ALL.test(text)) said.add(text);
    },
    untrusted: (label, text) => log.untrusted(`${name} ${label}`, text),
    group: (title) => log.info(lines(title)),
    endGroup: () => {},
    debug: (text) => log.debug(lines(text)),
    notice: once(log.notice),
    warning: once(log.warning),
    error: (text, place) => log.error(lines(text), place),
    drained: () => log.drained(),
  };
}
