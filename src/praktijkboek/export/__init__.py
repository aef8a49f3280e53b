"""All published cases for other programs: JSON, CSV and GeoJSON, from the model of a case and nothing else."""

from praktijkboek.export.fields import FIELDS, Field
from praktijkboek.export.forms import FORMS, export, file_name

__all__ = ["FIELDS", "FORMS", "Field", "export", "file_name"]
