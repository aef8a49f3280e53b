"""Colours: one main colour per theme, and everything a drawing derives from it."""

from dataclasses import dataclass

THEME_COLOURS: dict[str, str] = {
    "sociaal": "#a83a45",
    "korte-keten": "#3f7d3f",
    "mobiliteit": "#1f6a94",
    "participatie": "#6a4a9c",
    "ondernemen": "#96620f",
    "cooperaties": "#1b7570",
    "zorg": "#9c3878",
    "dienstverlening": "#3f56a6",
    "ruimte": "#66701c",
}
"""Theme slug to main colour; white on each has a contrast of at least 4.5:1."""

_OTHER = "#4d6072"
_LEAVES: dict[str, tuple[str, str, str]] = {
    "sociaal": ("#c9774a", "#8d9156", "#a4503f"),
    "korte-keten": ("#6aa653", "#8db35c", "#44803f"),
    "mobiliteit": ("#4f93a0", "#6aa58b", "#2f7391"),
    "participatie": ("#9a7fc0", "#82a07a", "#7a5da6"),
    "ondernemen": ("#cf9a3c", "#97993f", "#b0762a"),
    "cooperaties": ("#48a092", "#7fae7a", "#2a7f76"),
    "zorg": ("#cf86b1", "#8aa476", "#b0568f"),
    "dienstverlening": ("#6f8fcb", "#6fa08f", "#4d69b0"),
    "ruimte": ("#98a13e", "#b59a46", "#727d2c"),
}
_WALLS = ("#b9573f", "#cd8361", "#e0ae86", "#f3e2c6", "#faf4e8", "#9c4c3b", "#dcc09a", "#c9cdca")
_ROOFS = ("#a34b36", "#4f5b66", "#7d4a3b", "#b9653f", "#5e5450")


def mix(one: str, other: str, share: float) -> str:
    """Blend two colours; share is how much of the other comes in."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@dataclass(frozen=True)
class Palette:
    """All colours of one drawing; `pane` is what its windows show."""

    main: str
    deep: str
    sky: str
    glow: str
    cloud: str
    hills: tuple[str, str, str]
    leaves: tuple[str, str, str]
    walls: tuple[str, ...]
    roofs: tuple[str, ...]
    pane: str
    paving: str
    shade: str
    cobble: str
    road: str
    frame: str = "#fdf9f0"
    cream: str = "#f6e7cb"
    wood: str = "#b07f52"
    bark: str = "#6d5241"
    ink: str = "#2d333b"
    sun: str = "#f6cd68"
    lit: str = "#ffd983"
    yellow: str = "#f2b233"
    red: str = "#c9473c"
    green: str = "#6f9f4c"

    @property
    def brick(self) -> str:
        """The warm red of a Flemish brick."""
        return self.walls[0]

    @property
    def slate(self) -> str:
        """The blue-grey of a slate roof."""
        return self.roofs[1]

    @property
    def tile(self) -> str:
        """The red of a tiled roof."""
        return self.roofs[0]


def palette(theme: str) -> Palette:
    """Derive the colours of a drawing from its theme; an unknown theme is slate-coloured."""
    main = THEME_COLOURS.get(theme, _OTHER)
    sky, paving = mix(main, "#ffffff", 0.87), mix("#f0e6d6", main, 0.16)
    return Palette(
        main=main,
        deep=mix(main, "#16202c", 0.45),
        sky=sky,
        glow=mix(sky, "#fff3d0", 0.6),
        cloud=mix(sky, "#ffffff", 0.7),
        hills=(mix(main, sky, 0.8), mix(main, sky, 0.62), mix(main, sky, 0.42)),
        leaves=_LEAVES.get(theme, _LEAVES["mobiliteit"]),
        walls=tuple(mix(colour, main, 0.06) for colour in _WALLS),
        roofs=tuple(mix(colour, main, 0.12) for colour in _ROOFS),
        pane=mix("#a9cfe0", main, 0.14),
        paving=paving,
        shade=mix(paving, main, 0.25),
        cobble=mix(paving, main, 0.16),
        road=mix(mix(main, "#1d2733", 0.4), paving, 0.1),
    )
