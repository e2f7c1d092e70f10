/** A wrong setting, explained for the operator. */
export class WrongSetting extends Error {}
