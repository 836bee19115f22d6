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
# Attributes are compared as bytes: those are cut into words three times as fast as strings are.
_BITS_OF = {word.encode(): bits for word, bits in _WORD_BITS.items()}
_HINTING = frozenset(_BITS_OF)
_APART = bytes(code if chr(code).islower() and code < 128 else 32 for code in range(256))
_humps_of = re.compile(rb"[A-Z]*[a-z]+|[A-Z]+").findall  # "relatedPosts" is of two words, "HTMLPage" of one
_READ = 300  # characters of an attribute that are read


def hint_bits(attribute: str) -> int:
    """The groups that the words of a class, id or role belong to.

    >>> [name for name in NAMES if hint_bits("post__relatedCards wide") & BIT[name]]
    ['content', 'related']
    >>> hint_bits("shareholder")
    0
    """
    data = attribute[:_READ].encode("utf-8", "replace")
    if not data.islower():
        data = b" ".join(_humps_of(data)).lower()
    bits = 0
    for word in _HINTING.intersection(data.translate(_APART).split()):
        bits |= _BITS_OF[word]
    return bits
