"""`{% load frontdesk %}`: weekdays and months by name."""

from datetime import date

from django import template
from django.utils import translation

from kentongan.ground.ui.rules.words import DAYS, MONTHS, tongue

register = template.Library()


@register.filter
def weekday(value: date) -> str:
    """`Senin`"""
    return DAYS[tongue(translation.get_language())][value.weekday()]


@register.filter
def month_name(value: date) -> str:
    """`November 2026`"""
    return f"{MONTHS[tongue(translation.get_language())][value.month - 1]} {value.year}"
