"""Pages of invented outlets about a town library, as HTML and as people's scrapers leave them."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import fill

TITLE = "Town library tries longer opening hours this winter"
AUTHOR = "Maria Example"
PARAGRAPHS = (
    (
        "The library on the market square now opens at eight in the morning on every working day. The "
        "town council agreed to the change in October, after a year of talks with the staff."
    ),
    (
        "Readers had asked for the earlier start because many of them pass the building on their way to "
        "work. A count at the door found that the busiest hour was the one before noon."
    ),
    (
        "“We wanted to see who comes when the lamps are still lit,” said the head of the reading room. She "
        "added that the trial would end in March unless the council decides otherwise."
    ),
    (
        "The branch in the harbour district keeps its old hours. Its roof is under repair, and the books "
        "from its upper floor stand in boxes in the cellar of the town hall."
    ),
    (
        "Visitors can return what they have borrowed at any time through a flap beside the main door. The "
        "flap is emptied twice a day, and nobody has to pay for a book that arrives before noon."
    ),
    (
        "The council will publish the figures of the trial in spring. Until then the staff ask readers to "
        "write down what they think of the new hours in a book at the desk."
    ),
)
RELATED = (
    ("Swimming pool closes for a week", "June 3, 2021", "The pool by the station will be empty while its tiles are cleaned."),
    ("New benches for the riverside", "June 1, 2021", "Twelve benches of oak now stand along the path between the two bridges."),
    ("Bakers compare their oldest ovens", "May 28, 2021", "An evening at the museum shows how bread was made before the war."),
    ("Bus line seven gets a new stop", "May 27, 2021", "From Monday the bus will also halt in front of the evening school."),
)  # fmt: skip


@dataclass(frozen=True)
class Scrape:
    """A text as a scraper left it; `standfirst` says whether a sentence above the byline is kept."""

    text: str
    byline: str = AUTHOR
    published: str = "2021-06-04"


def teasers(*, more: str = "Read more") -> str:
    """A list of other stories."""
    return "\n\n".join(f"{title}\n\n{date}\n\n{text}\n\n{more}" for title, date, text in RELATED)


def magazine() -> Scrape:
    """A theme of many small magazines: menus, byline with "by", a list of related stories, a login."""
    menu = "\n".join(f"  • {name}" for name in ("Town", "Culture", "Sports", "Weather", "About"))
    body = "\n\n".join(PARAGRAPHS)
    return Scrape(
        f"Subscribe\nAll the news of the valley.\nMy Account\n{menu}\nNo Result\nView All Result\n"
        f"Home Town Culture\n\n{TITLE}\n\nby {AUTHOR}\nJune 4, 2021\nin Culture\nPhoto credit: A. Person\n\n"
        f"Share on TwitterShare on Facebook\nFollow Valley Mirror on Google News\n\n{body}\n\nRELATED\n\n"
        f"{teasers(more='Read moreDetails')}\n\nLATEST\n\nA headline without a date\n\n"
        f"Another headline without a date\n\nWelcome Back!\n\nLogin to your account below\n\n"
        f"Forgotten Password?\n\nPlease enter your username or email address to reset your password.\n"
    )


def broadsheet() -> Scrape:
    """A newspaper: sections on one line each, the name alone above the date, a call for support."""
    head = "Skip to main content\nSign in\nNews\nOpinion\nSport\nCulture\nLifestyle"
    body = (
        "\n".join(PARAGRAPHS[:3])
        + "\nRead more: Bus line seven gets a new stop\n"
        + "\n".join(PARAGRAPHS[3:])
    )
    return Scrape(
        f"{head}\n{TITLE} | The Daily Example\n{TITLE}\n{AUTHOR}\nFri 4 Jun 2021 07.00 BST\n"
        f"Last modified on Fri 4 Jun 2021 09.12 BST\nShare\n{body}\nTopics\nLibraries\nTowns\nReuse this content\n"
        f"Most viewed\n" + "\n".join(title for title, _, _ in RELATED) + "\n"
        "© 2021 The Daily Example Limited or its affiliated companies. All rights reserved.\n"
    )


def release() -> Scrape:
    """A press release portal: keyed lines, an end mark, boilerplate and a disclaimer."""
    body = "\n\n".join(PARAGRAPHS)
    return Scrape(
        f"Home > News > Libraries\n\n{TITLE}\n\nDate:\nJune 4, 2021\nSource:\n{AUTHOR}\nShare:\nFacebook Twitter Pinterest\n\n"
        f"FULL STORY\n\n{body}\n\n###\n\nStory Source:\n\nMaterials provided by the town hall. Note: Content may be edited for "
        f"style and length.\n\nJournal Reference:\n\n1. A. Person. DOI: 10.5555/example.2021.7\n\nCite This Page:\n\nMLA APA Chicago\n"
    )


def terminal() -> Scrape:
    """What a browser in text mode prints: indented, wrapped at 79, links numbered, their list below."""
    body = "\n\n".join(
        fill(text, 79, initial_indent="   ", subsequent_indent="   ") for text in PARAGRAPHS
    )
    menu = "\n".join(
        f"     * [{n}]{name}"
        for n, name in enumerate(("Home", "Town", "Culture", "Sports", "Search"), 2)
    )
    return Scrape(
        f"   [1]Skip to content\n\n{menu}\n   (BUTTON) Menu\n\n{TITLE}\n\n   By [7]{AUTHOR}\n   Published 4 June 2021\n\n{body}\n\n"
        f"   [8]Privacy policy [9]Contact us\n\nReferences\n\n   Visible links\n   1. https://valley.example.org/\n   2. https://valley.example.org/town\n"
    )


def essay() -> Scrape:
    """A clean text: a title, a name, a date, and nothing else."""
    return Scrape(f"{TITLE}\n\nBy {AUTHOR}\n4 June 2021\n\n" + "\n\n".join(PARAGRAPHS) + "\n")


def wrapped_essay() -> Scrape:
    """The same with lines of 72 columns and Windows line ends."""
    body = "\n\n".join(fill(text, 72) for text in PARAGRAPHS)
    return Scrape(f"{TITLE}\n\nBy {AUTHOR}\n4 June 2021\n\n{body}\n".replace("\n", "\r\n"))


def cut_at_links() -> Scrape:
    """Every text node on its own line, as an extractor that joins with line ends leaves it."""
    cut = [
        text.replace("market square", "\nmarket square\n").replace(
            "town council", "\ntown council\n"
        )
        for text in PARAGRAPHS
    ]
    cut = [
        text.replace("said the head", "\nsaid the head").replace(", and ", "\n, and ")
        for text in cut
    ]
    pieces = "\n".join(cut).replace(" because many", "\nbecause many").replace(" The\nf", " The\nf")
    return Scrape(
        f"Home\nTown\nCulture\nMenu\nLog in\n{TITLE}\nBy\n{AUTHOR}\nJune 4, 2021\n{pieces}\nShare this\nPrivacy policy\nContact us\n"
    )


def blog() -> Scrape:
    """A weblog with its readers' comments under the post."""
    comments = "\n\n".join(
        f"{name} says:\nJune {day}, 2021 at 9:1{day} am\n\nI have gone there since I was small and I think that the hours were "
        f"good enough for all of us, whatever the council says about it.\n\nReply"
        for day, name in enumerate(("Anna", "Bert", "Cora", "Dirk"), 5)
    )
    body = "\n\n".join(PARAGRAPHS)
    return Scrape(
        f"Skip to content\n\nValley Notes\n\nMenu\n\n{TITLE}\n\nPosted on June 4, 2021 by {AUTHOR}\n\n{body}\n\n"
        f"Share this:\n\nClick to share on Twitter (Opens in new window)\n\nLike this:\n\nLike Loading...\n\n"
        f"Posted in Town\n\n4 thoughts on “{TITLE}”\n\n{comments}\n\nLeave a Reply Cancel reply\n\n"
        f"Your email address will not be published. Required fields are marked *\n"
    )


