"""The Dutch sentence that says what is drawn."""

from .facts import BUILDINGS, LIT, SHOP
from .street import Street


def sentence(street: Street) -> str:
    """Describe a drawing in one sentence."""
    things = [BUILDINGS[street.kind][0], *_features(street)]
    if street.has({"wonen"}):
        things.append("een rij nieuwe huisjes")
    things += [it.prop.name for it in street.placed]
    if street.train:
        things.append("een trein op een berm")
    place = "een dorpsplein" if street.kind == "openlucht" else "een dorpsstraat"
    return f"Tekening van {place} met {_listed(things)}."


def _features(street: Street) -> list[str]:
    """Name what is on the main building."""
    features = ["zonnepanelen op het dak"] if street.has({"energie"}) else []
    if street.kind == "openlucht":
        return features
    features += ["een winkelraam met luifel"] if street.has(SHOP) else []
    features += ["verlichte ramen"] if street.has(LIT) else []
    return features + [f"een uithangbord met {name}" for name, *_ in street.hung]


def _listed(words: list[str]) -> str:
    return " en ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
