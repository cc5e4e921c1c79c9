"""The words of page furniture that the web has in common, as patterns for whole lines.

They are evidence and never a verdict by themselves: see `index.sources.furniture`.
"""

from __future__ import annotations

import re


def _any_of(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


SHARING = frozenset(
    ["share", "tweet", "pin", "post", "send", "save", "print", "email", "e-mail", "mail", "copy", "like", "follow", "connect", "click", "twitter", "x", "facebook", "fb", "whatsapp", "linkedin", "reddit", "pinterest", "messenger", "telegram", "tumblr", "instagram", "youtube", "tiktok", "flipboard", "pocket", "bluesky", "mastodon", "threads", "google", "rss", "snapchat", "weibo", "line", "sms", "link", "hackernews", "xing", "vk", "spotify", "apple", "wechat", "shares"]
)
"""Verbs and networks of share bars."""

AROUND_SHARING = frozenset(
    ["us", "this", "it", "me", "to", "article", "story", "page", "with", "friend", "friends", "or", "by", "on", "via", "the", "now", "option", "options", "button", "buttons", "tools", "here", "open", "opens", "in", "new", "window", "tab", "your", "a", "and", "more", "plus", "news", "podcasts", "hacker", "more"]
)
"""What stands between them."""

BUTTONS_AND_CREDITS = _any_of(
    (
        r"\d*\s*(?:click\s+to\s+)?(?:share|e-?mail|print|tweet|save|"
        r"pin)\b.{0,60}\(opens\s+in\s+(?:a\s+)?new\s+(?:window|tab)\)\s*\d*"
    ),
    r"like\s+(?:this|loading)[:.…\s]*",
    r"(?:skip\s+to\s+\w+\s*){2,}.{0,40}",
    (
        r"(?:share\s+(?:on|via|to|by|this)|tweet|pin)\b.{0,30}(?:share\s+(?:on|via|to|by)|tweet|"
        r"pin).{0,60}"
    ),
    (
        r"(?:follow|find|join|like|connect\s+with)\s+.{1,40}\s+(?:on|via)\s+(?:twitter|x|facebook|"
        r"fb|whats\s?app|linked\s?in|reddit|pinterest|e-?mail|messenger|telegram|tumblr|instagram|"
        r"you\s?tube|tik\s?tok|flipboard|pocket|bluesky|mastodon|threads|google(?:\s?(?:\+|plus|"
        r"news))?|rss|snapchat|weibo|line|print|sms|copy(?:\s+link)?|link|hacker\s?news|xing|vk|"
        r"spotify|apple\s+(?:news|podcasts?)|wechat|more).{0,60}"
    ),
    r"(?:shares?|comments?|likes?|views?|claps?|retweets?)\W{0,3}\d[\d.,]*k?",
    (
        r"\d[\d.,]*k?\s*(?:shares?|comments?|likes?|views?|claps?|retweets?|"
        r"replies)(?:\s+so\s+far)?"
    ),
    (
        r"(?:log|sign)[\s-]?(?:in|on|out|up)(?:\s+(?:or|/|to|with|for|now|free|here|your|my|an?|"
        r"account|register|join|subscribe|create|below|sign\s?up|google|facebook|apple)\b)*"
    ),
    r"login(?:\s+to\s+your\s+account.*)?",
    r"(?:my|your)\s+(?:account|profile|library|feed|alerts?)",
    r"account",
    r"profile",
    r"register(?:\s+(?:now|here|free))?",
    r"(?:create|open)\s+(?:an?\s+)?(?:free\s+)?account",
    r"forgot(?:ten)?\s+(?:your\s+)?password.*",
    r"retrieve\s+your\s+password",
    r"reset\s+password",
    r"remember\s+me",
    r"log\s?out",
    r"welcome\s+back.?",
    r"subscribe(?:\s+(?:now|today|here|to\b.{1,60}|for\b.{1,40}|via\b.{1,40}))?",
    r"subscriptions?",
    r"subscriber",
    r"become\s+a\s+(?:member|subscriber|supporter)",
    r"donate(?:\s+now)?",
    r"support\s+(?:us|our\s+work)",
    r"gift\s+(?:this\s+)?articles?",
    r"newsletters?(?:\s+sign[\s-]?up)?",
    r"sign\s+up\s+(?:for|to)\s+(?:our|the|your|get|receive)\b.{0,100}",
    r"get\s+(?:our|the)\s+(?:free\s+)?(?:\w+\s+)?newsletter.{0,80}",
    r"email\s+(?:address|sign[\s-]?up)",
    r"your\s+email(?:\s+address)?",
    r"enter\s+(?:your\s+)?e-?mail.{0,40}",
    r".{0,40}\b(?:in|to)\s+your\s+inbox",
    r"(?:skip|jump)\s+(?:to|past)\b.{1,40}",
    r"(?:main\s+|site\s+|primary\s+)?(?:menu|navigation)",
    (
        r"(?:open|close|toggle|show|hide|expand|collapse)(?:\s+(?:the|main|site|mobile|full|side|"
        r"sub))*\s+(?:menu|navigation|search|sidebar|dialog|modal|panel|nav)s?.{0,20}"
    ),
    r"menu\s+close",
    r"sections?",
    r"navigate",
    r"search(?:\s+(?:for|the\s+site|this\s+site|site|bbc|\w+\.com))?[\s:.…]*",
    r"(?:no|view\s+all)\s+results?",
    r"close",
    r"home(?:\s?page)?",
    r"back(?:\s+to\s+(?:top|home|the\s+top|article|results))?",
    r"top\s+of\s+page",
    r"return\s+to\s+.{1,30}",
    r"(?:view|see|show|load|browse|explore)\s+(?:all|more)\b.{0,40}",
    r"more",
    r"next(?:\s+(?:page|article|story|post))?",
    r"prev(?:ious)?(?:\s+(?:page|article|story|post))?",
    r"older\s+posts",
    r"newer\s+posts",
    r"page\s+\d+(?:\s+of\s+\d+)?",
    r"\W*\d{1,3}\W*",
    r"advertis(?:e|ing|ements?)(?:\s+(?:here|with\s+us|below|continues?\s+below))?",
    r"ads?",
    r"sponsored(?:\s+(?:content|by\b.{1,40}|links?))?",
    r"promoted",
    r"paid\s+(?:content|post)",
    r"(?:story|article)\s+continues\s+(?:below|after).{0,30}",
    r"continue\s+reading\s+(?:the\s+main\s+story|below).{0,20}",
    r"skip\s+advertisement",
    r"affiliate\s+links?.{0,40}",
    r"loading[.…\s]*",
    r"please\s+wait.{0,10}",
    (
        r"(?:the\s+)?(?:privacy|cookies?|legal|copyright|terms|accessibility|editorial|ethics|"
        r"community|advertising|corrections?)(?:\s+(?:and|&|of)?\s*(?:privacy|cookies?|policy|"
        r"policies|polic\w+|notices?|settings|preferences|statement|terms|use|service|conditions|"
        r"guidelines|standards|help|information|choices))*"
    ),
    r"terms\s*(?:and|&)\s*conditions.{0,30}",
    r"your\s+(?:privacy|california\s+privacy|ad)\s+(?:rights|choices)",
    r"do\s+not\s+sell(?:\s+or\s+share)?\s+my\s+(?:personal\s+)?info(?:rmation)?",
    r"manage\s+(?:cookies|preferences|consent).{0,20}",
    r"(?:accept|reject|allow)\s+(?:all\s+)?(?:cookies)?",
    r"about(?:\s+us)?",
    r"contact(?:\s+us)?",
    r"help(?:\s+(?:center|centre|&\s+support))?",
    r"faqs?",
    r"sitemap",
    r"site\s+(?:map|index|information\s+navigation)",
    r"careers",
    r"jobs",
    r"press(?:\s+(?:room|office))?",
    r"feedback",
    r"masthead",
    r"our\s+team",
    r"work\s+with\s+us",
    r"staff",
    r"archives?",
    (
        r"(?:photo|image|picture|photograph|photography|illustration|graphic|video|media|"
        r"cover\s+image|featured\s+image|file\s+photo)s?\s*(?:credits?|courtesy|source|by|from|"
        r"via|caption|copyright)?\s*(?::|\bby\b|\bcourtesy\b|\bvia\b|©)\s*.{0,150}"
    ),
    r"(?:credit|image\s+credit|courtesy(?:\s+of)?)s?\s*[:/]\s*.{1,100}",
    r"\(?(?:photo|image|picture|credit)s?\s*(?:by|:|courtesy).{1,80}\)?",
    (
        r"(?:.{1,50}[/|,]\s*)?(?:getty(?:\s+images)?|shutterstock|istock(?:photo)?|unsplash|alamy|"
        r"pixabay|pexels|adobe\s*stock|reuters|afp|ap(?:\s+photo)?|thinkstock|"
        r"science\s+photo\s+library)(?:\s*[/|,].{1,50})?"
    ),
    r"image",
    r"images",
    r"photos?",
    r"gallery",
    r"image\s+(?:caption|copyright|source).{0,200}",
    r"view\s+(?:image|gallery|photos?|full[\s-]?size).{0,30}",
    r"enlarge(?:\s+(?:this\s+)?image)?",
    r"hide\s+caption",
    r"toggle\s+caption",
    r"play(?:\s+(?:video|audio|episode))?",
    r"listen(?:\s+to\s+(?:this\s+)?(?:article|story|podcast).{0,30})?",
    r"watch(?:\s*:\s*.{1,120})?",
    r"media\s+caption.{0,100}",
    r"(?:download|embed|transcript)",
    (
        r"(?:this\s+article\s+is\s+more\s+than\s+\d+\s+years?\s+old|"
        r"\d+\s*min(?:ute)?s?(?:\s+to)?\s*read|read(?:ing)?\s+time\W.{0,20}|"
        r"estimated\s+read\w*\s+time.{0,20}|\d+\s+(?:minutes?|hours?|days?|weeks?|months?|"
        r"years?)\s+ago|last\s+modified\s+on\b.{1,60}|first\s+published\s+on\b.{1,60}|"
        r"listen\s+\(?\d+.{0,20}|report\s+this\s+(?:ad|story|comment)|report\s+(?:an?\s+)?error|"
        r"request\s+reprint.{0,60}|reuse\s+this\s+content|print\s+this\s+(?:page|article)|"
        r"e-?mail\s+this\s+(?:page|article)|cite\s+this(?:\s+page)?|fact[\s-]checked|"
        r"(?:medically\s+|clinically\s+)?reviewed\s+by\b.{1,100}|edit(?:\s+source)?|\[edit\]|talk|"
        r"view\s+(?:source|history)|print/?export|permalink|printer[\s-]friendly(?:\s+(?:version|"
        r"page))?|send\s+to\s+(?:a\s+)?friend|add\s+(?:new\s+)?playlist|reply|like|dislike|flag|"
        r"report|upvote|show\s+(?:more|less|all)|(?:show|hide)\s+comments)"
    ),
    (
        r"(?:top|full)?\s*(?:topics|tags?|categories|category|filed\s+under|"
        r"topics\s+in\s+this\s+article)\W*"
    ),
    r"(?:©|\(c\)|copyright\b)\s*.{0,200}",
    r".{0,150}\ball\s+rights\s+reserved\b.{0,60}",
    r"powered\s+by\b.{1,60}",
    r"(?:proudly\s+)?(?:hosted|made)\s+(?:by|with)\s+.{1,40}",
    r"theme\s*:\s*.{1,60}",
)
"""Buttons, entries of menus, credits: the whole line is one of these."""

RELATED = _any_of(
    (
        r"(?:related|recommended|suggested)(?:\s+(?:stor(?:y|ies)|articles?|content|posts?|"
        r"topics?|news|links?|reading|coverage|videos?|items?|to\s+this\s+.{1,20}|research|pages|"
        r"for\s+you|by\s+.{1,30}|information|resources|from\s+.{1,40}|journal\s+articles?|"
        r"programs?|slideshows?))*"
    ),
    (
        r"more\s+(?:(?:from|on|in|about|by|like|stories|articles|news|to|top|trending|latest|"
        r"great|coverage|reading|must|related|information)\b).{0,60}"
    ),
    (
        r"(?:you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested|enjoy|have\s+missed)|"
        r"(?:readers|others|people|customers)\s+(?:also|who)\b).{0,40}"
    ),
    (
        r"(?:don.t\s+miss|what\s+to\s+read\s+next|read\s+(?:this\s+)?next|up\s+next|"
        r"keep\s+reading|further\s+reading|also\s+(?:read|on|in)\b.{0,40}|see\s+also|"
        r"explore\s+(?:further|more)|in\s+this\s+(?:series|section)|elsewhere\s+on\b.{1,30}|"
        r"from\s+(?:around|across)\s+the\s+web|around\s+the\s+web|from\s+our\s+(?:partners|"
        r"archive|advertisers).{0,20})"
    ),
    (
        r"(?:most|top|latest|trending|popular|recent|featured|breaking|newest|hot|must[\s-]reads?|"
        r"editor.?s.?|today.?s|this\s+week.?s|other)(?:\s+(?:read|popular|viewed|shared|watched|"
        r"commented|e-?mailed|recent|stor(?:y|ies)|news|headlines?|posts?|articles?|topics?|now|"
        r"picks?|choice|videos?|in\s+\w+|on\s+\w+|from\s+.{1,30}|top|most|trending|&|and|"
        r"this\s+week|today|research|comments|content|releases?))*"
    ),
    r"(?:today|new|now|only)\s+(?:on|at|in)\s+[^.?]{1,30}",
    r"stay\s+connected",
    r"stay\s+(?:informed|up\s+to\s+date)",
    r"connect\s+with\s+us",
    r"more\s*:",
    r"best\s+of\s+.{1,30}",
    r"in\s+(?:other|the)\s+news",
    r"(?:on|in)\s+the\s+(?:radar|same\s+topic)",
    r"next\s+in\s+.{1,30}",
    r"series",
    r"topics?\s+(?:you|to)\b.{0,40}",
    r"about\s+the\s+authors?",
    r"author\s+(?:bio|information|profile)s?",
    r"meet\s+the\s+author",
)
"""Headings of lists of other articles."""

READ_MORE = _any_of(
    (
        r"(?:read|learn|find\s+out|see|view|discover|show|get)\s+(?:the\s+)?(?:more|"
        r"full\s+(?:story|article|post)|details)(?:\s*(?:details|»|›|>|→|\.{3}|…|here|now|"
        r"about\s+.{1,60}|on\s+.{1,40}))*"
    ),
    r"(?:continue|keep)\s+reading\b.{0,80}",
    r"full\s+(?:story|article)",
    r"details",
    r"more\s*(?:»|›|>|→|\.{3}|…)",
    r"\[(?:…|\.{3}|read\s+more)\]",
    r"read\s+(?:article|story|on|post)",
)
ENDS = _any_of(
    (
        r"(?:there\s+(?:are|is)\s+|view\s+|show\s+|all\s+|join\s+the\s+|start\s+the\s+|"
        r"the\s+)?(?:\d+\s+)?(?:comments?|conversation|responses|replies)(?:\s+(?:\(\d+\)|section|"
        r"policy|are\s+closed|\d+|guidelines|feed|on\s+.{1,150}|have\s+been\s+closed|so\s+far))*"
    ),
    (
        r"\(?\d+\)?\s+(?:comments|thoughts\s+on\s+.{1,200}|responses\s+to\s+.{1,200}|"
        r"replies\s+to\s+.{1,200})"
    ),
    r"leave\s+a\s+(?:comment|reply)(?:\s+cancel\s+reply)?",
    r"add\s+(?:a|your)\s+comment",
    r"post\s+(?:a\s+)?comment",
    r"write\s+a\s+(?:comment|response)",
    r"have\s+your\s+say",
    r"what\s+do\s+you\s+think\?",
    r"comment\s+here",
    r"(?:#\s?){3,}",
    r"-\s?30\s?-",
    r"\*{3}\s*ends?\s*\*{3}",
    (
        r"(?:list\s+of\s+)?(?:references|bibliography|works\s+cited|citations?|external\s+links|"
        r"footnotes|endnotes|journal\s+references?|story\s+source|cite\s+this\s+(?:page|article)|"
        r"navigation\s+menu|site\s+index|personal\s+tools|namespaces|reference\s+list|"
        r"literature\s+cited|article\s+sources|notes\s+and\s+references)(?:\s*\[edit\])?"
    ),
)
"""Headings of what comes behind an article."""

LEAD_INS = _any_of(
    (
        r"(?:(?:also\s+)?(?:read|see|watch|listen)(?:\s+(?:more|next|also))?|"
        r"related(?:\s+(?:story|stories|article|articles|content|coverage|video))?|"
        r"more\s+(?:on\s+this|from\b.{1,30}|stories|reading)|recommended|see\s+also|read\s+also|"
        r"don.t\s+miss|explore\s+more|click\s+here|trending|sponsored|next|up\s+next|follow\s+us|"
        r"subscribe)\s*[:|»>–—]\s*\S.{0,250}"
    ),
    r"(?:\[|\()?(?:read|see|watch|learn|click)\s+(?:more|also|here|next)\b.{0,160}(?:\]|\))?",
)
FIXED_PHRASES = _any_of(
    (
        r"\b(?:we|this\s+(?:web)?site|our\s+(?:web)?site|\w+\.com)(?:\s+and\s+(?:our|"
        r"its)\s+partners)?\s+(?:use|uses|may\s+use|"
        r"store)s?\s+(?:and/or\s+access\s+)?(?:information\s+on\s+a\s+device|cookies|akismet|"
        r"technolog\w+\s+such\s+as\s+cookies)"
    ),
    (
        r"by\s+(?:clicking|continuing\s+to\s+(?:use|browse)|using\s+this\s+site|signing\s+up|"
        r"subscribing|submitting|entering\s+your)\b.{0,120}(?:agree|consent|accept|acknowledge|"
        r"confirm)"
    ),
    r"(?:please\s+)?enter\s+(?:your|a\s+valid)\s+(?:username|e-?mail)\b",
    r"your\s+e-?mail\s+address\s+will\s+not\s+be",
    r"required\s+fields\s+are\s+marked",
    r"(?:enable|turn\s+on)\s+javascript",
    r"javascript\s+(?:is|must\s+be|appears\s+to\s+be)\s+(?:disabled|enabled|required)",
    r"browser\s+(?:does\s+not|doesn.t)\s+support",
    r"this\s+site\s+is\s+protected\s+by\s+recaptcha",
    r"(?:sign\s?up|register|log\s?in|sign\s?in)\s+(?:for|with|to)\b.{0,60}\baccount\b",
    r"unsubscribe\s+at\s+any\s+time",
    (
        r"(?:delivered|straight|direct(?:ly)?|right|sent)\s+(?:straight\s+|"
        r"directly\s+)?to\s+your\s+inbox"
    ),
    (
        r"(?:sign|signing)\s+up\s+(?:for|to)\s+(?:our|the|get|receive)\b.{0,80}\b(?:newsletter|"
        r"e-?mails?|updates|alerts?|briefing)"
    ),
    (
        r"thank\s+you\s+for\s+(?:subscribing|signing\s+up|registering|your\s+(?:interest|"
        r"feedback))"
    ),
    r"get\s+the\s+latest\b.{0,60}\b(?:inbox|newsletter|email)",
    r"subscribe\s+to\s+(?:our|the)\b.{0,60}(?:newsletter|channel|podcast|magazine)",
    r"all\s+rights\s+reserved",
    (
        r"may\s+not\s+be\s+(?:published|reproduced|redistributed),?\s+(?:broadcast|rewritten|"
        r"distributed)"
    ),
    r"is\s+not\s+responsible\s+for\s+the\s+content\s+of\s+external",
    r"terms\s+(?:of\s+(?:use|service)|and\s+conditions)\s+and\s+privacy",
    r"privacy\s+(?:policy|notice)\s+and\s+terms",
    r"do\s+not\s+sell\s+my\s+personal",
    r"(?:sign|log)\s*in\s+to\s+(?:comment|your\s+account|continue|leave)",
    r"already\s+(?:a\s+(?:subscriber|member)|have\s+an\s+account|registered)",
    r"create\s+an?\s+(?:free\s+)?account\s+to",
    r"you\s+must\s+be\s+logged\s+in",
    (
        r"follow\s+(?:us|him|her|them|me|the\s+author|@\w+)\s+on\s+(?:twitter|x|facebook|"
        r"instagram|bluesky|linkedin|mastodon)"
    ),
    r"like\s+us\s+on\s+facebook",
    r"disclaimer:\s",
    r"materials\s+provided\s+by\b.{1,120}content\s+may\s+be\s+edited",
    r"this\s+(?:article|story|post)\s+(?:originally|first)\s+appeared\s+(?:on|in|at)\b",
    r"if\s+you\s+(?:buy|purchase|click)\b.{0,60}(?:we\s+may\s+(?:earn|receive)|commission)",
    r"we\s+may\s+(?:earn|receive)\s+(?:a\s+(?:small\s+)?)?(?:commission|compensation)",
    r"a\s+version\s+of\s+this\s+article\s+appears\s+in\s+print",
)
"""Phrases no article is written in; any place in a line of running text will do."""
