"""Closed word classes and the verbs of business news, as data for the tagger."""

DETERMINERS = frozenset(
    "the a an this that these those some any no every each all both another such either neither "
    "its his her their our my your several many most more few".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for from with to into onto over under about against between among through "
    "during since until till within without across behind beyond near than per via despite "
    "amid towards toward upon off up down out around above below along like inside outside as "
    "before after except including excluding following regarding concerning".split()
)
CONJUNCTIONS = frozenset("and or but nor yet".split())
MODALS = frozenset("will would could may might should can shall must 'll wo ca cannot".split())
PRONOUNS = frozenset(
    "i you he she it we they me him us them himself herself itself themselves who whom which "
    "what whoever nobody everyone someone anyone everybody there one".split()
)
ADVERBS = frozenset(
    "also not now then still soon even only already just again ever never yet once later however "
    "therefore instead too very often always sometimes perhaps maybe further together ahead "
    "meanwhile else almost about n't so far well back away here there today tomorrow yesterday "
    "tonight alone either nearly quite rather thus hence".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did 's 're 've".split()
)

# verbs whose -s form, base or past is as often a noun: left context decides
NOUN_TOO = frozenset(
    "plan offer report share cost price profit store move talk deal bid cut rise fall increase "
    "drop gain loss sale launch order demand supply charge claim rate fund bank market trade "
    "trial test target forecast estimate result start end close purchase work strike vote "
    "question answer issue call need use change study review ruling lead head face fine tax "
    "request return visit hope fear threat warning meeting offering building opening closing "
    "show shop stock stake win run interest export import ban benefit release attempt effort "
    "program delay design produce process promise threat view look rebound surge slump plunge "
    "jump climb decline slide growth challenge contract grant award appeal probe search mark "
    "service brand line host name state point account control focus force group term train "
    "transfer update wage worker pay match measure list limit link lease bill boost break "
    "build finance figure form hit hold hire help hurry impact import influence judge key land "
    "load lock pledge pool position post press project push quote race range reach "
    "record reform repair research rest risk rule sanction score spend split spread staff stay "
    "step stop struggle support suit swap switch tie total tour value veto wait walk "
    "watch will wish bond tariff levy license licence matter mind monitor net note notice "
    "outlook overhaul package park part partner pass phase place plant play power premium "
    "present proceed profile purchase raid rally rank reply reserve respect reward ride "
    "root round sample scale schedule sign site slide spot spur square stage stand stress study "
    "retail subject sum surprise survey task team tender time top track try turn type vow".split()
)

