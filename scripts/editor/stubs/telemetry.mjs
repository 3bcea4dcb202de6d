// Nothing that runs here reports anywhere.
export class AppInsightsCore {
  config = {};
  pluginVersionString = '';
  initialize() {}
  track() {}
  flush(_async, done) {
    done?.();
  }
  unload(_async, done) {
    done?.();
  }
}

export class PostChannel {
  identifier = 'none';
  initialize() {}
}
