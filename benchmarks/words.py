"""Dutch words and sentences that the generated cases are put together from. All of it is invented.

Sentences hold slots: {dorp} the village, {jaar} a year, {getal} a number, {bedrag} an amount in euros, and a word of
each list in ``SLOTS``. A slot that starts a sentence gets its capital later.
"""

from __future__ import annotations

SLOTS: dict[str, tuple[str, ...]] = {
    "wie": (
        "vrijwilligers",
        "buren uit de straat",
        "jonge gezinnen",
        "leden van de dorpsraad",
        "gepensioneerde leraren",
        "ouders van de school",
        "nieuwe inwoners",
        "mensen zonder auto",
        "boeren uit de omgeving",
        "bewoners van het woonzorgcentrum",
    ),
    "plek": (
        "de oude pastorie",
        "de zaal naast de kerk",
        "het vroegere bankkantoor",
        "de leegstaande bakkerij",
        "het stationsgebouw",
        "de schuur achter het plein",
        "het lokaal van de fanfare",
        "de garage in de Voorbeeldstraat",
    ),
    "partner": (
        "de gemeente",
        "het OCMW",
        "de heemkundige kring",
        "de basisschool",
        "de parochie",
        "de landelijke gilde",
        "de fietsersvereniging",
        "het lokaal dienstencentrum",
        "de energiecoöperatie",
        "de jeugdbeweging",
    ),
    "zaak": ("kruidenier", "bakker", "slager", "krantenwinkel", "bankautomaat", "bushalte", "apotheek"),
    "ding": (
        "een koffiehoek",
        "een rek met streekproducten",
        "een leestafel",
        "een kast met geleend gereedschap",
        "een kluis voor pakjes",
        "een bord met ritten en vragen",
        "een bank onder de luifel",
        "een stalling met een pomp",
        "een hoek voor kinderen",
        "een computer met printer",
    ),
    "dag": (
        "op dinsdag",
        "elke woensdagnamiddag",
        "op vrijdagavond",
        "op zaterdagochtend",
        "elke eerste zondag van de maand",
        "op werkdagen tot zes uur",
    ),
    "taak": (
        "de toog",
        "de bestellingen",
        "de sleutels",
        "de boekhouding",
        "het onthaal",
        "de ritten",
        "het onderhoud",
        "de nieuwsbrief",
    ),
}

