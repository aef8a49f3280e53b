"""The Case model: the only description of the fields that an author fills in.

Titles, descriptions and examples are Dutch, for authors: messages, template, guide and schema are made from them.
Every value arrives as text (or as lists and groups of text); the field decides what the characters mean.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from praktijkboek import field_types as ft
from praktijkboek.municipality import Municipality, municipalities
from praktijkboek.notation import PartialDate
from praktijkboek.vocabulary import UNKNOWN

Text = Annotated[str, BeforeValidator(ft.one_line)]
PlainText = Annotated[Text, AfterValidator(ft.no_markup)]
WebAddress = Annotated[str, AfterValidator(ft.web_address)]
Day = Annotated[date, BeforeValidator(ft.day)]
DatePart = Annotated[PartialDate, BeforeValidator(ft.partial_date)]
Month = Annotated[PartialDate, BeforeValidator(ft.month)]
MonthOrUnknown = Annotated[PartialDate | str, BeforeValidator(ft.month_or_unknown)]
Number = Annotated[Decimal, BeforeValidator(ft.number), Field(ge=0, le=10**12)]
Count = Annotated[int, BeforeValidator(ft.whole_number), Field(ge=0, le=10**6)]
YesNo = Annotated[bool, BeforeValidator(ft.yes_no)]
Yes = Annotated[bool, BeforeValidator(ft.yes_no), AfterValidator(ft.must_be_yes)]

MoneyKind = Annotated[str, ft.in_list("financiering_soort")]
Licence = Annotated[str, ft.in_list("licentie")]
Country = Annotated[str, ft.in_list("land")]
Phase = Annotated[str, ft.in_list("fase")]
LegalForm = Annotated[str, ft.in_list("rechtsvorm")]
Theme = Annotated[str, ft.in_list("themas")]
Function = Annotated[str, ft.in_list("functies")]
Transport = Annotated[str, ft.in_list("vervoer")]
Mobipunt = Annotated[str, ft.in_list("mobipunt")]
Settlement = Annotated[str, ft.in_list("kern")]
Building = Annotated[str, ft.in_list("pand")]
Status = Annotated[str, ft.in_list("status")]


class Group(BaseModel):
    """Fields that belong together; a key that is not among them is a mistake."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)


class Team(Group):
    """Wie er werkt."""

    betaald_vte: Number | None = Field(None, title="Betaalde voltijdse medewerkers", examples=["2,5"])
    vrijwilligers: Count | None = Field(None, title="Vrijwilligers", examples=["15"])
    deelnemers: Count | None = Field(None, title="Deelnemers (begeleid werk)", examples=["7"])


class Financing(Group):
    """Eén bron van geld."""

    bron: Text = Field(title="Wie betaalt", examples=["Leader Westhoek"])
    soort: MoneyKind = Field(title="Soort geld", examples=["leader"])
    bedrag: Number | None = Field(None, title="Bedrag in euro", examples=["25.000"])
    jaar: DatePart | None = Field(None, title="Jaar", examples=["2021"])


class Figure(Group):
    """Eén cijfer met zijn jaar."""

    wat: Text = Field(title="Wat geteld is", examples=["ritten"])
    waarde: Number = Field(title="Waarde", examples=["1.233"])
    eenheid: Text = Field(title="Eenheid", examples=["per jaar"])
    jaar: DatePart | None = Field(None, title="Jaar", examples=["2023"])
    bron: Text | None = Field(None, title="Waar het cijfer staat", examples=["jaarverslag 2023"])


class Photo(Group):
    """Een foto of tekening met haar rechten."""

    bestand: Text = Field(title="Bestandsnaam", examples=["gevel.jpg"])
    alt: Text | None = Field(None, title="Wat er te zien is", max_length=300, examples=["De winkel met open deur"])
    maker: Text = Field(title="Wie ze maakte", examples=["Dorpsraad Voorbeeld"])
    licentie: Licence = Field(title="Licentie", examples=["CC-BY-4.0"])
    bron: Text | None = Field(None, title="Waar ze vandaan komt", examples=["archief van de dorpsraad"])
    jaar: DatePart | None = Field(None, title="Jaar", examples=["2024"])
    herkenbaar: YesNo = Field(title="Zijn er mensen herkenbaar?", examples=["nee"])
    toestemming: Yes | None = Field(None, title="Gaven zij toestemming?", examples=["ja"])
    dossier: Text | None = Field(None, title="Waar het formulier bewaard wordt", examples=["map 2024/12"])


class Quotation(Group):
    """Een citaat met de rol van wie het zei."""

    tekst: PlainText = Field(title="Wat er gezegd is", max_length=400, examples=["We kennen elkaar weer."])
    rol: Text = Field(title="Rol, geen naam", examples=["vrijwilliger"])


class Contact(Group):
    """Bij wie een lezer terechtkan."""

    organisatie: Text = Field(title="Organisatie", examples=["Dorpsraad Voorbeeld"])
    e_mail: Annotated[str, AfterValidator(ft.e_mail)] = Field(
        alias="e-mail", title="E-mailadres", examples=["info@voorbeeld.be"]
    )
    naam: Text | None = Field(None, title="Naam", examples=["alleen met akkoord"])
    akkoord: Yes = Field(title="Is de contactpersoon akkoord?", examples=["ja"])


class Source(Group):
    """Een bron: waar de feiten staan."""

    titel: Text = Field(title="Titel", examples=["Artikel over de opening"])
    url: WebAddress | None = Field(None, title="Webadres", examples=["https://www.voorbeeld.be/artikel"])
    uitgever: Text | None = Field(None, title="Uitgever", examples=["Krant van West-Vlaanderen"])
    datum: DatePart | None = Field(None, title="Datum", examples=["2022-03"])


