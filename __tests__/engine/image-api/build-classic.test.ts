import {buildChecks} from './build-checks.ts';
import {operation} from './matrix.ts';

operation('image_build', buildChecks(false), 'classic builder or Podman');
