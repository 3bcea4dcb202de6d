/**
 * What follows a thing that could not be loaded where another reason is given than that it is not there. A source for
 * forms, to stand in a lookahead behind the thing.
 */
export const OTHER_REASON = String.raw`['"\x60)]?(?:: | because )(?!.{0,80}\b(?:[Nn]o such|[Nn]ot found|ENOENT|missing|does(?: not|n't) exist|(?:cannot|could not) find)\b)`;
