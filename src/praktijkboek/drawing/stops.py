"""Ways to travel: what stands on the pavement, and the vehicle that waits in the street."""

from collections.abc import Sequence
from dataclasses import dataclass

from .facade import light
from .palette import Palette
from .props import Prop
from .shapes import Token, at, bars, circle, line, path, polygon, rect
from .signs import bicycle, heart, standing
from .wheels import bike, bus, car, cargo_bike, heart_board, minibus


@dataclass(frozen=True)
class Stop:
    """A prop on the pavement, and perhaps a vehicle beside it (drawing and width)."""

    prop: Prop
    vehicle: str = ""
    length: float = 0


def _bolt(colour: str, x: float, y: float) -> str:
    return polygon(colour, x + 2, y - 9, x - 5, y + 2, x, y + 2, x - 2, y + 9, x + 5, y - 2, x, y - 2)


def _hoops(p: Palette, count: int, pitch: float = 60) -> str:
    tokens: list[Token] = []
    for i in range(count):
        tokens += ["M", 20 + i * pitch, "0v-20q0 -6 6 -6h6q6 0 6 6v20"]
    return line(p.shade, 3.5, *tokens) + bars(p.shade, (4, -2, count * pitch - 8, 3))


def shared_bikes(p: Palette) -> Stop:
    """Draw three shared bikes, alike, with their sign."""
    rack = _hoops(p, 3) + "".join(at(i * 60, 0, bike(p, p.main)) for i in range(3))
    return Stop(Prop("deelfietsen", 224, rack + at(184, 0, standing(p, bicycle))))


def bike_rack(p: Palette) -> Stop:
    """Draw a rack with three different bikes."""
    colours = (p.red, p.deep, p.main)
    bikes = "".join(at(i * 60, 0, bike(p, colour)) for i, colour in enumerate(colours))
    return Stop(Prop("een fietsenstalling", 180, _hoops(p, 3) + bikes))


def electric_bikes(p: Palette) -> Stop:
    """Draw two electric bikes at a charging post."""
    bikes = "".join(at(i * 60, 0, bike(p, p.green, electric=True)) for i in range(2))
    return Stop(Prop("elektrische fietsen", 150, bikes + at(126, 0, _charger(p))))


def bike_charger(p: Palette) -> Stop:
    """One electric bike at a charging post."""
    plugged = bike(p, p.deep, electric=True) + at(64, 0, _charger(p))
    return Stop(Prop("een laadpunt voor fietsen", 88, plugged))


def _charger(p: Palette) -> str:
    post = rect(p.frame, (0, -58, 22, 58), 4) + bars(p.main, (0, -12, 22, 12))
    return post + rect(p.main, (3, -54, 16, 24), 3) + _bolt(p.sun, 11, -42)


def pump(p: Palette) -> Stop:
    """Draw a pillar with a bicycle pump and tools."""
    post = rect(p.main, (0, -62, 24, 62), 4) + bars(p.frame, (5, -55, 14, 9))
    hose = line(p.ink, 2.5, "M24 -40c14 4 6 22 12 30")
    tools = line(p.frame, 2.5, "M9 -38v14M15 -38v10")
    return Stop(Prop("een fietspomp", 40, post + hose + tools))


def cargo(p: Palette) -> Stop:
    """Draw a cargo bike."""
    return Stop(Prop("een bakfiets", 96, cargo_bike(p)))


def shared_car(p: Palette) -> Stop:
    """Draw a shared car with its sign."""
    return Stop(Prop("een deelauto", 38, standing(p, _car_picture)), car(p, light(p.main)), 104)


def charging_car(p: Palette) -> Stop:
    """Draw a car at a charging post."""
    return Stop(Prop("een auto aan een laadpaal", 24, _charger(p)), car(p, p.cream), 104)


def shared_charging_car(p: Palette) -> Stop:
    """Draw a shared car at a charging post."""
    post = standing(p, _car_picture) + at(46, 0, _charger(p))
    return Stop(Prop("een deelauto aan een laadpaal", 70, post), car(p, light(p.main)), 104)


def volunteers(p: Palette) -> Stop:
    """Draw a volunteer's car with a heart on its roof."""
    named = Prop("een vrijwilligersauto met een hart op het dak", 38, standing(p, heart))
    return Stop(named, car(p, p.frame, heart_board(p)), 104)


