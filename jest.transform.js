// Types are stripped by Node's own function, which keeps every line and column, so no source map is needed.
import {stripTypeScriptTypes} from 'node:module';
export default {process: (source) => ({code: stripTypeScriptTypes(source)})};
