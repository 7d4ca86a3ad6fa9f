"""A report made by hand: what the stages before rendering would hand over, small enough to reason about."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import (
    Article,
    ArticleReport,
    Bead,
    Comparison,
    Fact,
    Finding,
    Related,
    Report,
    Sentence,
    Severity,
    Span,
    Unchecked,
    Version,
)

TOOL = {"name": "checker", "version": "1.2.3", "model": "embedded", "config": "sha256:0123abcd"}


def version(language: str, path: str, *paragraphs: list[str], facts: tuple[str, ...] = ()) -> Version:
    """A version from paragraphs of sentences; each text in ``facts`` is a fact wherever it first stands."""
    text = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)
    sentences, at = [], 0
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph:
            start = text.index(sentence, at)
            at = start + len(sentence)
            sentences.append(Sentence(start, at, sentence, number))
    article = Article(language, text, path)
    found = [span(article, words) for words in facts]
    return Version(
        article,
        tuple(sentences),
        tuple(
            tuple(
                Fact(fact.start, fact.end, text[fact.start : fact.end], frozenset({f"k:{text[fact.start : fact.end]}"}))
                for fact in sorted(found)
                if sentence.span.covers(fact)
            )
            for sentence in sentences
        ),
    )


def span(article: Article, words: str) -> Span:
    """Where some words first stand."""
    start = article.text.index(words)
    return Span(start, start + len(words))


@dataclass
class Finder:
    """Makes findings between two versions from the words they point at."""

    source: Version
    target: Version
    count: int = 0

    def __call__(
        self,
        check: str,
        severity: Severity,
        message: str,
        bead: int | None,
        source: str | None,
        target: str | None,
        related: tuple[Related, ...] = (),
    ) -> Finding:
        self.count += 1
        return Finding(
            check,
            severity,
            message,
            bead,
            None if source is None else span(self.source.article, source),
            None if target is None else span(self.target.article, target),
            related,
            (),
            f"{self.count:02d}" * 32,
        )


def harbour() -> ArticleReport:
    """German against Indonesian and Arabic, with nearly everything that a report can say."""
    german = version(
        "de",
        "articles/harbour/de.txt",
        ["Neues Kranterminal im Hafen von Surabaya eröffnet"],
        [
            "Am 9. Juli nahm der Hafen ein Terminal mit 24 elektrischen Kränen in Betrieb.",
            "Das Werk kostete 6 Milliarden US-Dollar und soll 200.000 Container im Monat bewegen.",
        ],
        [
            "„Wir haben keinen einzigen Tag verloren“, sagte die Bauleiterin Ratna Dewi.",
            "Der Betreiber Pelindo stellte dafür 1.200 Menschen ein.",
            "Die Gewerkschaft fordert einen Vertrag für alle Beschäftigten.",
        ],
        [
            "Im Mai hatte ein Sturm die Arbeiten unterbrochen.",
            "Der Minister kommt am Freitag zur Eröffnungsfeier.",
        ],
        facts=(
            "9. Juli",
            "24",
            "6 Milliarden US-Dollar",
            "200.000",
            "1.200",
            "Ratna Dewi",
            "Pelindo",
            "Mai",
            "Freitag",
        ),
    )
    indonesian = version(
        "id",
        "articles/harbour/id.txt",
        ["Terminal derek baru dibuka di Pelabuhan Surabaya"],
        [
            "Pada 9 Juli, pelabuhan itu mengoperasikan terminal dengan 24 derek listrik.",
            "Proyek itu menelan biaya US$6 miliar.",
            "Terminal tersebut akan memindahkan 20,000 kontainer per bulan.",
        ],
        [
            "Badai pada bulan Mei sempat menghentikan pekerjaan.",
            "“Kami kehilangan banyak hari kerja,” kata pemimpin proyek Ratna Dewi.",
            "Operator Pelindo merekrut 1.200 orang untuk itu.",
        ],
        ["Wali kota menyebut terminal itu sebagai kebanggaan warganya.", "Menteri akan datang pada hari Jumat."],
        facts=("9 Juli", "24", "US$6 miliar", "20,000", "Mei", "Ratna Dewi", "Pelindo", "1.200", "Jumat"),
    )
    arabic = version(
        "ar",
        "articles/harbour/ar.txt",
        ["افتتاح محطة رافعات جديدة في ميناء سورابايا"],
        [
            "في 9 يوليو بدأ الميناء تشغيل محطة تضم 42 رافعة كهربائية.",
            "بلغت تكلفة المشروع 6 مليارات دولار، ومن المقرر أن تنقل المحطة 200 ألف حاوية شهريًا.",
        ],
        ["وقالت مديرة المشروع راتنا ديوي: «لم نخسر يومًا واحدًا».", "ووظفت شركة بيليندو 1200 شخص لهذا الغرض."],
        facts=("9 يوليو", "42", "6 مليارات دولار", "200 ألف", "راتنا ديوي", "بيليندو", "1200"),
    )
    return ArticleReport(
        "harbour",
        (german.article, indonesian.article, arabic.article),
        (_harbour_indonesian(german, indonesian), _harbour_arabic(german, arabic)),
    )


def _harbour_indonesian(source: Version, target: Version) -> Comparison:
    find = Finder(source, target)
    beads = (
        Bead((0,), (0,), 0.99),
        Bead((1,), (1,), 0.97),
        Bead((2,), (2, 3), 0.91),
        Bead((3,), (5,), 0.88),
        Bead((4,), (6,), 0.93),
        Bead((5,), (), 0.84),
        Bead((6,), (4,), 0.8214, moved=True),
        Bead((), (7,), 0.77),
        Bead((7,), (8,), 0.41),
    )
    findings = (
        find(
            "number",
            "error",
            "The German version says 200,000 containers; the Indonesian one says 20,000.",
            2,
            "200.000",
            "20,000",
        ),
        find(
            "number-format",
            "warning",
            "In Indonesian the thousands of 20,000 are written with a point: 20.000.",
            2,
            None,
            "20,000",
        ),
        find(
            "quote",
            "error",
            "The quoted words say something else: no day was lost in German, many were in Indonesian.",
            3,
            "Wir haben keinen einzigen Tag verloren",
            "Kami kehilangan banyak hari kerja",
        ),
        find(
            "omission",
            "warning",
            "The Indonesian version leaves this sentence out.",
            5,
            "Die Gewerkschaft fordert einen Vertrag für alle Beschäftigten.",
            None,
        ),
        find(
            "order",
            "note",
            "This sentence stands elsewhere in the Indonesian version.",
            6,
            "Im Mai hatte ein Sturm die Arbeiten unterbrochen.",
            "Badai pada bulan Mei sempat menghentikan pekerjaan.",
        ),
        find(
            "addition",
            "warning",
            "Only the Indonesian version has this sentence.",
            7,
            None,
            "Wali kota menyebut terminal itu sebagai kebanggaan warganya.",
        ),
    )
    return Comparison(source, target, beads, findings, (Unchecked("the alignment is too uncertain", bead=8),))


def _harbour_arabic(source: Version, target: Version) -> Comparison:
    find = Finder(source, target, 50)
    beads = (
        *(Bead((index,), (index,), 0.95) for index in range(5)),
        Bead((5,), (), 0.9),
        Bead((6,), (), 0.9),
        Bead((7,), (), 0.9),
    )
    rest = [source.sentences[index] for index in (6, 7)]
    findings = (
        find("number", "error", "The German version says 24 cranes; the Arabic one says 42.", 1, "24", "42"),
        find(
            "omission",
            "warning",
            "The Arabic version leaves out these three sentences.",
            5,
            "Die Gewerkschaft fordert einen Vertrag für alle Beschäftigten.",
            None,
            tuple(Related("source", sentence.span) for sentence in rest),
        ),
    )
    return Comparison(source, target, beads, findings, (Unchecked("there are no name tables for Arabic", path=None),))


def library() -> ArticleReport:
    """English against Chinese, faithful: nothing to find."""
    english = version(
        "en",
        "articles/library/en.txt",
        ["The city library opens at night", "From 3 March the reading rooms stay open until 2 a.m.", "Entry is free."],
        facts=("3 March", "2 a.m."),
    )
    chinese = version(
        "zh",
        "articles/library/zh.txt",
        ["市图书馆将在夜间开放", "自3月3日起,阅览室将开放至凌晨2点。", "入场免费。"],
        facts=("3月3日", "凌晨2点"),
    )
    beads = tuple(Bead((index,), (index,), 0.9) for index in range(3))
    return ArticleReport("library", (english.article, chinese.article), (Comparison(english, chinese, beads, ()),))


HOSTILE_ID = '../x/"><script>alert(1)</script>\u202egpj.exe\n{{ 7*7 }}'


def hostile() -> ArticleReport:
    """Ids, paths, texts and messages that try to break out of the page or the line."""
    source = version(
        "en",
        'a"><img src=x onerror=alert(1)>/en\x1b[31m.txt',
        ["</td></table><script>alert(1)</script> \u202eevil\u202c & \x00 {{ config }} 5 < 6"],
    )
    target = version("fr\"onload='x'", "bad\udcff\r\nname.txt", ["<b>cinq</b> {% raw %} \u2066iso &amp; 5 > 4"])
    find = Finder(source, target)
    finding = find("<i>check</i>", "note", "<script>alert('m')</script> says 5\x07.", 0, "5 < 6", "5 > 4")
    comparison = Comparison(
        source,
        target,
        (Bead((0,), (0,), 0.5),),
        (finding,),
        (Unchecked("<b>reason</b>", path="</li>\n"), Unchecked("<b>bead</b>", bead=0)),
    )
    return ArticleReport(HOSTILE_ID, (source.article, target.article), (comparison,))


def lonely() -> ArticleReport:
    """A single version: nothing to compare."""
    only = Article("it", "Una sola versione.", "articles/lonely/it.txt")
    return ArticleReport("lonely", (only,), ())


def report() -> Report:
    """All of the above, with a file that could not be read."""
    return Report(
        (library(), harbour(), hostile(), lonely()),
        TOOL,
        (
            Unchecked(
                "is not valid UTF-8; save it as UTF-8 or declare its encoding", "articles/broken/de.txt", failure=True
            ),
            Unchecked("this article has a single version", "articles/lonely/it.txt"),
        ),
    )