class Case(Group):
    """Een praktijk: alles wat boven de tekst tussen de streepjes staat."""

    titel: PlainText = Field(
        title="Titel",
        max_length=80,
        description="De naam van de praktijk.",
        examples=["De Melkerij: winkel en koffie"],
    )
    samenvatting: PlainText = Field(
        title="Samenvatting",
        min_length=120,
        max_length=320,
        description="Twee zinnen die zeggen wat er is, voor wie en door wie.",
        examples=[
            "In de oude melkerij kopen buren brood en groenten, drinken ze koffie en halen ze hun pakje op. "
            "De dorpsraad houdt de zaak open met vrijwilligers."
        ],
    )
    dorp: Text = Field(title="Dorp", description="Dorp, vroegere gemeente, wijk of gehucht.", examples=["Landegem"])
    gemeente: Text | None = Field(
        None, title="Gemeente", description="Een van de 285 Vlaamse gemeenten van 2025.", examples=["Deinze"]
    )
    postcode: Annotated[str, AfterValidator(ft.postcode)] | None = Field(
        None, title="Postcode", description="Vier cijfers.", examples=["9850"]
    )
    land: Country = Field("BE", title="Land", examples=["BE"])
    fase: Phase = Field(title="Fase", description="Hoe ver de praktijk staat.", examples=["in-werking"])
    start: MonthOrUnknown | None = Field(
        None, title="Gestart", description="Jaar of jaar-maand; `onbekend` mag.", examples=["2021-09"]
    )
    stop: Month | None = Field(None, title="Gestopt", description="Alleen bij `fase: gestopt`.", examples=["2024-06"])
    uitbater: Text = Field(title="Uitbater", description="Wie de praktijk draait.", examples=["De Lovie vzw"])
    rechtsvorm: LegalForm = Field(title="Rechtsvorm", description="Van de uitbater; `onbekend` mag.", examples=["vzw"])
    themas: Annotated[list[Theme], AfterValidator(ft.no_doubles)] = Field(
        title="Thema’s",
        min_length=1,
        max_length=4,
        description="De invalshoeken; de eerste is de voornaamste en bepaalt de kleur.",
        examples=["[sociaal, mobiliteit]"],
    )
    functies: Annotated[list[Function], AfterValidator(ft.no_doubles)] = Field(
        title="Functies",
        max_length=12,
        description="Wat er te doen of te krijgen is; `[]` als er geen is.",
        examples=["[buurtwinkel, buurtcafe]"],
    )
    vervoer: Annotated[list[Transport], AfterValidator(ft.no_doubles), AfterValidator(ft.unknown_alone)] = Field(
        title="Vervoer",
        description="Welk vervoer er is; `[]` als er geen is, `[onbekend]` als je het niet weet.",
        examples=["[deelauto, bushalte]"],
    )
    mobipunt: Mobipunt | None = Field(None, title="Mobipunt", examples=["hoppin-buurt"])
    kern: Settlement | None = Field(None, title="Soort kern", examples=["landelijk-dorp"])
    pand: Building | None = Field(None, title="Vroeger", description="Wat het gebouw vroeger was.", examples=["school"])
    inwoners: Annotated[int, BeforeValidator(ft.whole_number), Field(ge=1, le=100_000)] | None = Field(
        None, title="Inwoners", description="Van het dorp, niet van de gemeente.", examples=["1.200"]
    )
    coordinaten: Annotated[tuple[float, float], BeforeValidator(ft.coordinates)] | None = Field(
        None,
        title="Coördinaten",
        description="Breedte en lengte in graden; anders nemen we het punt van de gemeente.",
        examples=["[51.05, 3.57]"],
    )
    partners: list[Text] = Field([], title="Partners", examples=["[gemeente, dorpsraad]"])
    team: Team | None = Field(None, title="Team")
    financiering: list[Financing] = Field([], title="Financiering")
    cijfers: list[Figure] = Field([], title="Cijfers")
    fotos: list[Photo] = Field([], title="Foto’s")
    citaat: Quotation | None = Field(None, title="Citaat")
    contact: Contact | None = Field(None, title="Contact")
    website: WebAddress | None = Field(None, title="Website", examples=["https://www.voorbeeld.be"])
    verwant: list[Text] = Field(
        [],
        title="Verwante praktijken",
        description="Mapnamen van andere praktijken.",
        examples=["[onder-t-perron]"],
    )
    auteurs: list[Text] = Field(title="Auteurs", min_length=1, examples=["[Redactie praktijkboek]"])
    licentie: Licence = Field("CC-BY-4.0", title="Licentie", examples=["CC-BY-4.0"])
    bronnen: list[Source] = Field(title="Bronnen", min_length=1)
    status: Status = Field("klaar", title="Status", examples=["klaar"])
    nagelezen: Annotated[date | None, BeforeValidator(ft.day_or_no)] = Field(
        title="Nagelezen", description="`nee`, of de datum waarop de uitbater akkoord ging.", examples=["nee"]
    )
    bijgewerkt: Day = Field(title="Bijgewerkt", description="Wanneer je de tekst schreef.", examples=["2026-11-23"])

    @property
    def municipality(self) -> Municipality | None:
        """The Flemish municipality; None for a case abroad."""
        return municipalities().get(self.gemeente or "")

    @property
    def province(self) -> str | None:
        """The Flemish province; None for a case abroad."""
        return self.municipality.province if self.municipality else None

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees: the author's, or else the municipality's."""
        return self.coordinaten or (self.municipality.point if self.municipality else None)

    @property
    def known_transport(self) -> list[str]:
        """The transport that is there, without the word for "unknown"."""
        return [slug for slug in self.vervoer if slug != UNKNOWN]
