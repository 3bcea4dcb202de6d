/** What stands between a client and a remote server: the sign-in, certificates on the way, the transport. */
export const remote = [
  [
    'sign-in',
    [
      /[没未]有?(?:带|传|携带|发送).{0,12}(?:Authorization|token|认证|鉴权|请求头)|\b401\b.{0,20}(?:认证|鉴权|授权|token)/i,
      /\b(?:sent|sends|calls?|called|requests?|connects?|made) without (?:the |an? |any |its )?(?:[\w/]{1,12} )?(?:[Aa]uth\w*|token|bearer|credentials)\b(?!.{0,40}\b(?:get|works?|allowed|accepted|fine|public|anonymous)\b)/,
      /\b(?:server|endpoint|API|it)\b.{0,20}\b(?:wants?|needs?|requires?|expects?|asks for)\b.{0,20}\b(?:(?:X-)?API[- ]key|token|bearer)\b.{0,30}\bheader\b/i,
      /\b(?:made|makes|is|became) (?:authentication|authorization|a token|sign-in) mandatory\b|\bauthentication (?:is|became|was made) mandatory\b/i,
      /(?:\b(?:receives?|returns?|responds? with|gets?|answers?)|\binitialize (?:returned|got|answered)|->|→) (?:an? )?(?:HTTP )?[`'"]?401\b/,
      /\bAuthentication credentials were not provided\b|\b[Pp]rovide an? (?:bearer|access|API) token to (?:use|access|call)\b/,
      /\b(?:API key|[Tt]oken|[Aa]uthentication|[Cc]redentials) (?:is|are) required (?:for|by|to (?:use|reach|connect to)) (?:the |a |this )?(?:remote|hosted)\b|\b[Tt]oken [Ss]cope (?:restricted|missing|insufficient)\b/,
      /\b(?:requires?|needs?|wants?) OAuth\b.{0,30}\bno (?:access )?token\b|\b(?:rejected|refused|declined) (?:the |our |my )?(?:request|connection|call)\b.{0,12}\b(?:missing|no) (?:credentials|token|authorization)\b/,
      /\b[Nn]o stored tokens? found\b|\b(?:fails?|failing|failed|unable|not able) to send the (?:[`'"]?Authorization\b|.{0,20}\b(?:token|key|auth\w*)\b.{0,12}\bheader)|\b(?:missing|absent|no) or (?:outdated|invalid|expired) (?:API |access )?token\b/,
    ],
  ],
  [
    'asked-to-sign-in',
    [
      /^(?:\w{0,30}Error: )?(?:[Nn]eeds? (?:to )?(?:log ?in|sign ?in|authenticat\w+)|[Tt]oken (?:is )?required|[Aa]uth(?:entication|orization)?(?: is)? required|[Ll]ogin required|[Ff]ailed to authenticate|[Nn]o (?:auth(?:entication|orization)?(?: header)?|token|credentials)(?: provided| found| sent)?|[Cc]redentials (?:were|are) not provided|invalid_token|missing_token|[Nn]ot (?:logged|signed) in)[.!]?$/,
      /\bOAuth (?:authorization|login|sign-?in) (?:is )?required\b|\b(?:need|have) to (?:sign|log) in\b|\bsession has expired\b.{0,20}\b(?:sign|log) in\b/,
      /\btrouble (?:logging|signing) you in\b|\b[Ww][Ww][Ww]-[Aa]uthenticate: \(missing\)|^[Cc]onnect(?:ion)? failed: 40[13]$|^Authentication required\. Initializing auth\b/,
      /\b(?:never|not|n't) (?:opens?|opened|shows?|asks?|prompts?|starts?|asked|prompted)\b.{0,40}\b(?:browser|log ?in|sign ?in|authenticat\w*|OAuth|authoriz\w*)\b|\bOAuth flow (?:never|does not|doesn't)\b|\bcurrent status: '?needs[-_]?[Aa]uth\b/,
    ],
  ],
  [
    'certificate',
    [
      /(?:公司|企业|自签名?|代理).{0,8}证书/,
      /\bTLS[ -]?(?:inspect|intercept)\w*\b|\b(?:SSL|HTTPS|TLS)\b.{0,20}\b(?:inspection|interception|scanning|decryption)\b/,
      /\bman[- ]in[- ]the[- ]middle\b.{0,60}\b(?:SSL|TLS|HTTPS|traffic)\b|\b(?:Zscaler|Netskope|Fortinet|BlueCoat)\b/i,
      /\b(?:corporate|company|internal|private|own) (?:root )?(?:CA|certificate authority|root certificate)\b.{0,80}(?:\bnot|\bunknown|\buntrusted|\bmissing|n't)\b/i,
    ],
  ],
  [
    'transport',
    [
      /(?:用|换成|改成) ?(?:streamable[- ]?http|sse).{0,40}(?:解决|好了|可以了|成功)/i,
      /\b(?:type|transport) (?:must|has to|should|needs to) be (?:set to |specified as )?[`'"]?(?:sse|http|streamable)/i,
      /\btype: ?[`'"]?sse\b.{0,80}\b40[456]\b|\b[Uu]se [`'"]?type: ?[`'"]?(?:streamable|sse|http)/,
      /\b(?:returned|sent|got|received|answered|answers|returns|sends)(?: with)? (?:an? )?HTML(?: page| document)?\b.{0,20}\b(?:instead|rather|and not)\b|\b[Nn]o event[- ]stream\b|\bfall(?:ing|s)? back to (?:sse|SSE)\b.{0,60}\b(?:fail|40[456])|\b(?:SSE|sse) (?:endpoint|transport) (?:was|has been|is) (?:removed|gone|retired|no longer)/,
      /\b(?:wrong|incorrect|mismatched) transport\b(?! error)/,
      /["'`]type["'`]: ?["'`](?:stdio|sse|http)["'`]{1,2} is wrong\b/,
      /\b(?:no|not|without) (?:\w{1,10} )?SSE\b.{0,20}\bbut (?:only )?streamable/i,
      /\bSSE (?:connections?|endpoints?|streams?)\b.{0,60}\b40[456]\b/,
      /\bneeds? [`'"]?(?:httpUrl|serverUrl)\b/,
      /\b(?:changed|moved|switched|migrated) from (?:sse|SSE|http|HTTP|stdio)\b.{0,10} to (?:sse|SSE|http|HTTP|[Ss]treamable)\b|\bno longer (?:uses?|supports?|speaks?|offers?) (?:sse|SSE)\b/,
    ],
  ],
] as const;
