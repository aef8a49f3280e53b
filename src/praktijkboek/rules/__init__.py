"""All rules, listed by hand: what is not here is not checked."""

from praktijkboek.between import BOOK_WIDE
from praktijkboek.exemptions import EXEMPTION_RULES
from praktijkboek.rules import blocks, facts, fields, folder, header, headings, links, notes, photos, values
from praktijkboek.rules.rule import AnyRule, BookRule, Example, Rule
from praktijkboek.rules.waiving import may_be_waived

LOCAL: tuple[Rule, ...] = (
    folder.Shortcut(),
    header.NotUtf8(),
    header.StrangeCharacter(),
    header.HeaderMissing(),
    header.HeaderNotClosed(),
    header.HeaderUnreadable(),
    header.ValueCut(),
    fields.FieldMissing(),
    fields.FieldUnknown(),
    fields.FieldEmpty(),
    fields.FieldDouble(),
    fields.TermUnknown(),
    values.ValueShape(),
    values.NotANumber(),
    fields.NotAList(),
    fields.NotAGroup(),
    fields.OutOfRange(),
    facts.FieldNeeded(),
    facts.MunicipalityUnknown(),
    facts.PostcodeElsewhere(),
    facts.InTheFuture(),
    facts.StopDisagrees(),
    facts.NothingOffered(),
    facts.ConsentMissing(),
    facts.SourceVague(),
    facts.FigureWithoutYear(),
    headings.PartMissing(),
    headings.PartUnknown(),
    headings.PartDouble(),
    headings.PartOrder(),
    headings.StopUnexplained(),
    headings.TitleInText(),
    headings.TitleReserved(),
    headings.LevelSkipped(),
    headings.LessonsList(),
    photos.PhotoMissing(),
    photos.PhotoUnlisted(),
    photos.PhotoUnused(),
    photos.PhotoWithoutAlt(),
    photos.PhotoElsewhere(),
    photos.PhotoFormat(),
    photos.PhotoBroken(),
    photos.SvgUnsafe(),
    links.LinkEmpty(),
    links.LinkLocal(),
    links.LinkUnsafe(),
    links.LinkOutside(),
    notes.NoteWithoutText(),
    notes.NoteUnused(),
    notes.NoteDouble(),
    blocks.BlockForbidden(),
    blocks.BlockUnfinished(),
    blocks.RoleForbidden(),
    blocks.Html(),
)
MISSING, NOT_JUDGED = folder.TextMissing(), folder.NotJudged()
ALL: tuple[AnyRule, ...] = (*LOCAL, *BOOK_WIDE, MISSING, NOT_JUDGED, *EXEMPTION_RULES)
"""Every rule that a finding can name."""

__all__ = [
    "ALL",
    "BOOK_WIDE",
    "LOCAL",
    "MISSING",
    "NOT_JUDGED",
    "AnyRule",
    "BookRule",
    "Example",
    "Rule",
    "may_be_waived",
]