VERBS = (
    "abandon absorb accelerate accept access accommodate accompany account accuse achieve "
    "acknowledge acquire act adapt add address adjust administer adopt advance advertise advise "
    "affect afford agree aim "
    "air allege allocate allow alter amend amount analyse analyze announce answer anticipate "
    "apologise apologize appeal appear apply appoint approach approve argue arrange arrest arrive "
    "ask assemble assert assess assign assist assume assure attach attack attempt attend attract "
    "auction audit authorise authorize avert avoid award axe back ban bar base battle become "
    "begin believe benefit bid bill blame block boast book boost borrow boycott brand break bring "
    "broaden broker build bundle buy bypass calculate call campaign cancel capture carry "
    "cause cease celebrate challenge change charge check choose cite claim clarify clear climb "
    "clinch close collaborate collapse collect combat combine come command comment commission "
    "commit compare compel compensate compete compile complain complete comply compose conclude "
    "condemn conduct confer confirm confront connect consider consist consolidate construct "
    "consult contact contain contemplate contend contest continue contract contribute control "
    "convene convert convict convince cooperate cope cost count counter cover crash create "
    "criticise criticize cross curb cut damage deal debate debut decide declare decline decrease "
    "defeat defend defer defy delay deliver demand demerge demolish deny depart depend deploy "
    "describe design detail determine develop devote die differ dip direct disappear disclose "
    "discontinue "
    "discount discover discuss dismiss dispatch dispose dispute disrupt distribute ditch dive "
    "diversify divert divest divide dominate double doubt draft drag draw drive drop dump earn "
    "ease edge elect eliminate embrace emerge employ enable encourage end endorse endure enforce "
    "engage enhance enjoy enlarge enlist ensure enter equip escalate escape establish estimate "
    "evaluate evolve examine exceed exchange exclude execute exempt exercise exert exhibit exist "
    "exit expand expect expel expire explain explore export expose express extend extradite face "
    "facilitate fail fall fear feature feel fend fight file fill finalise finalize finance find "
    "fine finish fire fit fix float fly focus follow force forecast foresee form found freeze "
    "fuel fulfil fulfill fund gain gather generate get give go grab grant grow guarantee guide "
    "halt halve hamper hand handle happen harm head hear help hike hint hire hit hold honour hope "
    "host house hurt identify ignore impact implement imply import impose improve include "
    "increase incur indicate indict inform inherit initiate inject insist inspect install "
    "institute instruct intend intensify interest intervene introduce invade invest investigate "
    "invite involve issue join judge jump justify keep kick kill know lack land lapse last launch "
    "lay lead lean leap learn lease leave lend let lift like limit link liquidate list live "
    "lobby locate look lose lower maintain make manage mandate manufacture march mark market match "
    "mean measure meet merge migrate miss modify monitor move mull name narrow near need negotiate "
    "nominate note notify obtain occupy occur offer offload offset open operate oppose opt order "
    "organise organize oust outline outsource overcome overhaul oversee overtake overturn owe own "
    "pack part participate partner pass pause pay penalise penalize perform permit persuade phase "
    "pilot place plan play plead pledge plummet plunge point poll pose post postpone praise "
    "predict prefer prepare present preserve press prevent price print privatise privatize probe "
    "proceed process procure produce prohibit project promise promote prompt propose prosecute "
    "protect protest prove provide publish pull pump purchase pursue push put qualify question "
    "quit quote raid raise rally range rank rate reach react read realise realize rebound rebrand "
    "rebuild recall recapture receive recognise recognize recommend record recoup recover recruit "
    "redeem redesign reduce refer refinance reflect reform refund refurbish refuse regain regard "
    "register regulate reinstate reiterate reject relate relaunch release relocate rely remain "
    "remove rename renew renegotiate rent reopen reorganise reorganize repay repeal replace reply "
    "report represent request require rescue reserve reshape reshuffle resign resist resolve "
    "respond restart restate restore restrict restructure result resume retail retain retaliate "
    "retire retreat return reveal reverse review revise revive reward ride rise risk rival roll "
    "rule run rush save say scale scrap scrutinise shutter seal search secure see seek seem seize "
    "select sell send serve set settle shake shape share shed shelve shift ship shop shorten show "
    "shrink shut sign simplify sink sit slash slide slip slow slump snap soar solve sort source "
    "spark speak speed spend spin split sponsor spread spur squeeze stabilise stabilize stage "
    "stand start state stay steal stem step stick stimulate stock stop store streamline strengthen "
    "stress stretch strike strip struggle study submit subscribe subsidise succeed sue suffer "
    "suggest suit supply support surge surpass surprise surrender survey survive suspect suspend "
    "sustain swap switch tackle take talk tap target team tell tempt tend tender terminate test "
    "testify thank think threaten thwart tie tighten top total touch tour track trade train "
    "transfer transform transport travel treat trial trigger trim triple try turn unblock "
    "undercut undergo understand undertake unify unite unlock unveil update upgrade uphold urge "
    "use vacate value veto visit voice vote vow wage wait walk want warn waste watch weaken weigh "
    "welcome widen win wind wipe withdraw withhold withstand witness wonder work worry worsen "
    "write yield remodel refit restock repurchase relist reassess reallocate recapitalise "
    "rehire upsize downsize modernise modernize expedite hive tout".split()
)

