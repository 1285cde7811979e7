# ruff: noqa: E501 - patterns and tables read best on one line
"""Common nouns for people, groups and public authorities, by what such an actor is. Own compilation."""

from loaders.tables.titles import TITLES

PERSON = TITLES | frozenset(
    "man woman person boy girl teenager youth child baby parent mother father relative spouse husband wife boyfriend girlfriend"
    " fiancé friend companion neighbour neighbor roommate passenger pedestrian motorist cyclist tourist traveller visitor guest"
    " victim survivor patient casualty bystander eyewitness onlooker attacker assailant bomber shooter sniper gunman hijacker"
    " kidnapper captor killer murderer assassin robber thief burglar looter rapist smuggler dealer hacker terrorist insurgent"
    " fighter jihadist jihadi guerrilla gangster criminal fugitive detainee prisoner captive internee refugee migrant immigrant"
    " asylum-seeker exile expatriate citizen national native villager local civilian inhabitant settler voter supporter opponent"
    " critic follower loyalist sympathizer sympathiser protester protestor demonstrator marcher rioter striker campaigner"
    " organizer organiser participant attendee observer monitor peacekeeper inspector investigator source insider informant"
    " whistleblower mole spy agent staffer aide intern employee boss shareholder investor customer consumer user subscriber"
    " owner landlord tenant developer builder designer architect scholar academic expert specialist veteran cadet recruit guard"
    " sailor marine airman policeman serviceman officer gunner commando trooper medic surgeon physician psychologist"
    " counsellor counselor therapist scientist biologist chemist lecturer pupil graduate classmate plaintiff claimant litigant"
    " applicant petitioner signatory juror complainant perpetrator offender culprit statesman premier incumbent challenger"
    " nominee contender front-runner rival ally counterpart envoy emissary humanitarian volunteer rescuer responder"
    " dissident defector separatist secessionist nationalist islamist extremist radical fundamentalist anarchist leftist"
    " farmer peasant miner labourer laborer docker trucker cabbie waiter chef cook shopkeeper trader banker broker businessperson"
    " player footballer cricketer athlete swimmer runner referee umpire fan spectator goalkeeper striker captain skipper"
    " musician artist painter poet novelist celebrity model comedian dancer composer director filmmaker designer"
    " believer worshipper worshiper pilgrim cleric missionary evangelist muslim christian jew".split()
)  # fmt: skip
"""One human being in the singular."""

PEOPLE = frozenset(
    "official leader source witness eyewitness analyst expert politician national diplomat ambassador envoy congressman senator"
    " commentator lawyer attorney spokesman spokeswoman spokesperson scientist researcher doctor parent judge chief head"
    " minister president father mother aide adviser advisor commander suspect victim man woman boy girl child".split()
)
"""Single persons also in the plural; others (protesters, rebels, students) act as a group."""

GROUP = frozenset(
    "group party coalition alliance opposition media press newspaper magazine broadcaster television radio station"
    " company firm corporation business manufacturer supplier retailer airline carrier bank insurer developer publisher union"
    " organization organisation association federation charity ngo foundation institute university college school church mosque"
    " club team squad side league militia gang cartel mafia network movement faction wing brigade cell clan tribe community public"
    " crowd mob delegation mission panel jury family household industry lobby bloc public minority majority paramilitary"
    " leadership board management staff crew force peacekeeping-force congregation populace electorate caucus think-tank"
    " people personnel mediator negotiator inspector warlord nongovernmental-organization conglomerate watchdog".split()
)  # fmt: skip
"""What acts as one body, public authorities apart."""

AUTHORITY = frozenset(
    "police authority troop soldier army military navy government state country nation court tribunal prosecution prosecutor"
    " parliament legislature senate congress assembly ministry department agency commission council cabinet administration"
    " embassy consulate regime republic policeman policemen officer guard investigator firefighter coastguard customs"
    " intelligence judiciary municipality lawmaker legislator bodies body power member-state".split()
)  # fmt: skip
"""Public authorities and those who act for one; single persons in the singular of what PERSON has too."""
OF_STATE = frozenset("troops soldiers forces authorities government marines airmen".split())
"""After the name of a state, that state; its police or army are organs of their own."""
