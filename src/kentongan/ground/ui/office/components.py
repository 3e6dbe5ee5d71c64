"""The living page of components: every part as the templates really draw it, in every state. For who builds screens."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from kentongan.ground.ui.office.screen import Empty, Screen
from kentongan.ground.ui.registry import Alarm
from kentongan.ground.ui.rules import charts
from kentongan.ground.ui.rules.refusal import Refusal


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=gettext_lazy("Name"), help_text=gettext_lazy("As it must be printed."))
    level = forms.ChoiceField(
        label=gettext_lazy("Level"),
        choices=[("public", gettext_lazy("Public")), ("internal", gettext_lazy("Internal"))],
        widget=forms.RadioSelect,
    )
    on = forms.DateField(label=gettext_lazy("Day"), required=False)
    text = forms.CharField(label=gettext_lazy("Text"), widget=forms.Textarea, required=False)
    heard = forms.BooleanField(label=gettext_lazy("The family was heard"), required=False)


class Components(Screen):
    """Every component, living: what is shown here is what the desks use."""

    title = gettext_lazy("Components")
    intro = gettext_lazy("One example of each part and state, drawn by the same templates as every screen.")
    template = "ui/components.html"

    def context(self) -> dict[str, Any]:
        wrong = SampleForm({"name": "", "level": "public", "on": "2026-13-01", "text": "Tetap di sini."})
        wrong.is_valid()
        return {**_states(), **_texts(self.now), **_charts(), "form": wrong, "fresh": SampleForm(auto_id="fresh_%s")}


components = Components.as_view()


def _states() -> dict[str, Any]:
    return {
        "tags": [
            (_("Draft"), ""),
            (_("Waits for approval"), "kunyit"),
            (_("Embargoed"), "nila"),
            (pgettext("state", "Open"), "daun"),
            (_("Corrected"), "soga"),
            (_("Withdrawn"), "mengkudu"),
        ],
        "samples": [
            Alarm(
                _("Not sent"),
                _("3 of 38 newsrooms have no correction yet."),
                "",
                "Dewi Anggraini",
                pgettext("verb", "Open"),
                "#isi",
            ),
            Alarm(
                _("News reader"),
                _("A newspaper's page can't be read."),
                "",
                "Arif Budiman",
                pgettext("verb", "Open"),
                "#isi",
                tone="kunyit",
            ),
        ],
        "empty": Empty(
            _("No newsroom is on this list yet."),
            _("Add them one by one, or import a spreadsheet."),
            _("Add a newsroom"),
            "#isi",
        ),
        "refusal": Refusal(
            _("You can't approve a text that you wrote yourself."), then=_("Nugroho can approve it now.")
        ),
        "verdicts": [
            {
                "kind": "yes",
                "tag": _("Genuine"),
                "tone": "daun",
                "heading": _("Yes, we issued this release"),
                "sentence": _("The text is the same as the version in force."),
                "key": "v1",
                "facts": [(_("Number"), "480/217/PROKOPIM/2026")],
            },
            {
                "kind": "old",
                "tag": _("Old version"),
                "tone": "soga",
                "heading": _("This is version 1. We corrected it"),
                "sentence": _("Please use version 2."),
                "key": "v2",
                "pieces": [("same", "… mengairi "), ("del", "1.482"), ("ins", "1.284"), ("same", " hektare …")],
            },
            {
                "kind": "no",
                "tag": _("Not from us"),
                "tone": "mengkudu",
                "heading": _("We never issued this text"),
                "sentence": _("Don't pass it on yet."),
                "key": "v3",
            },
        ],
    }


def _texts(now: Any) -> dict[str, Any]:
    return {
        "moment_now": now,
        "facts": [(_("Number"), "480/217/PROKOPIM/2026"), (_("Version"), "2")],
        "sources": [
            {"claim": "1.284 hektare", "text": "Berita acara 611/88/PUPR/2026, hlm. 3.", "url": "#isi"},
            {"claim": "3.106 keluarga", "text": "Dinas Pertanian, 31 Oktober 2026."},
        ],
        "figures": [{"label": "hektare sawah terairi", "value": "1.284"}, {"label": "hari", "value": "74"}],
        "tally": [
            {"label": _("Printed"), "value": "14", "url": "#isi", "note": "38"},
            {"label": _("Figures changed"), "value": "2", "url": "#isi", "late": True},
        ],
        "todo": [
            {
                "when": "15.00",
                "when_note": "28 menit lagi",
                "what": "Lembar wartawan",
                "verb": "Lengkapi",
                "url": "#isi",
            },
            {"when": "Lewat 2 hari", "what": "Perkara TK-26-0398", "verb": "Buka", "url": "#isi", "late": True},
        ],
        "items": [
            {"at": now, "what": "Rapat koordinasi", "where": "Bupati · Setda"},
            {"at": now + timedelta(hours=2), "what": "Audiensi Forum Anak", "where": "Dipindahkan", "off": True},
        ],
        "steps": [
            {"what": "Diterima dan diberi nomor", "when": "Rabu, 16 Desember 2026, 15.12 WIB"},
            {"what": "Jawaban", "note": "Paling lambat 4 Januari 2027.", "open": True},
        ],
        "days": {
            "heads": ["Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"],
            "cells": [
                {"label": "21", "kind": "past", "count": 1},
                {"label": "22", "kind": "past", "count": 2, "today": True},
                {"label": "23", "kind": "", "count": 3},
                {"label": "24", "kind": "out", "note": "Cuti bersama"},
                {"label": "25", "kind": "out", "note": "Natal"},
                {"label": "26", "kind": "out"},
                {"label": "27", "kind": "out"},
                {"label": "28", "kind": "due", "note": "jatuh tempo", "count": 4},
            ],
            "skipped": [{"day": "25 Desember", "why": "Natal"}],
            "basis": "Undang-Undang Nomor 14 Tahun 2008, Pasal 22 ayat (7).",
        },
        "pairs": [
            {
                "left": [("del", "Sebanyak 3.106"), ("same", " keluarga petani")],
                "right": [("ins", "Lebih dari 4.000"), ("same", " keluarga petani")],
                "finding": _("Figure changed"),
                "tone": "mengkudu",
            },
            {"left": [("same", "Sirene diuji pada Senin.")], "right": [], "finding": _("Cut")},
        ],
    }


def _charts() -> dict[str, Any]:
    return {
        "line_chart": charts.lines(
            [
                charts.Line("480/217: 14", [(0, 0), (2, 3), (6, 7), (12, 8), (18, 13), (22, 14)], "22 jam"),
                charts.Line("Nilai tengah: 10", [(0, 0), (6, 3), (12, 5), (24, 8), (48, 10)]),
            ],
            key="c1",
            finding="Siaran bendungan dimuat lebih cepat daripada biasanya",
            measure="Redaksi yang memuat, kumulatif, menurut jam sejak terbit",
            description="Siaran 480/217 dimuat 14 redaksi dalam 22 jam; nilai tengah 10 dalam 48 jam.",
            x_unit="jam",
        ),
        "bar_chart": charts.bars(
            [
                charts.Bar("2 Nov", 55, 47, 64),
                charts.Bar("9 Nov", 58, 49, 68),
                charts.Bar("16 Nov", 63, 54, 74),
                charts.Bar("23 Nov", 37, 31, 43, unfinished=True, note="2 hari"),
            ],
            key="c2",
            finding="Jangkauan naik tiga pekan berturut-turut",
            measure="Perkiraan pembaca tiap pekan, ribu",
            description="Antara 37 dan 63 ribu pembaca sepekan; pekan ini baru dua hari.",
            label_head=_("Week"),
        ),
    }
