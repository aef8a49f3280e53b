"""All rules, listed by hand: what is not here is not checked."""

from praktijkboek.rules import blocks, facts, fields, folder, header, headings, links, photos
from praktijkboek.rules.rule import AnyRule, BookRule, Example, Rule

LOCAL: tuple[Rule, ...] = (
    folder.FolderName(),
    folder.Shortcut(),
    header.NotUtf8(),
    header.HeaderMissing(),
    header.HeaderNotClosed(),
    header.HeaderUnreadable(),
    fields.FieldMissing(),
    fields.FieldUnknown(),
    fields.FieldEmpty(),
    fields.FieldDouble(),
    fields.TermUnknown(),
    fields.ValueShape(),
    fields.NotANumber(),
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
    headings.LevelSkipped(),
    headings.LessonsList(),
    photos.PhotoMissing(),
    photos.PhotoUnlisted(),
    photos.PhotoUnused(),
    photos.PhotoWithoutAlt(),
    photos.PhotoElsewhere(),
    photos.PhotoFormat(),
    links.LinkLocal(),
    links.LinkUnsafe(),
    links.LinkOutside(),
    blocks.BlockForbidden(),
    blocks.RoleForbidden(),
    blocks.Html(),
)
BOOK_WIDE: tuple[BookRule, ...] = (links.LinkDead(), links.RelatedUnknown())
ALL: tuple[AnyRule, ...] = LOCAL + BOOK_WIDE

__all__ = ["ALL", "BOOK_WIDE", "LOCAL", "AnyRule", "BookRule", "Example", "Rule"]
