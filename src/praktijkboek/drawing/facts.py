"""Which fact of a case asks for which part of the drawing."""

from collections.abc import Callable

from . import civic, heritage, pastimes, props, signs, trade
from .building import Building, Front
from .palette import Palette
from .props import Prop

BUILDINGS: dict[str, tuple[str, Callable[[Palette, Front], Building]]] = {
    "winkel": ("een winkelhuis", trade.shop_house),
    "bakkerij": ("een bakkershuis", trade.bakery),
    "horeca": ("een herberg", trade.inn),
    "bankkantoor": ("een bankgebouw", trade.bank),
    "station": ("een stationsgebouw", civic.station),
    "school": ("een schoolgebouw", civic.school),
    "kerk": ("een kerk", heritage.church),
    "pastorie": ("een pastorie", heritage.rectory),
    "klooster": ("een klooster", heritage.convent),
    "hoeve": ("een hoeve", heritage.farm),
    "gemeentehuis": ("een gemeentehuis", civic.town_hall),
    "ontmoetingscentrum": ("een ontmoetingscentrum", civic.meeting_centre),
    "parochiezaal": ("een parochiezaal", heritage.parish_hall),
    "garage": ("een garage", trade.garage),
    "nieuwbouw": ("een nieuw gebouw", civic.new_building),
    "openlucht": ("een kiosk tussen lindebomen", heritage.pavilion),
    "ander": ("een dorpshuis", trade.village_house),
}
"""Former use of the building, its Dutch name and how it is drawn."""

SHOP = frozenset({"buurtwinkel", "streekproducten", "afhaalpunt-voeding", "sociale-kruidenier", "voedselbank"})
"""Functions that give the main building a shop window with an awning."""

LIT = frozenset(
    {
        "buurtcafe",
        "dorpsrestaurant",
        "ontmoetingsruimte",
        "vergaderzaal",
        "coworking",
        "cultuur",
        "cursussen",
    }
)
"""Functions that light its windows."""

SIGNS: dict[str, tuple[str, signs.Picture]] = {
    "broodpunt": ("een brood", signs.bread),
    "logies": ("een bed", signs.bed),
    "artsenpraktijk": ("een plusteken", signs.plus),
    "klusdienst": ("een moersleutel", signs.wrench),
    "buurthulp": ("een hart", signs.heart),
    "gemeenteloket": ("een wapenschild", signs.crown),
    "digipunt": ("een laptop", signs.laptop),
    "coworking": ("een laptop", signs.laptop),
    "infopunt": ("een i", signs.information),
}
"""Functions told by a hanging sign: what is on it, and its picture."""

PROPS: dict[str, Callable[[Palette], Prop]] = {
    **dict.fromkeys(sorted(SHOP), props.crates),
    "lokale-markt": props.stalls,
    "tweedehands": props.clothes_rack,
    "buurtcafe": props.terrace,
    "dorpsrestaurant": props.terrace,
    "ontmoetingsruimte": props.terrace,
    "vergaderzaal": props.blackboard,
    "cursussen": props.blackboard,
    "postpunt": props.letter_box,
    "pakjespunt": props.lockers,
    "bibpunt": props.book_cabinet,
    "vacaturebord": props.notice_board,
    "dienstencentrum": pastimes.bench,
    "dagbesteding": pastimes.planters,
    "kinderopvang": pastimes.playground,
    "repaircafe": pastimes.workbench,
    "fietsherstel": pastimes.repair_stand,
    "uitleendienst": pastimes.handcart,
    "cultuur": props.poster_pillar,
    "sport": pastimes.table_tennis,
    "moestuin": pastimes.garden,
}
"""Functions told by a thing on the pavement."""
