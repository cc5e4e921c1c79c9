"""What the web's page furniture says, in any outlet: evidence for the readers of HTML and of scrapes.

A hit alone decides only where the whole line is the furniture ("Share on Twitter"); lines of running
text need one of the fixed phrases that no article is written in.
"""

from __future__ import annotations

import re
from enum import Enum

from index.sources.prose import ends_sentence, words


class Furniture(Enum):
    """What kind of furniture a line is."""

    NONE = "none"
    LINE = "line"
    """A button, a menu entry, a credit: goes, and says nothing about what follows."""
    RELATED = "related"
    """Heads a list of other articles."""
    READ_MORE = "read more"
    """Ends the teaser of another article."""
    END = "end"
    """Nothing of the article comes after it: comments, references, the page's foot."""


_NETWORKS = (
    r"(?:twitter|x|facebook|fb|whats\s?app|linked\s?in|reddit|pinterest|e-?mail|messenger|telegram|tumblr|instagram"
    r"|you\s?tube|tik\s?tok|flipboard|pocket|bluesky|mastodon|threads|google(?:\s?(?:\+|plus|news))?|rss|snapchat|weibo"
    r"|line|print|sms|copy(?:\s+link)?|link|hacker\s?news|xing|vk|spotify|apple\s+(?:news|podcasts?)|wechat|more)"
)
_AND = r"(?:[\s,|/•·+&-]*(?:and|or)?[\s,|/•·+&-]*)"
_LINES = re.compile(
    "|".join(
        (
            rf"(?:(?:share|tweet|pin|post|send|save|print|e-?mail|copy|like|follow|connect|click)(?:\s+(?:us|this|it|me|to|article|story|page|post|link|with|friends?|or|by|on|via|the|now|options?|buttons?|tools|here|share|open|in|new|window|your)\b)*{_AND})*(?:(?:(?:on|via|to|by|in|with|us\s+on)\s+)?{_NETWORKS}(?:\s*\(opens\s+in\s+(?:a\s+)?new\s+(?:window|tab)\))?{_AND}(?:share|tweet|pin)?{_AND})*\d{{0,6}}k?(?:\s*shares?)?",
            r"\d*\s*(?:click\s+to\s+)?(?:share|e-?mail|print|tweet|save|pin)\b.{0,60}\(opens\s+in\s+(?:a\s+)?new\s+(?:window|tab)\)\s*\d*|like\s+(?:this|loading)[:.…\s]*|(?:skip\s+to\s+\w+\s*){2,}.{0,40}",
            rf"(?:share\s+(?:on|via|to|by|this)|tweet|pin)\b.{{0,30}}(?:share\s+(?:on|via|to|by)|tweet|pin).{{0,60}}",
            rf"(?:follow|find|join|like|connect\s+with)\s+.{{1,40}}\s+(?:on|via)\s+{_NETWORKS}.{{0,60}}",
            r"(?:shares?|comments?|likes?|views?|claps?|retweets?)\W{0,3}\d[\d.,]*k?|\d[\d.,]*k?\s*(?:shares?|comments?|likes?|views?|claps?|retweets?|replies)(?:\s+so\s+far)?",
            r"(?:log|sign)[\s-]?(?:in|on|out|up)(?:\s+(?:or|/|to|with|for|now|free|here|your|my|an?|account|register|join|subscribe|create|below|sign\s?up|google|facebook|apple)\b)*|login(?:\s+to\s+your\s+account.*)?",
            r"(?:my|your)\s+(?:account|profile|library|feed|alerts?)|account|profile|register(?:\s+(?:now|here|free))?|(?:create|open)\s+(?:an?\s+)?(?:free\s+)?account|forgot(?:ten)?\s+(?:your\s+)?password.*|retrieve\s+your\s+password|reset\s+password|remember\s+me|log\s?out|welcome\s+back.?",
            r"subscribe(?:\s+(?:now|today|here|to\b.{1,60}|for\b.{1,40}|via\b.{1,40}))?|subscriptions?|subscriber|become\s+a\s+(?:member|subscriber|supporter)|donate(?:\s+now)?|support\s+(?:us|our\s+work)|gift\s+(?:this\s+)?articles?|newsletters?(?:\s+sign[\s-]?up)?|sign\s+up\s+(?:for|to)\s+(?:our|the|your|get|receive)\b.{0,100}|get\s+(?:our|the)\s+(?:free\s+)?(?:\w+\s+)?newsletter.{0,80}|email\s+(?:address|sign[\s-]?up)|your\s+email(?:\s+address)?|enter\s+(?:your\s+)?e-?mail.{0,40}|.{0,40}\b(?:in|to)\s+your\s+inbox",
            r"(?:skip|jump)\s+(?:to|past)\b.{1,40}|(?:main\s+|site\s+|primary\s+)?(?:menu|navigation)|(?:open|close|toggle|show|hide|expand|collapse)(?:\s+(?:the|main|site|mobile|full|side|sub))*\s+(?:menu|navigation|search|sidebar|dialog|modal|panel|nav)s?.{0,20}|menu\s+close|sections?|navigate|search(?:\s+(?:for|the\s+site|this\s+site|site|bbc|\w+\.com))?[\s:.…]*|(?:no|view\s+all)\s+results?|close|home(?:\s?page)?|back(?:\s+to\s+(?:top|home|the\s+top|article|results))?|top\s+of\s+page|return\s+to\s+.{1,30}",
            r"(?:view|see|show|load|browse|explore)\s+(?:all|more)\b.{0,40}|more|next(?:\s+(?:page|article|story|post))?|prev(?:ious)?(?:\s+(?:page|article|story|post))?|older\s+posts|newer\s+posts|page\s+\d+(?:\s+of\s+\d+)?|\W*\d{1,3}\W*",
            r"advertis(?:e|ing|ements?)(?:\s+(?:here|with\s+us|below|continues?\s+below))?|ads?|sponsored(?:\s+(?:content|by\b.{1,40}|links?))?|promoted|paid\s+(?:content|post)|(?:story|article)\s+continues\s+(?:below|after).{0,30}|continue\s+reading\s+(?:the\s+main\s+story|below).{0,20}|skip\s+advertisement|affiliate\s+links?.{0,40}|loading[.…\s]*|please\s+wait.{0,10}",
            r"(?:the\s+)?(?:privacy|cookies?|legal|copyright|terms|accessibility|editorial|ethics|community|advertising|corrections?)(?:\s+(?:and|&|of)?\s*(?:privacy|cookies?|policy|policies|polic\w+|notices?|settings|preferences|statement|terms|use|service|conditions|guidelines|standards|help|information|choices))*|terms\s*(?:and|&)\s*conditions.{0,30}|your\s+(?:privacy|california\s+privacy|ad)\s+(?:rights|choices)|do\s+not\s+sell(?:\s+or\s+share)?\s+my\s+(?:personal\s+)?info(?:rmation)?|manage\s+(?:cookies|preferences|consent).{0,20}|(?:accept|reject|allow)\s+(?:all\s+)?(?:cookies)?|about(?:\s+us)?|contact(?:\s+us)?|help(?:\s+(?:center|centre|&\s+support))?|faqs?|sitemap|site\s+(?:map|index|information\s+navigation)|careers|jobs|press(?:\s+(?:room|office))?|feedback|masthead|our\s+team|work\s+with\s+us|staff|archives?",
            r"(?:photo|image|picture|photograph|photography|illustration|graphic|video|media|cover\s+image|featured\s+image|file\s+photo)s?\s*(?:credits?|courtesy|source|by|from|via|caption|copyright)?\s*(?::|\bby\b|\bcourtesy\b|\bvia\b|©)\s*.{0,150}|(?:credit|image\s+credit|courtesy(?:\s+of)?)s?\s*[:/]\s*.{1,100}|\(?(?:photo|image|picture|credit)s?\s*(?:by|:|courtesy).{1,80}\)?|(?:.{1,50}[/|,]\s*)?(?:getty(?:\s+images)?|shutterstock|istock(?:photo)?|unsplash|alamy|pixabay|pexels|adobe\s*stock|reuters|afp|ap(?:\s+photo)?|thinkstock|science\s+photo\s+library)(?:\s*[/|,].{1,50})?|image|images|photos?|gallery|image\s+(?:caption|copyright|source).{0,200}|view\s+(?:image|gallery|photos?|full[\s-]?size).{0,30}|enlarge(?:\s+(?:this\s+)?image)?|hide\s+caption|toggle\s+caption|play(?:\s+(?:video|audio|episode))?|listen(?:\s+to\s+(?:this\s+)?(?:article|story|podcast).{0,30})?|watch(?:\s*:\s*.{1,120})?|media\s+caption.{0,100}|(?:download|embed|transcript)",
            r"(?:this\s+article\s+is\s+more\s+than\s+\d+\s+years?\s+old|\d+\s*min(?:ute)?s?(?:\s+to)?\s*read|read(?:ing)?\s+time\W.{0,20}|estimated\s+read\w*\s+time.{0,20}|\d+\s+(?:minutes?|hours?|days?|weeks?|months?|years?)\s+ago|last\s+modified\s+on\b.{1,60}|first\s+published\s+on\b.{1,60}|listen\s+\(?\d+.{0,20}|report\s+this\s+(?:ad|story|comment)|report\s+(?:an?\s+)?error|request\s+reprint.{0,60}|reuse\s+this\s+content|print\s+this\s+(?:page|article)|e-?mail\s+this\s+(?:page|article)|cite\s+this(?:\s+page)?|fact[\s-]checked|(?:medically\s+|clinically\s+)?reviewed\s+by\b.{1,100}|edit(?:\s+source)?|\[edit\]|talk|view\s+(?:source|history)|print/?export|permalink|printer[\s-]friendly(?:\s+(?:version|page))?|send\s+to\s+(?:a\s+)?friend|add\s+(?:new\s+)?playlist|reply|like|dislike|flag|report|upvote|show\s+(?:more|less|all)|(?:show|hide)\s+comments)",
            r"(?:top|full)?\s*(?:topics|tags?|categories|category|filed\s+under|topics\s+in\s+this\s+article)\W*",
            r"(?:©|\(c\)|copyright\b)\s*.{0,200}|.{0,150}\ball\s+rights\s+reserved\b.{0,60}|powered\s+by\b.{1,60}|(?:proudly\s+)?(?:hosted|made)\s+(?:by|with)\s+.{1,40}|theme\s*:\s*.{1,60}",
        )
    ),
    re.IGNORECASE,
)  # fmt: skip
_RELATED = re.compile(
    r"(?:related|recommended|suggested)(?:\s+(?:stor(?:y|ies)|articles?|content|posts?|topics?|news|links?|reading|coverage|videos?|items?|to\s+this\s+.{1,20}|research|pages|for\s+you|by\s+.{1,30}|information|resources|from\s+.{1,40}|journal\s+articles?|programs?|slideshows?))*"
    r"|more\s+(?:(?:from|on|in|about|by|like|stories|articles|news|to|top|trending|latest|great|coverage|reading|must|related|information)\b).{0,60}"
    r"|(?:you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested|enjoy|have\s+missed)|(?:readers|others|people|customers)\s+(?:also|who)\b).{0,40}|(?:don.t\s+miss|what\s+to\s+read\s+next|read\s+(?:this\s+)?next|up\s+next|keep\s+reading|further\s+reading|also\s+(?:read|on|in)\b.{0,40}|see\s+also|explore\s+(?:further|more)|in\s+this\s+(?:series|section)|elsewhere\s+on\b.{1,30}|from\s+(?:around|across)\s+the\s+web|around\s+the\s+web|from\s+our\s+(?:partners|archive|advertisers).{0,20})"
    r"|(?:most|top|latest|trending|popular|recent|featured|breaking|newest|hot|must[\s-]reads?|editor.?s.?|today.?s|this\s+week.?s|other)(?:\s+(?:read|popular|viewed|shared|watched|commented|e-?mailed|recent|stor(?:y|ies)|news|headlines?|posts?|articles?|topics?|now|picks?|choice|videos?|in\s+\w+|on\s+\w+|from\s+.{1,30}|top|most|trending|&|and|this\s+week|today|research|comments|content|releases?))*"
    r"|(?:today|new|now|only)\s+(?:on|at|in)\s+[^.?]{1,30}|stay\s+connected|stay\s+(?:informed|up\s+to\s+date)|connect\s+with\s+us|more\s*:|best\s+of\s+.{1,30}|in\s+(?:other|the)\s+news|(?:on|in)\s+the\s+(?:radar|same\s+topic)|next\s+in\s+.{1,30}|series|topics?\s+(?:you|to)\b.{0,40}|about\s+the\s+authors?|author\s+(?:bio|information|profile)s?|meet\s+the\s+author",
    re.IGNORECASE,
)  # fmt: skip
_READ_MORE = re.compile(
    r"(?:read|learn|find\s+out|see|view|discover|show|get)\s+(?:the\s+)?(?:more|full\s+(?:story|article|post)|details)(?:\s*(?:details|»|›|>|→|\.{3}|…|here|now|about\s+.{1,60}|on\s+.{1,40}))*|(?:continue|keep)\s+reading\b.{0,80}|full\s+(?:story|article)|details|more\s*(?:»|›|>|→|\.{3}|…)|\[(?:…|\.{3}|read\s+more)\]|read\s+(?:article|story|on|post)",
    re.IGNORECASE,
)  # fmt: skip
_END = re.compile(
    r"(?:there\s+(?:are|is)\s+|view\s+|show\s+|all\s+|join\s+the\s+|start\s+the\s+|the\s+)?(?:\d+\s+)?(?:comments?|conversation|responses|replies)(?:\s+(?:\(\d+\)|section|policy|are\s+closed|\d+|guidelines|feed|on\s+.{1,150}|have\s+been\s+closed|so\s+far))*|\(?\d+\)?\s+(?:comments|thoughts\s+on\s+.{1,200}|responses\s+to\s+.{1,200}|replies\s+to\s+.{1,200})|leave\s+a\s+(?:comment|reply)(?:\s+cancel\s+reply)?|add\s+(?:a|your)\s+comment|post\s+(?:a\s+)?comment|write\s+a\s+(?:comment|response)|have\s+your\s+say|what\s+do\s+you\s+think\?|comment\s+here"
    r"|(?:#\s?){3,}|-\s?30\s?-|\*{3}\s*ends?\s*\*{3}"
    r"|(?:list\s+of\s+)?(?:references|bibliography|works\s+cited|citations?|external\s+links|footnotes|endnotes|journal\s+references?|story\s+source|cite\s+this\s+(?:page|article)|navigation\s+menu|site\s+index|personal\s+tools|namespaces|reference\s+list|literature\s+cited|article\s+sources|notes\s+and\s+references)(?:\s*\[edit\])?",
    re.IGNORECASE,
)  # fmt: skip
_LEAD_IN = re.compile(
    r"(?:(?:also\s+)?(?:read|see|watch|listen)(?:\s+(?:more|next|also))?|related(?:\s+(?:story|stories|article|articles|content|coverage|video))?|more\s+(?:on\s+this|from\b.{1,30}|stories|reading)|recommended|see\s+also|read\s+also|don.t\s+miss|explore\s+more|click\s+here|trending|sponsored|next|up\s+next|follow\s+us|subscribe)\s*[:|»>–—]\s*\S.{0,250}"
    r"|(?:\[|\()?(?:read|see|watch|learn|click)\s+(?:more|also|here|next)\b.{0,160}(?:\]|\))?",
    re.IGNORECASE,
)  # fmt: skip
_FIXED = re.compile(
    r"\b(?:we|this\s+(?:web)?site|our\s+(?:web)?site|\w+\.com)(?:\s+and\s+(?:our|its)\s+partners)?\s+(?:use|uses|may\s+use|store)s?\s+(?:and/or\s+access\s+)?(?:information\s+on\s+a\s+device|cookies|akismet|technolog\w+\s+such\s+as\s+cookies)"
    r"|by\s+(?:clicking|continuing\s+to\s+(?:use|browse)|using\s+this\s+site|signing\s+up|subscribing|submitting|entering\s+your)\b.{0,120}(?:agree|consent|accept|acknowledge|confirm)"
    r"|(?:please\s+)?enter\s+(?:your|a\s+valid)\s+(?:username|e-?mail)\b|your\s+e-?mail\s+address\s+will\s+not\s+be|required\s+fields\s+are\s+marked|(?:enable|turn\s+on)\s+javascript|javascript\s+(?:is|must\s+be|appears\s+to\s+be)\s+(?:disabled|enabled|required)|browser\s+(?:does\s+not|doesn.t)\s+support|this\s+site\s+is\s+protected\s+by\s+recaptcha"
    r"|(?:sign\s?up|register|log\s?in|sign\s?in)\s+(?:for|with|to)\b.{0,60}\baccount\b"
    r"|unsubscribe\s+at\s+any\s+time|(?:delivered|straight|direct(?:ly)?|right|sent)\s+(?:straight\s+|directly\s+)?to\s+your\s+inbox|(?:sign|signing)\s+up\s+(?:for|to)\s+(?:our|the|get|receive)\b.{0,80}\b(?:newsletter|e-?mails?|updates|alerts?|briefing)|thank\s+you\s+for\s+(?:subscribing|signing\s+up|registering|your\s+(?:interest|feedback))|get\s+the\s+latest\b.{0,60}\b(?:inbox|newsletter|email)|subscribe\s+to\s+(?:our|the)\b.{0,60}(?:newsletter|channel|podcast|magazine)"
    r"|all\s+rights\s+reserved|may\s+not\s+be\s+(?:published|reproduced|redistributed),?\s+(?:broadcast|rewritten|distributed)|is\s+not\s+responsible\s+for\s+the\s+content\s+of\s+external|terms\s+(?:of\s+(?:use|service)|and\s+conditions)\s+and\s+privacy|privacy\s+(?:policy|notice)\s+and\s+terms|do\s+not\s+sell\s+my\s+personal|(?:sign|log)\s*in\s+to\s+(?:comment|your\s+account|continue|leave)|already\s+(?:a\s+(?:subscriber|member)|have\s+an\s+account|registered)|create\s+an?\s+(?:free\s+)?account\s+to|you\s+must\s+be\s+logged\s+in"
    r"|follow\s+(?:us|him|her|them|me|the\s+author|@\w+)\s+on\s+(?:twitter|x|facebook|instagram|bluesky|linkedin|mastodon)|like\s+us\s+on\s+facebook|disclaimer:\s|materials\s+provided\s+by\b.{1,120}content\s+may\s+be\s+edited|this\s+(?:article|story|post)\s+(?:originally|first)\s+appeared\s+(?:on|in|at)\b|if\s+you\s+(?:buy|purchase|click)\b.{0,60}(?:we\s+may\s+(?:earn|receive)|commission)|we\s+may\s+(?:earn|receive)\s+(?:a\s+(?:small\s+)?)?(?:commission|compensation)|a\s+version\s+of\s+this\s+article\s+appears\s+in\s+print",
    re.IGNORECASE,
)  # fmt: skip

