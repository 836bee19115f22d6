"""Hints: what the class, id, role and itemprop of an element say it holds, as bits."""

from __future__ import annotations

import re

# Word of an attribute -> group. Words are compared whole, so "widget-area" has "widget" and "shareholder"
# does not have "share". The groups are evidence for the classifier, never a verdict.
GROUPS: dict[str, str] = {
    "content": "content article entry post story text main body articlebody maincontent blog richtext rich prose wysiwyg "
    "copy"
    " postcontent entrycontent articlecontent storybody page single detail details markdown news press release",
    "nav": "nav navigation menu navbar submenu megamenu dropdown topbar navigationbar topnav subnav mainnav sitenav "
    "burger"
    " hamburger drawer skip skiplink tabs tab",
    "footer": "footer foot bottom colophon sitefooter copyright legal pagefooter",
    "header": "header head masthead banner hero top topper siteheader logo brand",
    "sidebar": "sidebar aside side rail rightrail sidecolumn secondary complementary right sticky",
    "comment": "comment comments reply replies respond disqus discussion commentlist feedback",
    "related": "related recommended recommendation recommendations recirc more popular trending latest recent similar also"
    " suggested readnext next outbrain taboola upnext carousel teaser teasers card cards grid listing archive "
    "feed promo"
    " morefrom youmaylike keepreading slider swiper slick",
    "share": "share sharing social socials addthis addtoany sharedaddy follow facebook twitter linkedin whatsapp "
    "pinterest bookmark",
    "advert": "ad ads advert advertisement adsense sponsor sponsored promo promotion cta calltoaction banner offer upsell"
    " affiliate disclosure disclaimer",
    "author": "author authors bio byline profile writer contributor contributors avatar about vcard authorbox person",
    "meta": "meta metadata date time published timestamp postmeta entrymeta info dateline posted updated readtime "
    "reading byline details",
    "breadcrumb": "breadcrumb breadcrumbs crumb crumbs trail pathway",
    "tags": "tag tags category categories topic topics keyword keywords label labels taxonomy filed terms chips chip "
    "badge pill",
    "consent": "cookie cookies consent gdpr privacy ccpa onetrust cmp",
    "signup": "newsletter subscribe subscription signup optin mailchimp emailsignup mailing hubspot hsform lead leadgen "
    "paywall"
    " register registration login signin account modal popup overlay lightbox dialog",
    "toc": "toc tableofcontents contents jump anchors index onthispage outline",
    "widget": "widget widgets gadget module block plugin tool toolbar tools",
    "form": "form search searchform searchbox input field fieldset filter filters select sort",
    "caption": "caption figcaption credit credits figure image img photo media gallery video player embed wpcaption "
    "thumbnail",
    "faq": "faq faqs accordion question answer collapse toggle expand qa panel",
    "product": "price cart shop product products buy sku checkout rating review reviews stars pricing plan plans",
    "pager": "pagination pager paging prev previous older newer pagenav page-numbers pages",
    "hidden": "hidden hide invisible visuallyhidden sr screenreader srt offscreen none assistive visually offleft",
    "note": "note notes reference references footnote footnotes citation sources source bibliography",
    "table": "table specs specification scope datatable",
    "lead": "lead intro summary excerpt dek standfirst subtitle deck abstract subhead subheadline description "
    "keytakeaways takeaways",
    "contact": "contact contacts address phone email map location locations hours office",
}
NAMES: tuple[str, ...] = tuple(GROUPS)
BIT: dict[str, int] = {name: 1 << place for place, name in enumerate(NAMES)}
_WORD_BITS: dict[str, int] = {}
for _name, _words in GROUPS.items():
    for _word in _words.split():
        _WORD_BITS[_word] = _WORD_BITS.get(_word, 0) | BIT[_name]

# Elements and roles that say the same as a class.
TAG_BITS: dict[str, int] = {
    "nav": BIT["nav"],
    "footer": BIT["footer"],
    "header": BIT["header"],
    "aside": BIT["sidebar"],
    "form": BIT["form"],
    "article": BIT["content"],
    "main": BIT["content"],
    "figure": BIT["caption"],
    "figcaption": BIT["caption"],
    "address": BIT["contact"],
    "dialog": BIT["signup"],
    "button": BIT["advert"],
    "details": BIT["faq"],
    "time": BIT["meta"],
}
_WORD = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CACHE_LIMIT = 20_000  # distinct attribute values remembered: one site repeats its own
HINT_CACHE: dict[str, int] = {}  # of whole attributes and of the names in them


def hint_bits(attribute: str) -> int:
    """The groups that the words of a class, id or role belong to.

    >>> [name for name in NAMES if hint_bits("post__relatedCards wide") & BIT[name]]
    ['content', 'related']
    >>> hint_bits("shareholder")
    0
    """
    bits = HINT_CACHE.get(attribute)
    if bits is None:
        bits = 0
        for token in attribute[:300].split():
            known = HINT_CACHE.get(token)
            if known is None:
                known = _token_bits(token)
            bits |= known
        HINT_CACHE[attribute] = bits
    return bits


def _token_bits(token: str) -> int:
    bits = 0
    for word in _WORD.findall(token if token.islower() else _CAMEL.sub(" ", token).lower()):
        bits |= _WORD_BITS.get(word, 0)
    if len(HINT_CACHE) > _CACHE_LIMIT:
        HINT_CACHE.clear()
    HINT_CACHE[token] = bits
    return bits