# base: (past, participle); the regular ones are built by rule
IRREGULAR = {
    "be": ("was", "been"), "become": ("became", "become"), "begin": ("began", "begun"),
    "bid": ("bid", "bid"), "break": ("broke", "broken"), "bring": ("brought", "brought"),
    "build": ("built", "built"), "buy": ("bought", "bought"), "choose": ("chose", "chosen"),
    "come": ("came", "come"), "cost": ("cost", "cost"), "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"), "draw": ("drew", "drawn"), "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"), "feel": ("felt", "felt"), "fight": ("fought", "fought"),
    "find": ("found", "found"), "fly": ("flew", "flown"), "foresee": ("foresaw", "foreseen"),
    "freeze": ("froze", "frozen"), "get": ("got", "got"), "give": ("gave", "given"),
    "go": ("went", "gone"), "grow": ("grew", "grown"), "hear": ("heard", "heard"),
    "hit": ("hit", "hit"), "hold": ("held", "held"), "hurt": ("hurt", "hurt"),
    "keep": ("kept", "kept"), "know": ("knew", "known"), "lay": ("laid", "laid"),
    "lead": ("led", "led"), "leap": ("leapt", "leapt"), "leave": ("left", "left"),
    "lend": ("lent", "lent"),
    "let": ("let", "let"), "lose": ("lost", "lost"), "make": ("made", "made"),
    "mean": ("meant", "meant"), "meet": ("met", "met"), "overcome": ("overcame", "overcome"),
    "oversee": ("oversaw", "overseen"), "overtake": ("overtook", "overtaken"),
    "pay": ("paid", "paid"), "put": ("put", "put"), "quit": ("quit", "quit"),
    "read": ("read", "read"), "rebuild": ("rebuilt", "rebuilt"), "repay": ("repaid", "repaid"),
    "ride": ("rode", "ridden"), "rise": ("rose", "risen"), "run": ("ran", "run"),
    "say": ("said", "said"), "see": ("saw", "seen"), "seek": ("sought", "sought"),
    "sell": ("sold", "sold"), "send": ("sent", "sent"), "set": ("set", "set"),
    "shake": ("shook", "shaken"), "shed": ("shed", "shed"), "show": ("showed", "shown"),
    "shrink": ("shrank", "shrunk"), "shut": ("shut", "shut"), "sink": ("sank", "sunk"),
    "sit": ("sat", "sat"), "slide": ("slid", "slid"), "speak": ("spoke", "spoken"),
    "speed": ("sped", "sped"), "spend": ("spent", "spent"), "spin": ("spun", "spun"),
    "split": ("split", "split"), "spread": ("spread", "spread"), "stand": ("stood", "stood"),
    "steal": ("stole", "stolen"), "stick": ("stuck", "stuck"), "strike": ("struck", "struck"),
    "take": ("took", "taken"), "tell": ("told", "told"), "think": ("thought", "thought"),
    "undercut": ("undercut", "undercut"), "undergo": ("underwent", "undergone"),
    "understand": ("understood", "understood"), "undertake": ("undertook", "undertaken"),
    "uphold": ("upheld", "upheld"), "win": ("won", "won"), "wind": ("wound", "wound"),
    "withdraw": ("withdrew", "withdrawn"), "withhold": ("withheld", "withheld"),
    "withstand": ("withstood", "withstood"), "write": ("wrote", "written"),
    "forecast": ("forecast", "forecast"), "have": ("had", "had"), "do": ("did", "done"),
}  # fmt: skip

# verbs that double their last letter before -ed and -ing
DOUBLING = frozenset(
    "ban bar plan drop shop stop ship step cut put set get run win sit hit quit shut split bid "
    "begin commit permit submit admit refer defer transfer equip trim "
    "slip dip fit scrap strip swap tap top wrap map spin shed snap tip rebel compel expel control "
    "refit patrol prefer incur occur spur stem plot grab let drag zip chop flip".split()
)
