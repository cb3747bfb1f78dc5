// What each rule of the program asks for, in plain words: its clause is the agreement's own, and comes from the pack.

/** By the rule's name in the pack's table of clauses; a rule that lacks words here fails a test, and so does a word that no pack has. */
export const ruleWords = {
  agreement_accepted: 'Everybody in the room accepts the agreement at each meeting before anything about a person opens',
  declaration_signed: 'A representative of an organisation without statutory duties signs a declaration',
  representatives: 'Who takes part and for whom is known, and somebody has the chair',
  written_record: 'What is shared, with whom, and what is agreed is written down',
  minimum: 'No more is shared than is needed, and only with those who need it',
  purposes_and_powers: 'Kinds of information, purposes and powers are those that the agreement lists',
  powers: 'Sharing rests on a legal power, which reaches some recipients and not others',
  necessity: 'Sharing is necessary and proportionate: whoever judges so says why',
  consent_dated: 'A consent has the day on which it was given, and may have one on which it ends',
  consent_given: 'Consent is a ground for sharing; it is given freely, and silence is not taken for it',
  consent_informed: 'The person understood what follows from saying yes and from saying no',
  consent_specific: 'Consent names what is shared, with whom and for what: a release of anything relevant is none',
  consent_explicit: 'Sensitive information asks for explicit consent',
  consent_ended: 'Consent that ran out or was withdrawn is no ground; another is the chair’s recorded choice',
  victims: 'A victim’s details are shared only with the victim’s consent',
  outside_the_agreement: 'An organisation that is neither statutory nor a party receives nothing without consent',
  legal_advice: 'What is contentious or of doubtful legality waits for legal advice through a senior manager',
  managers_authority: 'What lies outside the waiver waits for the written authority of the manager named for it',
  original_owner: 'Another’s information is passed on only with permission of its original owner or of the person',
  objections: 'An objection that was upheld stops sharing, whatever the power',
  other_protocol: 'A case that another protocol governs (MAPPA, child protection) is referred there, or heard for a recorded reason',
  adults: 'The agreement speaks of adults: a case of somebody under 18 is heard for a recorded reason',
  person_told: 'Where a person was neither told nor agreed, the reason, the ground and who decided are recorded',
  caseload: 'A case that is closed leaves the caseload, and the time for which its file is kept begins',
  people_told: 'People are told that their information is shared, and with whom',
  retention: 'Nothing is kept longer than the partnership’s own periods say',
  secure_route: 'What leaves by e-mail is encrypted or goes over a secure network, to Designated Officers only',
  portable_media: 'Portable media are encrypted',
  officers: 'Each organisation names its Designated Officers',
  safe_handling: 'Information is handled with care, and files that come in are checked for viruses',
}

/** A rule that has a clause in the agreement. */
export type RuleName = keyof typeof ruleWords

/** The same words, with each `{rule}` as the clause that it stands in. */
export function citing(words: string, clause: (rule: RuleName) => string): string {
  return words.replace(/\{([a-z_]+)\}/g, (_, rule) => clause(rule as RuleName))
}
