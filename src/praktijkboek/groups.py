"""The fields that come in groups: the team, a figure, a photo ...; and the kinds of value that all fields are made of.

Titles, descriptions and examples are Dutch, for authors: messages, template, guide and schema are made from them.
Every value arrives as text (or as lists and groups of text); the field decides what the characters mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from praktijkboek import field_types as ft
from praktijkboek.notation import PartialDate

Text = Annotated[str, BeforeValidator(ft.one_line)]
PlainText = Annotated[Text, AfterValidator(ft.no_markup)]
WebAddress = Annotated[str, AfterValidator(ft.web_address)]
DatePart = Annotated[PartialDate, BeforeValidator(ft.partial_date)]
Number = Annotated[Decimal, BeforeValidator(ft.number), Field(ge=0, le=10**12)]
Count = Annotated[int, BeforeValidator(ft.whole_number), Field(ge=0, le=10**6)]
YesNo = Annotated[bool, BeforeValidator(ft.yes_no)]
Yes = Annotated[bool, BeforeValidator(ft.yes_no), AfterValidator(ft.must_be_yes)]
MoneyKind = Annotated[str, ft.in_list("financiering_soort")]
Licence = Annotated[str, ft.in_list("licentie")]


@dataclass(frozen=True, slots=True)
class Needed:
    """Said of a field that not every case needs: when it is needed, in words that follow "nodig". Rules hold it."""

    when: str


class Group(BaseModel):
    """Fields that belong together; a key that is not among them is a mistake."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)


class Team(Group):
    """Wie er werkt. Schrijf alleen op wat je weet; het zijn getallen, zonder woorden erbij."""

    betaald_vte: Number | None = Field(
        None,
        title="Betaalde voltijdse medewerkers",
        description="Hoeveel voltijdse banen er betaald worden; twee en een halve is `2,5`.",
        examples=["2,5"],
    )
    vrijwilligers: Count | None = Field(
        None, title="Vrijwilligers", description="Hoeveel vrijwilligers er helpen.", examples=["15"]
    )
    deelnemers: Count | None = Field(
        None,
        title="Deelnemers (begeleid werk)",
        description="Hoeveel mensen er werken met begeleiding.",
        examples=["7"],
    )


class Financing(Group):
    """Waar het geld vandaan komt: een groepje voor elke bron."""

    bron: Text = Field(title="Wie betaalt", description="Wie het geld gaf.", examples=["Leader Westhoek"])
    soort: MoneyKind = Field(title="Soort geld", description="Wat voor geld het is.", examples=["leader"])
    bedrag: Number | None = Field(
        None, title="Bedrag in euro", description="In euro, als je het kent: `25.000`.", examples=["25.000"]
    )
    jaar: DatePart | None = Field(
        None, title="Jaar", description="Wanneer het geld kwam: `2021` of `2021-09`.", examples=["2021"]
    )


class Figure(Group):
    """Wat jullie telden: een groepje voor elk cijfer."""

    wat: Text = Field(title="Wat geteld is", description="Wat je telde, in één woord of twee.", examples=["ritten"])
    waarde: Number = Field(
        title="Waarde", description="Het getal, zonder woorden: `1.233` of `2,5`.", examples=["1.233"]
    )
    eenheid: Text = Field(
        title="Eenheid", description="Wat je telt, en per wat als dat telt: `leden`, `per jaar`.", examples=["per jaar"]
    )
    jaar: Annotated[DatePart | None, Needed("liefst")] = Field(
        None, title="Jaar", description="Van wanneer het cijfer is.", examples=["2023"]
    )
    bron: Text | None = Field(
        None, title="Waar het cijfer staat", description="Waar het te lezen staat.", examples=["jaarverslag 2023"]
    )


