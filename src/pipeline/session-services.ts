/** What the session of a build serves beside health and the credentials of registries. */
import {secretMethods} from '../buildkit/secrets.ts';
import type {SessionServices} from './build-session.ts';
import {type BuildInputs, sessionInputs} from './plan.ts';

export function servicesFor(inputs: Pick<BuildInputs, 'secrets'>): SessionServices {
  const secrets = new Map([...inputs.secrets].map(([id, {value}]) => [id, value]));
  return {
    methods: new Map([...secretMethods(secrets)]),
    neededFor: sessionInputs(inputs).map((name) => `input ${name}`),
  };
}