_HATNOTE = re.compile(
    r"(?:see\s+also|main\s+articles?|further\s+information|details)\s*:.{0,150}", re.IGNORECASE
)
_ORNAMENT = re.compile(r"^[\s*•·○●■▪►▶→›»|>\[(+–—-]+|[\s\])|»›→>*•·:+–—-]+$")
_BARE_LINK = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w{2,20}")
_BETWEEN = re.compile(r"\s*[|•·]\s*|\s{3,}")
_LONGEST_LINE_CHARS = 600
_LONGEST_LINE_WORDS = 24
_LONGEST_FIXED_WORDS = 150


def kind_of(line: str) -> Furniture:
    """What furniture this line is, if it is any."""
    bare = _ORNAMENT.sub("", line).strip()
    count = words(bare)
    if len(bare) > _LONGEST_LINE_CHARS:
        return Furniture.NONE
    if not bare:
        return Furniture.END if _END.fullmatch(line.strip()) else Furniture.LINE
    if count > _LONGEST_LINE_WORDS:
        return (
            Furniture.LINE
            if count <= _LONGEST_FIXED_WORDS and _FIXED.search(bare)
            else Furniture.NONE
        )
    if _HATNOTE.fullmatch(line.strip()):
        return Furniture.LINE
    bare = bare.rstrip(".") if ends_sentence(bare) else bare
    for pattern, kind in (
        (_END, Furniture.END),
        (_READ_MORE, Furniture.READ_MORE),
        (_RELATED, Furniture.RELATED),
        (_LINES, Furniture.LINE),
        (_LEAD_IN, Furniture.LINE),
        (_BARE_LINK, Furniture.LINE),
    ):
        if pattern.fullmatch(bare):
            return kind
    parts = [part for part in _BETWEEN.split(bare) if part]
    if len(parts) > 1 and all(kind_of(part) is not Furniture.NONE for part in parts):
        return Furniture.LINE
    return Furniture.LINE if _FIXED.search(bare) else Furniture.NONE


def is_furniture(line: str) -> bool:
    """Whether the line is no part of an article's own words."""
    return kind_of(line) is not Furniture.NONE