def carpool(p: Palette) -> Stop:
    """Draw a carpool sign and two cars, one behind the other."""
    cars = car(p, p.red) + at(118, 0, car(p, p.cream))
    return Stop(Prop("een carpoolplek met twee auto's", 38, standing(p, _parking)), cars, 222)


def bus_stop(p: Palette) -> Stop:
    """Draw a bus at a shelter and a stop sign."""
    return Stop(Prop("een bus aan een halte", 112, _pole(p) + at(30, 0, _shelter(p))), bus(p), 196)


def on_demand(p: Palette) -> Stop:
    """Draw a minibus at a stop sign."""
    return Stop(Prop("een buurtbusje aan een halte", 26, _pole(p)), minibus(p), 128)


def bus_and_minibus(p: Palette) -> Stop:
    """Draw a bus and a minibus at one stop."""
    both = bus(p) + at(212, 0, minibus(p))
    named = Prop("een bus en een buurtbusje aan een halte", 112, _pole(p) + at(30, 0, _shelter(p)))
    return Stop(named, both, 340)


def lift(p: Palette) -> Stop:
    """Draw a bench under a sign with a thumb: wait here for a lift."""
    seat = bars(p.wood, (46, -34, 58, 5), (46, -26, 58, 5), (44, -17, 62, 5))
    legs = bars(p.ink, (52, -34, 4, 34), (94, -34, 4, 34))
    return Stop(Prop("een liftbank", 106, standing(p, _thumb) + legs + seat))


def _pole(p: Palette) -> str:
    board = rect(p.yellow, (0, -94, 24, 32), 3) + bars(p.ink, (5, -87, 14, 9))
    lines = bars(p.ink, (5, -74, 14, 2), (5, -69, 9, 2))
    return bars(p.ink, (10.5, -64, 3.5, 64)) + board + lines


def _shelter(p: Palette) -> str:
    glass = bars(p.pane, (5, -60, 34, 46), (43, -60, 34, 46))
    seat = bars(p.wood, (12, -22, 58, 5)) + bars(p.ink, (18, -18, 3, 18), (61, -18, 3, 18))
    posts = bars(p.deep, (1, -64, 4, 64), (77, -64, 4, 64), (39, -62, 3, 48))
    return glass + seat + posts + rect(p.main, (-4, -70, 90, 8), 3)


def _car_picture(p: Palette) -> str:
    body = "M-13 6v-6l5 -2l4 -6h9l5 6l3 2v6z"
    return path(p.main, body) + circle(-7, 6, 3.2, p.deep) + circle(7, 6, 3.2, p.deep)


def _parking(p: Palette) -> str:
    letter = "M-5 -1V-13H1q5 0 5 4q0 4 -5 4H-5"
    return line(p.deep, 3.5, letter) + at(0, 7, _car_picture(p))


def _thumb(p: Palette) -> str:
    hand = "M-5 -1l5 -5l1 -7q5 0 4 8h6q3 1 2 4l-3 9"
    return path(p.main, hand, "q-1 3 -4 3h-11z") + bars(p.deep, (-13, -2, 6, 13))


def merged(slugs: Sequence[str]) -> list[str]:
    """Vehicle slugs without repeats, two that share one drawing brought together."""
    found = list(dict.fromkeys(slugs))
    for one, other, both in _PAIRS:
        if one in found and other in found:
            first = min(found.index(one), found.index(other))
            rest = [slug for slug in found if slug not in (one, other)]
            found = [*rest[:first], both, *rest[first:]]
    return found


_PAIRS = (
    ("deelauto", "laadpaal", "deelauto+laadpaal"),
    ("bushalte", "vervoer-op-maat", "bushalte+vervoer-op-maat"),
    ("ebike-verhuur", "laadpunt-fiets", "ebike-verhuur"),
)
STOPS = {
    "fietsenstalling": bike_rack,
    "fietspomp": pump,
    "deelfiets": shared_bikes,
    "ebike-verhuur": electric_bikes,
    "bakfiets": cargo,
    "deelauto": shared_car,
    "laadpaal": charging_car,
    "deelauto+laadpaal": shared_charging_car,
    "laadpunt-fiets": bike_charger,
    "bushalte": bus_stop,
    "vervoer-op-maat": on_demand,
    "bushalte+vervoer-op-maat": bus_and_minibus,
    "vrijwilligersvervoer": volunteers,
    "carpool": carpool,
    "liftplek": lift,
}
"""What each way to travel draws; the train is part of the landscape."""
