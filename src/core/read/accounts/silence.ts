/** A server that does not answer, one that asks, and one whose input ended. */
export const silence = [
  [
    'silent',
    [
      /^(?:\W{0,4}\d{1,3} of \d{1,3} mcp servers initialized\. )?Servers still loading\b/,
      /\b(?:stays?|remains?) (?:silent|quiet)\b.{0,80}\b(?:initialize|handshake|answer|respon)|\b(?:never|not|n't) (?:answers?|responds?|replies|gets? an answer)\b.{0,40}\b(?:initialize|handshake|request)\b/i,
      /\b(?:stuck|hangs?|frozen|freezes) (?:on|at|in|while) [`'"]?(?:connect|start|initializ|load)\w*|\bspinner\b.{0,12}\b(?:forever|never|keeps|endless\w*)\b|\b(?:event loop|main thread) (?:is |was )?blocked\b|\bhandshake times? out\b|\bnothing (?:is|was) printed\b.{0,20}\bno (?:answer|response|reply)\b/i,
      /\b(?:nothing|0 bytes|zero bytes|no (?:output|bytes|data|response)) (?:(?:is|was|were|ever) )?(?:\w{4,9} )?(?:on|to|at|over) (?:the )?stdout\b.{0,40}\b(?:for|in|over|within|after) \d/i,
      /\b(?:zero|no) (?:output|bytes)\b.{0,24}\bto (?:an? |the )?(?:\w{1,12} ){0,3}[`'"]?initialize\b|\bonly (?:answers?|emits?|writes?|sends?|flushes|responds?|replies)\b.{0,40}\b(?:when|once|after)\b.{0,24}\bstdin\b.{0,24}\b(?:EOF|clos\w*|end\w*)/i,
      /\b(?:waits?|hangs?|blocks?|stuck)\b.{0,24}\b(?:indefinitely|forever|infinitely|endlessly)\b|\b(?:not|n't) flush\b.{0,60}\b(?:stdout|responses?|answers?)\b/i,
    ],
  ],
  [
    'ended',
    [
      /\b(?:exits?|exited|ends?|ended|quits?|stops?|stopped|terminates?|finish(?:es|ed))\b.{0,40}(?:\b(?:with )?(?:exit )?code 0\b|\bsilently\b|\bwithout (?:an? |any )?(?:errors?|output|messages?|words?)\b|\bwith no (?:errors?|output|messages?)\b|\bright (?:after|away)\b.{0,24}\b(?:start|launch|spawn)\w*)/i,
      // Code that asks whether it was started itself, and finds that it was not.
      /\b(?:import\.meta\.url|process\.argv)\b.{0,80}(?:≠|!==?|\b(?:not|never|differs?|mismatch\w*)\b)|\b(?:main|run)\(\)[`'"]? (?:is )?(?:silently )?(?:never|not) (?:runs?|called|invoked|executed|reached)\b|\bentry[- ]?point (?:detection|check)\b|\bnot (?:being )?(?:executed|run|started) directly\b/i,
      /\bexits? with (?:exit )?(?:status|code) [`'"]0[`'"]/,
      /\bnever calls? [`'"]?(?:(?:mcp|server|app)\.)?(?:run|serve|connect|main)\b|^clean exit\b|\bnever (?:awaits?|connects?) the (?:transport|server)\b/i,
    ],
  ],
  [
    'question',
    [
      /\b(?:waits?|waiting|wait|hangs?|stuck|times? out|timed out)\b.{0,40}\b(?:for|on|at) (?:the |an? )?(?:user |interactive |install(?:ation)? )?(?:input|confirmation|answer|prompt)\b(?!.{0,20}\b(?:initialize|stdin|stdio)\b)/i,
      /\bread(?:s|ing)? from stdin for (?:interactive )?prompts?\b/i,
    ],
  ],
  [
    'input-ended',
    [
      /\b(?:gets?|receives?|reads?|sees?|hits?) (?:an? )?(?:EOF|end of file)\b.{0,40}\bstdin\b|\bstdin (?:is |was |gets )?(?:closed|ended|end|EOF)\b(?!, (?:shutting|exiting)).{0,40}\b(?:before|shuts?|shut(?:ting)? down|exit\w*)\b/i,
      /\bcloses? (?:the )?(?:server'?s? )?stdin\b.{0,60}\bbefore\b/,
    ],
  ],
] as const;