class Photo(Group):
    """Een groepje voor elke foto of tekening in je tekst: wat ze toont, van wie ze is, en wie erop staat."""

    bestand: Text = Field(
        title="Bestandsnaam", description="De naam van het bestand in je map.", examples=["gevel.jpg"]
    )
    alt: Annotated[Text | None, Needed("als het niet in de tekst staat")] = Field(
        None,
        title="Wat er te zien is",
        max_length=300,
        description="Wat er te zien is, voor wie de foto niet kan zien.",
        examples=["Twee vrijwilligers voor de open deur"],
    )
    maker: Text = Field(title="Wie ze maakte", description="Wie ze maakte.", examples=["Dorpsraad Voorbeeld"])
    licentie: Licence = Field(
        title="Licentie", description="Wat een ander ermee mag; vraag het aan de maker.", examples=["CC-BY-4.0"]
    )
    bron: Text | None = Field(
        None, title="Waar ze vandaan komt", description="Waar ze vandaan komt.", examples=["archief van de dorpsraad"]
    )
    jaar: DatePart | None = Field(
        None, title="Jaar", description="Wanneer ze gemaakt is: `2024` of `2024-05`.", examples=["2024"]
    )
    herkenbaar: YesNo = Field(
        title="Zijn er mensen herkenbaar?",
        description="`ja` als je iemand op de foto kunt herkennen, anders `nee`.",
        examples=["ja"],
    )
    toestemming: Annotated[Yes | None, Needed("bij `herkenbaar: ja`")] = Field(
        None,
        title="Gaven zij toestemming?",
        description="`ja`, als iedereen die je herkent akkoord is.",
        examples=["ja"],
    )
    dossier: Text | None = Field(
        None,
        title="Waar het formulier bewaard wordt",
        description="Waar jij hun toestemming bewaart. Stuur het formulier zelf niet mee.",
        examples=["map 2024/12"],
    )


class Quotation(Group):
    """Wat iemand over de praktijk zei, met een rol erbij en geen naam."""

    tekst: PlainText = Field(
        title="Wat er gezegd is",
        max_length=400,
        description="De woorden zelf, zonder opmaak.",
        examples=["We kennen elkaar weer."],
    )
    rol: Text = Field(title="Rol, geen naam", description="Wie het zei: een rol, geen naam.", examples=["vrijwilliger"])


class Contact(Group):
    """Bij wie een lezer met een vraag terechtkan. Vraag het eerst aan wie je hier vermeldt."""

    organisatie: Text = Field(
        title="Organisatie", description="Wie de vragen beantwoordt.", examples=["Dorpsraad Voorbeeld"]
    )
    e_mail: Annotated[str, AfterValidator(ft.e_mail)] = Field(
        alias="e-mail",
        title="E-mailadres",
        description="Het e-mailadres van die organisatie.",
        examples=["info@voorbeeld.be"],
    )
    naam: Text | None = Field(
        None, title="Naam", description="De naam van een mens, alleen als die dat wil.", examples=["An Voorbeeld"]
    )
    akkoord: Yes = Field(
        title="Is de contactpersoon akkoord?",
        description="`ja`: wie hier staat, vindt goed dat het in het boek komt.",
        examples=["ja"],
    )


class Source(Group):
    """Waar de feiten staan: een groepje voor elke bron, met een webadres of een uitgever."""

    titel: Text = Field(
        title="Titel", description="Hoe het artikel, het boek of de pagina heet.", examples=["Artikel over de opening"]
    )
    url: Annotated[WebAddress | None, Needed("zonder `uitgever`")] = Field(
        None,
        title="Webadres",
        description="Het adres, met `https://` vooraan.",
        examples=["https://www.voorbeeld.be/artikel"],
    )
    uitgever: Annotated[Text | None, Needed("zonder `url`")] = Field(
        None,
        title="Uitgever",
        description="Welke krant, website of organisatie het uitgaf.",
        examples=["Krant van West-Vlaanderen"],
    )
    datum: DatePart | None = Field(
        None,
        title="Datum",
        description="Van wanneer het is: jaar, jaar-maand of jaar-maand-dag.",
        examples=["2022-03"],
    )
