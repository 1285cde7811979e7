# ruff: noqa: E501 - patterns and tables read best on one line
"""Words that stand before (or for) a person's name. Own compilation."""

PARTICLES = frozenset(
    "do al as ad an ar az ash el de da di du del der den van von bin ibn ben abu abd la le los las dos das ter ten zu e y ul ur ud af av ould st"
    .split()
)  # fmt: skip

MALE_TITLES = frozenset(
    "mr mister sir lord king prince father pope brother sheikh sheik ayatollah baron duke earl emperor count sultan emir"
    " chairman spokesman congressman businessman policeman cardinal bishop imam rabbi assemblyman councilman fisherman"
    " husband son boy man father grandfather uncle nephew brother widower gunman".split()
)
FEMALE_TITLES = frozenset(
    "mrs ms miss madam madame mme lady queen princess sister dame spokeswoman chairwoman congresswoman businesswoman"
    " policewoman assemblywoman councilwoman first-lady duchess countess empress baroness actress wife mother daughter girl"
    " woman grandmother aunt niece widow waitress".split()
)

_OFFICES = (
    "president premier minister chancellor secretary secretary-general governor mayor senator representative rep sen gov"
    " deputy vice-president chief chairman chairwoman chairperson chair head director director-general leader commander"
    " spokesman spokeswoman spokesperson ambassador envoy diplomat official officials general gen colonel col lieutenant lt"
    " captain capt major maj sergeant sgt corporal cpl private pvt admiral adm commodore marshal brigadier brig inspector"
    " superintendent commissioner constable officer detective sheriff judge justice magistrate prosecutor attorney lawyer"
    " advocate counsel solicitor barrister professor prof dr doctor reporter journalist correspondent editor analyst expert"
    " candidate member mp mps congressman congresswoman councillor councilor alderman speaker whip treasurer controller"
    " foreign-minister king queen prince princess pope cardinal archbishop bishop reverend rev imam ayatollah sheikh sheik"
    " rabbi patriarch sultan emir shah emperor empress duke duchess baron baroness lord lady sir dame mullah mufti hojatoleslam"
    " mr mrs ms miss mme madam madame monsieur herr señor senor father fr brother sister saint comrade coach founder"
    " co-founder owner president-elect prime vice undersecretary under-secretary under-secretary-general subsecretary"
    " cameraman photographer activist author writer actor actress singer producer filmmaker physicist scientist historian"
    " economist researcher engineer astronaut pilot businessman businesswoman entrepreneur ceo cfo coo chief-executive"
    " executive manager negotiator mediator coordinator administrator adviser advisor aide consul attaché attache delegate"
    " warlord militant rebel dictator ruler strongman politician lawmaker legislator parliamentarian assemblyman assemblywoman"
    " congressperson governor-general attorney-general solicitor-general vice-chairman vice-chancellor vice-premier"
    " vice-minister dissident cleric preacher priest pastor monk nun clergyman tycoon billionaire millionaire magnate"
    " presenter anchor host columnist blogger commentator cartoonist publisher witness resident suspect convict inmate"
    " colleague successor predecessor widow wife husband son daughter brother sister father mother nephew cousin uncle"
    " soldier policeman policewoman paramedic firefighter nurse student teacher farmer driver worker trader fisherman"
    " employee captain-general generalissimo field-marshal backbencher chargé superintendant constable-chief"
    " president's spokeswoman-elect premier-elect barrister commentator analyst strategist pollster defendant accused"
    " pm vp cllr majesty highness excellency pte seaman leading amb lance maj-gen leftenant trooper gunner petty wing squadron hostage contractor translator interpreter guard bodyguard tribesman elder"
)
TITLES = frozenset(_OFFICES.split())

DESCRIBERS = frozenset(
    "ex former acting interim outgoing incoming late then senior junior top chief veteran ex-president foreign defence defense"
    " interior finance prime vice deputy assistant associate first second third right honourable honorable hon opposition"
    " democratic republican conservative liberal labour labor tory socialist communist union state federal national"
    .split()
)  # fmt: skip

