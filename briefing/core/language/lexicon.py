"""Short word lists of six languages: stop words, abbreviations, sentence starters."""

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt rev hon st mt jr sr inc corp co "
    "ltd llc plc bros dept est approx vs etc al eg ie cf no nos vol fig pp ed eds jan feb "
    "mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun u.s u.k e.u u.n "
    "d.c l.a n.y a.m p.m e.g i.e ph.d b.c a.d ca bn mn tr ag z.b d.h u.a bzw ca evtl ggf "
    "inkl mio mrd nr str usw vgl mme mlle sra srta dña pág ee.uu dpto av cie éd env min "
    "max s.a s.l c.e.o".split()
)
# Abbreviations that may well end a sentence: what follows decides.
MAY_END = frozenset(
    "inc corp co ltd llc plc u.s u.k e.u u.n d.c a.m p.m etc jr sr usw ee.uu s.a s.l bros".split()
)
STARTERS = frozenset(
    "the a an this that these those it he she they we i in on at as but and so if when "
    "while after before for from with its his her their there here our many some most one "
    "last first however meanwhile moreover still yet also both other another such who "
    "what will can".split()
)

STOPWORDS = frozenset(
    # English
    "a about above after again against all also am an and any are as at be because been before "
    "being below between both but by can could did do does doing down during each few for from "
    "further had has have having he her here hers him his how i if in into is it its itself just "
    "me more most my no nor not now of off on once only or other our out over own said same say "
    "says she should so some such than that the their them then there these they this those "
    "through to too under until up very was we were what when where which while who whom why will "
    "with would you your s t "
    # German
    "der die das den dem des ein eine einer eines einem einen und oder aber nicht mit von zu zum "
    "zur im in ist sind war waren wird werden wurde hat haben auch auf für als an aus bei nach "
    "sich es er sie wir ihr dass wie noch nur so über um vor durch "
    # French
    "le la les un une des du de et ou mais pas ne en au aux par pour sur dans avec est sont été "
    "qui que ce cette ces son sa ses leur plus se il elle ils elles nous vous "
    # Spanish
    "el los las unos unas y o pero no con del al por para su sus es son fue que se lo más como "
    "este esta estos estas ya".split()
)

LANGUAGE_HINTS = {
    "de": frozenset(
        "der die das und nicht mit ist ein eine auf für von dem sich auch werden".split()
    ),
    "fr": frozenset("le la les des est une dans pour que qui sur pas avec du au sont".split()),
    "es": frozenset("el los las una por con para del que más como sus está son fue".split()),
    "en": frozenset("the and of to in is that for on with as it was are by from".split()),
}