SECTIONS: dict[str, tuple[str, ...]] = {
    "Aanleiding": (
        "In {jaar} verdween de laatste {zaak} uit {dorp}, en daarmee een plek om elkaar te zien.",
        "Wie daarna nog iets nodig had, reed minstens {getal} minuten naar het volgende dorp.",
        "Vooral {wie} merkten dat ze elkaar minder vaak tegenkwamen dan vroeger.",
        "{plek} stond al {getal} maanden leeg, en niemand wist wat ermee zou gebeuren.",
        "Op een avond in {jaar} zaten {getal} mensen samen om te bekijken wat er nog kon.",
        "Uit een rondvraag van {partner} bleek dat {wie} het meest misten wat dichtbij was geweest.",
        "De bus reed toen nog, maar de laatste rit vertrok te vroeg om er ’s avonds iets aan te hebben.",
        "Voor {wie} was dat meer dan een ongemak: zij kwamen soms dagenlang niet buiten.",
        "Zo groeide het idee om van {plek} opnieuw een plaats voor iedereen te maken.",
    ),
    "Aanpak": (
        "Een groep van {getal} trekkers ging eerst van deur tot deur met drie korte vragen.",
        "De antwoorden hingen {getal} weken uit in {plek}, zodat iedereen kon aanvullen wat er ontbrak.",
        "Daarna kwam {partner} mee aan tafel, met een medewerker die het papierwerk kende.",
        "De eerste proef duurde drie maanden: {dag} was er open, en {wie} hielden bij wie er kwam en waarom.",
        "Wat niet werkte, schrapte de groep meteen; wat wel werkte, kreeg een vaste plaats.",
        "In {jaar} tekenden de dorpsraad en {partner} een overeenkomst voor het gebruik van {plek}.",
        "De verbouwing gebeurde in stappen, met {wie} die op zaterdag kwamen schilderen en timmeren.",
        "Voor het vervoer zocht de groep geen groot plan, maar een kleine afspraak die elke week werkt.",
        "Tijdens de werken bleef er een tafel op het plein staan, zodat niemand de draad kwijtraakte.",
    ),
    "Aanbod": (
        "Binnen vind je {ding}, voor een groot deel door de buren zelf gemaakt.",
        "De deur is open {dag}, en wie dan niet kan, haalt de sleutel bij {partner}.",
        "Er komen ongeveer {getal} mensen per dag langs, de meesten te voet of met de fiets.",
        "Voor {wie} is er een vast moment {dag}, met koffie en tijd voor een gesprek.",
        "Wie een formulier niet begrijpt, krijgt hulp van {wie} die dat vroeger voor hun werk deden.",
        "Aan de gevel hangt een bus voor wie langskomt als de deur dicht is, met een boek ernaast.",
        "Bestellen kan tot de avond ervoor, op papier of met een bericht, en betalen doe je ter plaatse.",
        "In de zomer verhuist een deel van het aanbod naar buiten, waar {partner} een tent leent.",
        "Samen met {partner} is er {dag} ook iets voor wie gewoon gezelschap zoekt.",
    ),
    "Organisatie en geld": (
        "Een kern van {getal} vrijwilligers verdeelt het werk in beurten van drie uur.",
        "Voor {taak} is er telkens één verantwoordelijke, met een tweede die kan invallen.",
        "{partner} betaalt de verwarming en de verzekering, de groep zorgt voor de rest.",
        "De inrichting kostte {bedrag} euro, waarvan iets meer dan de helft uit een toelage kwam.",
        "Elk jaar blijft er na de vaste kosten ongeveer {bedrag} euro over voor herstellingen.",
        "De huur is laag gehouden: de eigenaar van {plek} vraagt een vergoeding die met de omzet meegroeit.",
        "Twee keer per jaar kijken {wie} samen de rekeningen na, en iedereen mag daarbij zijn.",
        "Grote beslissingen vallen op de jaarvergadering, sinds {jaar} met één stem per gezin.",
        "Betaald werk is er weinig: een medewerker van {partner} is er enkele uren per week.",
    ),
    "Resultaten": (
        "In het eerste jaar telde de groep {getal} vaste gebruikers, het jaar daarna al een stuk meer.",
        "Ongeveer {getal} mensen leerden er iemand kennen die ze daarvoor nooit gesproken hadden.",
        "Vooral {wie} zeggen dat ze er nu vaker te voet op uitgaan dan vroeger.",
        "De drie producten die het meest verkocht worden, komen van minder dan tien kilometer ver.",
        "{partner} merkt dat vragen sneller gesteld worden, omdat de drempel lager ligt dan aan een loket.",
        "Er reden in {jaar} samen {getal} mensen mee die anders thuisgebleven waren.",
        "Rond {plek} is het opnieuw levendig {dag}, en dat trekt ook fietsers van verder aan.",
        "Een telling op één dag zegt niet alles, maar de richting is voor iedereen duidelijk.",
        "Niet alles is in cijfers te vatten: het dorp kreeg een plek terug die van niemand en van iedereen is.",
    ),
    "Knelpunten": (
        "Het blijft zoeken naar mensen voor {taak}, zeker in de vakantie.",
        "De groep wordt ouder, en {wie} hebben niet altijd tijd om een vaste beurt over te nemen.",
        "De afspraken met {partner} liepen af in {jaar} en moesten toen helemaal opnieuw gemaakt worden.",
        "Voor {ding} bleek een vergunning nodig, en dat kostte {getal} weken extra.",
        "Het gebouw is moeilijk te verwarmen, zodat de kosten in de winter hoger liggen dan verwacht.",
        "Wie ver van {plek} woont, raakt er {dag} nog altijd moeilijk zonder auto.",
        "Een tekort van {bedrag} euro werd één keer opgevangen met een eetfestijn, maar dat is geen vaste oplossing.",
        "Tussen vrijwilligers en betaalde krachten moest duidelijk worden wie wat beslist.",
        "De opbrengst van het buffet schommelt, en daarop kun je geen jaar vooruit plannen.",
    ),
    "Waarom gestopt": (
        "Na {getal} maanden zonder nieuwe trekkers besliste de groep om er een punt achter te zetten.",
        "De eigenaar van {plek} had andere plannen, en een tweede gebouw was er niet.",
        "{partner} nam een deel van het aanbod over, zodat {wie} niet alles kwijt waren.",
    ),
}
"""Sentences by the heading that they stand under; a case takes some, in this order."""

LESSONS = (
    "Vraag eerst wat het dorp nodig heeft, en kies daarna pas een gebouw.",
    "Begin klein en laat zien dat het werkt: een proef overtuigt meer dan een plan.",
    "Verdeel {taak} over minstens twee mensen, zodat niemand onmisbaar wordt.",
    "Maak afspraken met {partner} op papier, ook als iedereen elkaar kent.",
    "Reken de verwarming mee voor je een huurprijs afspreekt.",
    "Zet {ding} waar mensen toch al voorbijkomen.",
    "Vier wat lukt, en nodig ook {wie} uit die nog niet meededen.",
    "Schrijf op wat je leert, want de volgende groep begint anders opnieuw.",
)

CAPTIONS = (
    "Zicht op {plek} in {dorp}, zoals een generator het zich voorstelt.",
    "Binnen in {plek}: {ding} en veel licht.",
    "Het plein van {dorp} {dag}, voor de deur opengaat.",
    "Een wazig beeld van {ding} bij {plek}.",
)

FOOTNOTES = (
    "Telling door {wie} in {jaar}, op één gewone weekdag.",
    "Verslag van de vergadering met {partner} in {jaar}, bladzijde {getal}.",
    "Het bedrag is afgerond; de rekening van {jaar} ligt ter inzage in {plek}.",
    "Gesprek met {wie} in het voorjaar van {jaar}.",
)

LINKS = (
    "Hetzelfde vraagstuk kom je tegen in {link}.",
    "Een vergelijkbare keuze maakte men in {link}, met een andere uitkomst.",
    "Wie meer wil zien, leest verder bij {link}.",
    "Het voorbeeld van {link} gaf hier de doorslag.",
    "De trekkers gingen daarvoor kijken in {link}.",
)

NAMES = ("De Linde", "Het Anker", "De Statie", "De Molenhoek", "Het Dorpshuis", "De Brug", "De Zwaluw", "De Kastanje")
KINDS = ("Buurtpunt", "Dorpspunt", "Buurtwinkel", "Ontmoetingshuis", "Mobipunt", "Deelpunt")
