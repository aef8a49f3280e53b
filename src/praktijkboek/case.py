"""The Case model: with ``groups``, the only description of the fields that an author fills in.

Titles, descriptions and examples are Dutch, for authors: messages, template, guide and schema are made from them.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from praktijkboek import field_types as ft
from praktijkboek.groups import (
    Contact,
    Figure,
    Financing,
    Group,
    Licence,
    Needed,
    Photo,
    PlainText,
    Quotation,
    Source,
    Team,
    Text,
    WebAddress,
)
from praktijkboek.municipality import Municipality, municipalities
from praktijkboek.notation import PartialDate
from praktijkboek.vocabulary import UNKNOWN

Day = Annotated[date, BeforeValidator(ft.day)]
Month = Annotated[PartialDate, BeforeValidator(ft.month)]
MonthOrUnknown = Annotated[PartialDate | str, BeforeValidator(ft.month_or_unknown)]
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

__all__ = ["Case", "Figure", "Financing", "Group", "Photo", "Source"]


class Case(Group):
    """Een praktijk: alles wat boven de tekst tussen de streepjes staat."""

    titel: PlainText = Field(
        title="Titel",
        max_length=80,
        description="De naam van de praktijk, zonder opmaak.",
        examples=["De Melkerij"],
    )
    samenvatting: PlainText = Field(
        title="Samenvatting",
        min_length=120,
        max_length=320,
        description="Twee zinnen die zeggen wat er is, voor wie en door wie. Zonder opmaak.",
        examples=[
            "In de oude melkerij kopen buren brood en groenten, drinken ze koffie en halen ze hun pakje op. "
            "De dorpsraad houdt de zaak open met vrijwilligers."
        ],
    )
    dorp: Text = Field(
        title="Dorp", description="Het dorp, de vroegere gemeente, de wijk of het gehucht.", examples=["Landegem"]
    )
    gemeente: Annotated[Text | None, Needed("in België")] = Field(
        None,
        title="Gemeente",
        description="Een van de 285 Vlaamse gemeenten van 2025; de naam van voor een fusie zet je bij `dorp`.",
        examples=["Deinze"],
    )
    postcode: Annotated[Annotated[str, AfterValidator(ft.postcode)] | None, Needed("in België")] = Field(
        None, title="Postcode", description="Vier cijfers, zonder B ervoor.", examples=["9850"]
    )
    land: Country = Field(
        "BE", title="Land", description="Alleen nodig als de praktijk niet in België ligt.", examples=["NL"]
    )
    fase: Phase = Field(title="Fase", description="Hoe ver de praktijk staat.", examples=["in-werking"])
    start: Annotated[MonthOrUnknown | None, Needed("behalve bij `verkenning`")] = Field(
        None,
        title="Gestart",
        description="Wanneer de deur openging: `2021` of `2021-09`. Weet je het niet, schrijf dan `onbekend`.",
        examples=["2021-09"],
    )
    stop: Annotated[Month | None, Needed("bij `fase: gestopt`")] = Field(
        None,
        title="Gestopt",
        description="Wanneer het ophield: `2024` of `2024-06`. Loopt de praktijk nog, laat dit dan weg.",
        examples=["2024-06"],
    )
    uitbater: Text = Field(
        title="Uitbater", description="Wie de praktijk draait; `onbekend` mag.", examples=["De Lovie vzw"]
    )
    rechtsvorm: LegalForm = Field(
        title="Rechtsvorm", description="De vorm van de uitbater; `onbekend` mag.", examples=["vzw"]
    )
    themas: Annotated[list[Theme], AfterValidator(ft.no_doubles)] = Field(
        title="Thema’s",
        min_length=1,
        max_length=4,
        description="De invalshoeken; de eerste is de voornaamste en bepaalt de plaats en de kleur in het boek.",
        examples=["[sociaal, mobiliteit]"],
    )
    functies: Annotated[list[Function], AfterValidator(ft.no_doubles)] = Field(
        title="Functies",
        max_length=12,
        description="Wat er te doen of te krijgen is; `[]` als er alleen vervoer is.",
        examples=["[buurtwinkel, buurtcafe]"],
    )
    vervoer: Annotated[list[Transport], AfterValidator(ft.no_doubles), AfterValidator(ft.unknown_alone)] = Field(
        title="Vervoer",
        description="Welk vervoer er is; `[]` als er geen is, `[onbekend]` als je het niet weet.",
        examples=["[deelauto, bushalte]"],
    )
    mobipunt: Mobipunt | None = Field(
        None, title="Mobipunt", description="Of er een mobipunt is, en welk.", examples=["hoppin-buurt"]
    )
    kern: Settlement | None = Field(
        None, title="Soort kern", description="Wat voor dorp of wijk het is.", examples=["landelijk-dorp"]
    )
    pand: Building | None = Field(None, title="Vroeger", description="Wat het gebouw vroeger was.", examples=["school"])
    inwoners: Annotated[int, BeforeValidator(ft.whole_number), Field(ge=1, le=100_000)] | None = Field(
        None,
        title="Inwoners",
        description="Hoeveel mensen er in het dorp wonen (niet in de hele gemeente). Een rond getal mag.",
        examples=["1.200"],
    )
    coordinaten: Annotated[tuple[float, float], BeforeValidator(ft.coordinates)] | None = Field(
        None,
        title="Coördinaten",
        description="Breedte en lengte in graden; anders nemen we het punt van de gemeente.",
        examples=["[51.05, 3.57]"],
    )
    partners: list[Text] = Field(
        [], title="Partners", description="Welke organisaties meedoen.", examples=["[gemeente, dorpsraad]"]
    )
    team: Team | None = Field(None, title="Team")
    financiering: list[Financing] = Field([], title="Financiering")
    cijfers: list[Figure] = Field([], title="Cijfers")
    fotos: Annotated[list[Photo], Needed("voor elke foto")] = Field([], title="Foto’s")
    citaat: Quotation | None = Field(None, title="Citaat")
    contact: Contact | None = Field(None, title="Contact")
    website: WebAddress | None = Field(
        None,
        title="Website",
        description="Het adres van de praktijk zelf, met `https://` vooraan.",
        examples=["https://www.voorbeeld.be"],
    )
    verwant: list[Text] = Field(
        [],
        title="Gelijkaardige praktijken",
        description="De mapnamen van praktijken die erop lijken; het boek zoekt er zelf nog bij.",
        examples=["[onder-t-perron]"],
    )
    auteurs: list[Text] = Field(
        title="Auteurs",
        min_length=1,
        description="Wie deze tekst schreef: mensen die dat willen, of een organisatie.",
        examples=["[Redactie praktijkboek]"],
    )
    licentie: Licence = Field(
        "CC-BY-4.0", title="Licentie", description="Wat een lezer met je tekst mag.", examples=["CC-BY-4.0"]
    )
    bronnen: list[Source] = Field(title="Bronnen", min_length=1)
    status: Status = Field("klaar", title="Status", description="Of de tekst al in het boek mag.", examples=["concept"])
    nagelezen: Annotated[date | None, BeforeValidator(ft.day_or_no)] = Field(
        title="Nagelezen",
        description="De dag waarop de uitbater de tekst las en goedkeurde, of `nee`.",
        examples=["nee"],
    )
    bijgewerkt: Day = Field(
        title="Bijgewerkt", description="De dag waarop je de tekst schreef: jaar-maand-dag.", examples=["2026-11-23"]
    )

    @property
    def short_title(self) -> str:
        """The title up to its colon: the name of a case."""
        return self.titel.partition(": ")[0]

    @property
    def villages(self) -> list[str]:
        """The villages that a case names: "Moorslede, Dadizele en Slypskapelle" are three."""
        return re.split(r", | en ", self.dorp)

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