MALE_FIRST = frozenset(
    "abdul abdullah adam adolf ahmad ahmed alan albert alex alexander ali alistair allan allen alberto alexei andre andreas"
    " andrei andres andrew angel anthony antonio anwar ariel arnold arthur ashraf augusto barack bashar ben benjamin benny"
    " bernard bill binyamin bob boris brad brian bruce carl carlos charles chris christopher claude colin craig"
    " dan daniel dave david dennis derek dick dmitri dmitry dominique donald doug douglas duncan ed eduardo edward ehud"
    " emmanuel eric ernest evo felipe fidel francis francisco francois frank franklin fred frederick friedrich gary gavin"
    " geoff geoffrey george georges gerald gerard gerhard gilles giorgio giovanni glenn gordon graham greg gregory guy hamid"
    " hans harold harry hassan henri henry herbert herman hosni howard hu hugh hugo hussein ian ibrahim igor ike imran"
    " ismail ivan jack jacques jake jalal jamal james jan jason javier jay jeff jeffrey jeremy jerry jesse jesus jim"
    " jimmy joe joel john johnny jon jonathan jorge jose joseph josh joshua juan julian junichiro karl keith ken kenneth"
    " kevin khaled kim kofi larry laurent lawrence lee len leo leon leonard leonid lewis lloyd louis luis luiz mahmoud"
    " mahmud malcolm manuel marc marcus mario mark martin marwan matt matthew maurice max michael michel miguel mike"
    " mikhail mitt mohamed mohammad mohammed muammar muhammad nathan neil nelson nicholas nick nicolas nicolae nikolai"
    " norman nouri nuri omar oscar osama otto owen pablo pascal patrick paul pedro pervez peter phil philip philippe pierre"
    " rafael rafik ralph ramon raul ray raymond recep rene ricardo richard rick rob robert roberto robin rodrigo roger"
    " roland romano ron ronald rory rowan roy rudolph rupert russell saddam sam samuel scott sean sebastian sergei sergey"
    " shaun shimon silvio simon stanley stephen steve steven stuart tariq ted terry thabo theodore thomas tim timothy toby"
    " todd tom tommy tony traian trevor vaclav vernon victor viktor vincent vladimir walter warren wayne werner wesley"
    " wilfried william winston yasser yasir yitzhak yousaf yuri zachary"
    .split()
)  # fmt: skip

FEMALE_FIRST = frozenset(
    "abigail agnes aisha alexandra alice alison amanda amina amy ana andrea angela anita ann anna anne annette aung ayesha"
    " barbara beatrice becky benazir bernadette beth betty brenda bridget camilla carla carmen carol caroline catherine"
    " cecilia charlotte cheryl christina christine cindy claire clara claudia condoleezza connie corazon cristina cynthia"
    " dalia dana danielle deborah debra denise diana diane donna doris dorothy eileen elaine eleanor elena elizabeth ellen"
    " emily emma erica esther eva evelyn fatima fiona florence frances gabriela gail gloria grace hannah harriet heather"
    " helen helena hilary hillary indira ingrid irene isabel jacqueline jane janet janice jeanne jennifer jenny jessica"
    " jill joan joanna joanne josephine joyce judith judy julia julie karen kate katherine kathleen kathryn katie kelly"
    " kristina laura lauren leila lena leslie lillian linda lisa lois lori louise lucia lucy lynn madeleine maggie margaret"
    " maria marie marilyn marina marta martha mary maureen megan megawati melanie melissa mia michaela michele michelle"
    " miriam mona monica nadia nancy naomi natalia natalie natasha nicola nicole nina nora olga olivia pamela patricia paula"
    " pauline penny petra philippa phyllis rachel rebecca rita rosa rosemary ruth sabrina sally samantha sandra sara sarah"
    " segolene sharon sheila shirley silvia simone sonia sophia sophie stella stephanie sue susan suzanne svetlana sylvia"
    " tamara tanya tara teresa theresa tina tzipi ursula valerie vanessa vera veronica victoria violeta virginia vivian"
    " wendy yulia yvonne zainab"
    .split()
)  # fmt: skip

NICKNAMES = {
    "bill": ("william",), "will": ("william",), "bob": ("robert",), "rob": ("robert",), "bobby": ("robert",),
    "dick": ("richard",), "rick": ("richard",), "jim": ("james",), "jimmy": ("james",), "mike": ("michael",),
    "tony": ("anthony", "antony"), "joe": ("joseph",), "jack": ("john",), "ted": ("edward", "theodore"), "ed": ("edward",),
    "dave": ("david",), "dan": ("daniel",), "tom": ("thomas",), "ben": ("benjamin",), "chris": ("christopher",),
    "steve": ("stephen", "steven"), "ken": ("kenneth",), "ron": ("ronald",), "don": ("donald",), "al": ("albert", "alan"),
    "alex": ("alexander",), "andy": ("andrew",), "greg": ("gregory",), "jeff": ("jeffrey", "geoffrey"), "larry": ("lawrence",),
    "matt": ("matthew",), "nick": ("nicholas",), "pat": ("patrick", "patricia"), "pete": ("peter",), "sam": ("samuel",),
    "tim": ("timothy",), "bibi": ("benjamin",), "binyamin": ("benjamin",), "liz": ("elizabeth",), "beth": ("elizabeth",),
    "kate": ("katherine", "catherine"), "sue": ("susan",), "maggie": ("margaret",), "barry": ("barack",),
}  # fmt: skip
"""Short first names and what they stand for."""