def broadcaster() -> Scrape:
    """A broadcaster: picture credits and captions, a role under the name, headlines with summaries below."""
    more = "\n".join(f"{title}\n{text}" for title, _, text in RELATED)
    body = "\n".join(PARAGRAPHS)
    return Scrape(
        f"Skip to content\nAccessibility Help\nNotifications\nHome\nNews\nSport\nMenu\n{TITLE}\nPublished\n4 June 2021\n"
        f"Share\nImage source, Getty Images\nImage caption, The reading room in the morning\nBy {AUTHOR}\nTown reporter\n"
        f"{body}\nMore on this story\n{more}\nTop Stories\nHeadline number one about the sea\n"
        f"© 2021 Valley Radio. Valley Radio is not responsible for the content of external sites.\n"
    )


def portal() -> Scrape:
    """A news portal of science: the source after "by", the paper below the text, the rights at the foot."""
    body = "\n\n".join(PARAGRAPHS)
    return Scrape(
        f"share this!\n12\nShare\nEmail\nHome\nOther Sciences\n\nJune 4, 2021\n\n{TITLE}\n\nby {AUTHOR}\n\n"
        f"Credit: CC0 Public Domain\n\n{body}\n\nMore information: A. Person, Hours of libraries, Journal of Doors (2021). "
        f"DOI: 10.5555/example.2021.7\n\nJournal information: Journal of Doors\n\nProvided by Town Hall\n\nThis document is "
        f"subject to copyright. Apart from any fair dealing for private study, no part may be reproduced.\n\n12 shares\n\nFeedback to editors\n"
    )


