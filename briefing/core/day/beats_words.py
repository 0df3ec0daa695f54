"""The beats and the words that mark them: data, read in order, extended by the user's own.

Words are parted by `|`. A word ending in `*` marks by its beginning; several words mark only
together, in that order. A word after `~` is found in stories of every beat and weighs half.
"""

GENERAL = "retail"

TRADE = (
    "retail*|supermarket*|grocer*|merchant*|wholesal*|e-commerce|ecommerce|department store*|"
    "discounter*|own-label|private label|packaged goods|shopper*|recall*|product safety|"
    "drogerie*|händler*|handel*|einzelhandel*|enseigne*|distributeur*|minorista*|"
    "零售|超市|门店|商场|电商|小売|百貨"
)
"""Words any of which says that an article is about the trade at all."""
HINTS = (
    "store*|shop*|consumer*|brand*|chain*|marketplace*|mall*|outlet*|apparel|fashion|toy*|"
    "furniture|cosmetic*|filiale*|magasin*|tienda*|品牌|店舗"
)
"""Words of which it takes two: other articles have one by the way."""

BEATS: dict[str, str] = {
    "M&A": (
        "acquire*|acquisition*|takeover*|merger*|merge|merging|buyout*|divest*|bid for|buys|to buy|"
        "stake|spin-off|spinoff|tie-up|suitor*|private equity|sale of|~deal to|~deal with|"
        "agree* to sell|agreement to sell|to sell its|~to sell|~offers|offer for|~sells|~buying|"
        "übernahme*|übernimmt|fusion*|rachat|并购|收购|買収"
    ),
    "earnings": (
        "earnings|quarterly|profit*|net income|net loss|~revenue|like-for-like|comparable sales|"
        "same-store sales|guidance|~outlook|~forecast*|full-year|~fiscal|margin*|results|dividend|"
        "ebit*|umsatz*|gewinn*|quartal*|chiffre d'affaires|bénéfice*|营收|利润|净利|決算|業績"
    ),
    "policy and labour": (
        "trade union*|labour union*|labor union*|unions|unionis*|unioniz*|~union|strike*|wage*|"
        "minimum wage|~workers|labour|labor|layoff*|lay off|job cuts|~jobs|regulat*|antitrust|"
        "competition authority|lawsuit*|sue|sues|sued|suing|court|tariff*|tax|taxes|law|laws|"
        "legislat*|ftc|cma|~commission|fine|fines|fined|recall*|ban|bans|banned|streik*|"
        "gewerkschaft*|kartellamt|grève|监管|罢工"
    ),
    "payments": (
        "payment*|wallet*|alipay|wechat pay|apple pay|google pay|credit card*|debit card*|"
        "card fees|card network*|interchange|checkout fee*|buy now, pay later|bnpl|instalment*|"
        "installment*|klarna|afterpay|visa|mastercard|paypal|contactless|cashless|qr code*|"
        "zahlung*|ratenkauf*|paiement*|支付|決済"
    ),
    "supply chain and logistics": (
        "supply chain*|logistic*|warehouse*|fulfilment|fulfillment|distribution centre*|"
        "distribution center*|~deliver*|courier*|parcel*|last mile|last-mile|freight|shipping|"
        "ports|port of|~supplier*|shortage*|inventor*|truck*|haulage|container*|lagerhaus*|"
        "zentrallager*|lieferkette*|livraison*|物流|配送|供应链"
    ),
    "e-commerce and marketplaces": (
        "e-commerce|ecommerce|~online*|marketplace*|amazon|alibaba|tmall|taobao|jd.com|ebay|etsy|"
        "shopify|temu|shein|web shop|webshop|livestream*|third-party seller*|pinduoduo|rakuten|"
        "zalando|mercadolibre|flipkart|onlinehandel|电商|网购|通販"
    ),
    "grocery": (
        "grocer*|supermarket*|food retailer*|~food|fresh food|fresh produce|kroger|walmart|tesco|"
        "aldi|lidl|carrefour|sainsbury*|asda|morrisons|waitrose|ahold|albertsons|publix|costco|"
        "whole foods|hypermarket*|~discounter*|dairy|lebensmittel*|épicerie|supermarch*|"
        "超市|生鲜|スーパー"
    ),
    "fashion": (
        "fashion|apparel|clothing|clothes|footwear|shoe*|sneaker*|luxury|cosmetic*|beauty|jewel*|"
        "h&m|zara|inditex|uniqlo|primark|gap inc|nike|adidas|lvmh|kering|gucci|handbag*|denim|"
        "bekleidung|schuh*|vêtement*|服装|奢侈|アパレル"
    ),
    "stores and property": (
        "~store*|~shop|~shops|~branch*|outlet*|mall|malls|landlord*|lease*|rent|rents|square feet|"
        "square metres|flagship|refurbish*|~opening|~open*|~close*|~closing|closure*|"
        "department store*|high street|new stores|store closures|~filiale*|standort*|~magasin*|"
        "门店|开店|关店|店舗"
    ),
    "technology": (
        "technology|software|artificial intelligence|ai|robot*|automat*|self-checkout|checkouts|"
        "~app|~data|cloud|cyber*|hack*|~digital|sensor*|drone*|staff-less|cashierless|rfid|"
        "electronic shelf|technologie*|人工智能|机器人|無人"
    ),
}
