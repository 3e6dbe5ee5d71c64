"""The kit of the office: one class per screen, four kinds of screen.

`ListScreen` shows rows, `DetailScreen` one thing, `FormScreen` writes by one action, `ActScreen` is one verb
behind a button. All ask for a signed-in person, take the clock from the request, answer 404 to what isn't
visible and a sentence (403) to what is visible but refused.
"""

from kentongan.ground.ui.office.components import components
from kentongan.ground.ui.office.forms import ActScreen, FormScreen
from kentongan.ground.ui.office.lists import Column, ListScreen
from kentongan.ground.ui.office.screen import DetailScreen, Empty, Screen, Tool

__all__ = ["ActScreen", "Column", "DetailScreen", "Empty", "FormScreen", "ListScreen", "Screen", "Tool", "components"]