def adviser() -> Scrape:
    """An adviser on daily life: who reviewed and who wrote on one line, sources at the end, teasers with names."""
    more = "\n".join(f"{title}\nBy Otto Sample\n{text}\nREAD MORE" for title, _, text in RELATED)
    body = "\n".join(PARAGRAPHS)
    return Scrape(
        f"Town Conditions\nDiscover\nPlan\nConnect\nSubscribe\n{TITLE}\nReviewed by Otto Sample, M.D. — By {AUTHOR} — Updated on June 4, 2021\n"
        f"{body}\nHow we reviewed this article:\nSources\nHistory\nShare this article\nRead this next\n{more}\n"
    )


PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} - Valley Mirror</title>
<link rel="canonical" href="https://valley.example.org/2021/06/library-hours">
<meta property="og:site_name" content="Valley Mirror">
<meta property="article:section" content="Culture">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "Organization", "@id": "#us", "name": "Valley Mirror"}},
 {{"@type": "Person", "@id": "#maria", "name": "{AUTHOR}"}},
 {{"@type": "NewsArticle", "headline": "{TITLE}", "author": [{{"@id": "#maria"}}, {{"@type": "Person", "name": "Otto Sample"}}],
   "datePublished": "2021-06-04T08:00:00+02:00", "publisher": {{"@id": "#us"}}}}]}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li></ul></nav>
<article><h1>{TITLE}</h1><p class="byline">By {AUTHOR} and Otto Sample</p>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><h2>At the desk</h2><p>{PARAGRAPHS[2]}</p>
<p>Share this article on Twitter</p><ul><li>{PARAGRAPHS[3]}</li></ul><blockquote><p>{PARAGRAPHS[4]}</p></blockquote>
<p>{PARAGRAPHS[5]}</p></article>
<aside><h3>Related stories</h3><ul>{"".join(f"<li><a href='#'>{t}</a> {s}</li>" for t, _, s in RELATED)}</ul></aside>
<div class="cookie-notice">We use cookies to make this site better for you.</div>
<footer><p>Sign up for our newsletter</p><p>© 2021 Valley Mirror</p></footer></body></html>
"""
"""A page as a content system makes it; what is no paragraph of PARAGRAPHS or "At the desk" is furniture."""
