"""What a drawing in SVG may hold: the words that draw, and those in which drawing programs keep notes for themselves.

The checker and the published copy use the same words, by the same reader (``svg.py``). What stands on neither list is
refused: it could draw, and a drawing is published whole or not at all.
"""

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

ELEMENTS = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "defs", "use"}
    | {"symbol", "title", "desc", "linearGradient", "radialGradient", "stop", "clipPath", "mask"}
)
"""Not ``pattern`` and ``marker``: how often those are drawn can't be told from the file without drawing it."""
GEOMETRY = frozenset(
    {"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "dx", "dy", "d", "points"}
    | {"width", "height", "viewBox", "preserveAspectRatio", "transform", "transform-origin", "transform-box"}
    | {"gradientTransform", "gradientUnits", "spreadMethod", "offset", "clipPathUnits", "maskUnits"}
    | {"maskContentUnits", "mask-type", "rotate", "pathLength", "textLength", "lengthAdjust"}
)
LOOK = frozenset(
    {"fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap"}
    | {"stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "stop-color", "stop-opacity"}
    | {"opacity", "color", "display", "visibility", "overflow", "clip", "clip-path", "clip-rule", "mask"}
    | {"paint-order", "vector-effect", "background", "background-color", "mix-blend-mode", "isolation"}
    | {"color-interpolation", "color-rendering", "shape-rendering", "text-rendering", "image-rendering"}
)
TEXT = frozenset(
    {"font", "font-family", "font-size", "font-size-adjust", "font-weight", "font-style", "font-stretch"}
    | {"font-variant", "font-variant-caps", "font-variant-ligatures", "font-variant-numeric", "font-kerning"}
    | {"font-feature-settings", "font-variation-settings", "text-anchor", "text-align", "text-indent"}
    | {"text-transform", "text-decoration", "text-decoration-line", "text-decoration-style", "text-decoration-color"}
    | {"text-orientation", "letter-spacing", "word-spacing", "line-height", "white-space", "writing-mode", "direction"}
    | {"unicode-bidi", "baseline-shift", "dominant-baseline", "alignment-baseline"}
)
ATTRIBUTES = GEOMETRY | LOOK | TEXT
"""What draws, as an attribute or in ``style``."""
FUNCTIONS = frozenset(
    {"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "calc"}
    | {"matrix", "translate", "translatex", "translatey", "scale", "scalex", "scaley", "rotate", "skew"}
    | {"skewx", "skewy"}
)
"""What may stand before a bracket, in small letters; ``image-set(...)`` and its like fetch pictures."""

NOTE_SPACES = frozenset(
    {
        "http://www.inkscape.org/namespaces/inkscape",
        "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://creativecommons.org/ns#",
        "http://purl.org/dc/elements/1.1/",
    }
)
"""Vocabularies of which nothing shows the elements or carries them out."""
NOTE_ELEMENT = "metadata"
NOTES = frozenset(
    {"class", "version", "baseProfile", "lang", "role", "tabindex", "focusable", "content", "zoomAndPan"}
    | {"contentScriptType", "contentStyleType", "enable-background", "pointer-events", "cursor"}
    | {
        "shape-padding",
        "shape-margin",
        "solid-color",
        "solid-opacity",
        "filter-blend-mode",
        "filter-gaussianBlur-deviation",
    }
    | {"flood-color", "flood-opacity", "lighting-color", "color-interpolation-filters"}
)
"""Attributes that draw nothing where there is no style sheet, filter or reader that can click."""
NOTE_STARTS = ("data-", "aria-", "-inkscape-")
NOTHING = frozenset({"none", "normal", "auto"})
"""Said of anything else, these mean that it isn't there: ``filter: none``."""
