"""Pages that are no article, written for the tests: walls, lists, scraps. (kind, name, html)."""

# ruff: noqa: E501
from __future__ import annotations

from collections.abc import Iterator

_SHELL = (
    "<!doctype html><html><head><title>{title}</title></head><body>"
    "<nav><a href='/'>Home</a> <a href='/news'>News</a> <a href='/shop'>Shops</a></nav>"
    "{body}<footer>Copyright 2026 Till News Ltd.</footer></body></html>"
)
_CONSENT = {
    "partners": "<h1>We value your privacy</h1><p>We and our 412 partners store information on your "
    "device, such as cookies, and process personal data.</p><button>Accept all</button>"
    "<button>Reject all</button>",
    "cookies": "<div><h2>Cookies on this site</h2><p>We use cookies to improve your visit. You can "
    "accept all cookies or manage preferences.</p><p>See our cookie policy.</p></div>",
    "before you continue": "<h1>Before you continue</h1><p>We use cookies and data to deliver our "
    "services.</p><p>If you choose to accept all, we will also show personalised ads.</p>",
    "german": "<h1>Ihre Privatsphäre</h1><p>Mit Klick auf „Alle akzeptieren“ geben Sie Ihre "
    "Einwilligung in die Verarbeitung Ihrer Daten.</p><p>Zu den Datenschutzeinstellungen</p>",
    "french": "<h1>Vos données</h1><p>Avec votre accord, nos partenaires et nous utilisons des "
    "cookies.</p><button>Tout accepter</button><p>Gérer mon consentement</p>",
    "spanish": "<h1>Tu privacidad</h1><p>Usamos cookies propias y de terceros. Puedes aceptar todo "
    "o aceptar cookies necesarias.</p><p>Política: consent management</p>",
    "robot": "<h1>Just a moment...</h1><p>Checking your browser before you reach the site.</p>",
    "captcha": "<h1>Security check</h1><p>Please verify that you are human by solving the captcha "
    "below.</p>",
    "denied": "<h1>Access Denied</h1><p>You don't have permission to access this page on this "
    "server. Unusual traffic was seen from your network.</p>",
    "script": "<p>Please enable JavaScript to view this page. We use cookies, see our cookie "
    "settings.</p>",
    "blocker": "<h1>Ad blocker found</h1><p>Please disable your ad blocker to go on. Are you a "
    "robot? Then you should not be here.</p>",
    "chinese": "<h1>提示</h1><p>请完成验证后继续访问。继续即表示您同意本站的隐私条款。</p>",
}
_PAY = {
    "subscribe": "Subscribe to continue reading this story. Already a subscriber? Log in.",
    "members": "This article is for members only. Become a member to read it.",
    "limit": "You have reached your limit of free articles. You’ve read your last free article.",
    "trial": "To keep reading, start your free trial. Cancel any time.",
    "register": "Register for free to continue. Sign in to read the rest.",
    "unlock": "Unlock this article and all others for $1 a week.",
    "german": "Weiterlesen mit Handel Plus. Nur für Abonnenten. Jetzt abonnieren.",
    "french": "Cet article est réservé aux abonnés. Abonnez-vous pour lire la suite.",
    "spanish": "Contenido exclusivo para suscriptores. Suscríbete para leer más.",
    "chinese": "本文为会员专享内容，订阅后可阅读全文。",
    "premium": "The full article is available only to subscribers of the premium edition.",
    "account": "Create a free account to read this story. Have an account? Sign in to continue.",
}
_OPENING = (
    "<h1>Grocer Fennmarket plans its first stores in the north</h1><p>Fennmarket will open six "
    "stores in the north of the country next year, the grocer said on Tuesday, and hire about "
    "four hundred people for them.</p>"
)
_HEADLINES = (
    "Fennmarket opens in the north",
    "Shoe chain Ashby cuts its outlook for the year",
    "Port of Saltmere clears its backlog",
    "Tessamart raises pay for night shifts",
    "Why frozen food is back in fashion",
    "Kitewell to rent out toys by the month",
    "Five questions for the new head of Brightwater",
    "Regulator opens an inquiry into delivery fees",
    "Second-hand sales rise for an eighth quarter",
    "Stampbook comes to western Germany",
    "A short history of the shopping trolley",
    "Winter coats arrive late in the stores",
)


def _lists() -> Iterator[tuple[str, str]]:
    links = [f"<a href='/news/{i}'>{t}</a>" for i, t in enumerate(_HEADLINES)]
    yield "bullets", "<h1>Latest news</h1><ul>" + "".join(f"<li>{x}</li>" for x in links) + "</ul>"
    yield "cards", "".join(f"<div class='card'><h3>{x}</h3></div>" for x in links)
    yield (
        "teasers",
        "".join(f"<article><h2>{x}</h2><p>Read the story.</p></article>" for x in links),
    )
    yield "tag page", "<h1>Tag: grocery</h1>" + "".join(f"<p>{x}</p>" for x in links * 2)
    yield (
        "archive",
        "<h1>November 2026</h1>"
        + "".join(f"<div>{i + 1} November {x}</div>" for i, x in enumerate(links)),
    )
    yield (
        "table",
        "<table>" + "".join(f"<tr><td>{x}</td><td>Grocery</td></tr>" for x in links) + "</table>",
    )
    yield (
        "search",
        "<h1>24 results for stores</h1><ol>"
        + "".join(f"<li>{x}</li>" for x in links * 2)
        + "</ol>",
    )
    yield "sitemap", "<h1>Sitemap</h1>" + "".join(f"<ul><li>{x}</li></ul>" for x in links * 3)
    yield (
        "front page",
        "".join(
            f"<section><h2>{s}</h2>"
            + "".join(f"<h4>{x}</h4>" for x in links[i : i + 4])
            + "</section>"
            for i, s in enumerate(("Grocery", "Fashion", "Payments", "Supply chain", "People"))
        ),
    )
    yield "german", "<h1>Alle Meldungen</h1>" + "".join(f"<p>{x}</p>" for x in links)


_SHORT = {
    "brief": "<h1>Correction</h1><p>Tuesday’s story gave a wrong first name.</p>",
    "caption": "<h1>Picture of the day</h1><p>A market hall in Ghent.</p>",
    "not found": "<h1>Page not found</h1><p>The page you asked for is not here any more.</p>",
    "soon": "<h1>More to come</h1><p>This story will be updated.</p>",
    "video": "<h1>Watch: inside the new warehouse</h1><p>Running time three minutes.</p>",
    "gone": "<h1>Gone</h1><p>The story was withdrawn by its author.</p>",
}


def cases() -> Iterator[tuple[str, str, str]]:
    """Yield (verdict, name, page)."""
    for name, body in _CONSENT.items():
        yield "consent_wall", name, _SHELL.format(title="Till News", body=body)
    for name, text in _PAY.items():
        body = f"{_OPENING}<div class='gate'><p>{text}</p></div>"
        yield "paywall", name, _SHELL.format(title="Fennmarket plans stores", body=body)
    for name, body in _lists():
        yield "link_list", name, _SHELL.format(title="Till News", body=body)
    for name, body in _SHORT.items():
        yield "too_short", name, _SHELL.format(title="Till News", body=body)
    yield "empty", "nothing", "<!doctype html><html><head></head><body></body></html>"
    yield "empty", "script only", "<html><body><script>load()</script></body></html>"
