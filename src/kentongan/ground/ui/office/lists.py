"""The list: filter, sort, page, take along, and what an empty one says. The same queries for 1 row and for 3,000."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any, ClassVar

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.text import slugify
from openpyxl import Workbook

from kentongan.ground.ui.office.screen import Empty, Screen
from kentongan.ground.ui.rules import words
from kentongan.ground.ui.rules.export import cell as spreadsheet_cell
from kentongan.ground.ui.rules.export import csv_cell

CHUNK = 2000  # rows fetched at a time on the way into a file
XLSX_ROWS = 1_048_575  # a sheet holds 1,048,576 rows, the heading among them (Excel's specification)


@dataclass(frozen=True)
class Column:
    """One column: `cell` takes the row (or names an attribute path); `sort` names the fields it sorts by.

    `shown` overrides what the page shows (a tag, a short date), `cell` stays what a file takes along.
    `link` gives the cell's address. The first column is the row's heading.
    """

    name: str
    title: Any
    cell: Callable[[Any], Any] | str | None = None
    sort: str | Sequence[str] = ()
    number: bool = False
    shown: Callable[[Any], Any] | None = None
    link: Callable[[Any], str] | None = None
    exported: bool = True

    def value(self, row: Any) -> Any:
        """The plain value, for a file and, where nothing else is said, for the page."""
        if callable(self.cell):
            return self.cell(row)
        found = row
        for part in (self.cell or self.name).split("."):
            found = getattr(found, part, None)
        return found() if callable(found) else found

    def fields(self) -> tuple[str, ...]:
        return (self.sort,) if isinstance(self.sort, str) else tuple(self.sort)


class ListScreen(Screen):
    """Rows with one address each. Costs a count and a page of rows, whatever their number.

    `filterset_class` is a django-filter FilterSet; its form filters by GET, so a filtered list has an address.
    """

    template = "ui/list.html"
    columns: ClassVar[Sequence[Column]] = ()
    filterset_class: ClassVar[Any] = None
    page_size: ClassVar[int] = 25
    default_sort: ClassVar[str] = ""  # a column's name, with - for the other way round
    exports: ClassVar[bool] = True

    def empty(self) -> Empty:
        """What belongs here, and the first action; every list says it."""
        raise NotImplementedError(f"{type(self).__name__} doesn't say what an empty list says")

    def row_url(self, row: Any) -> str:
        """Where a row's heading leads; the default is the row's own page, if it has one."""
        own = getattr(row, "get_absolute_url", None)
        return own() if own else ""

    # ---- The rows ----

    @cached_property
    def filter(self) -> Any:
        if self.filterset_class is None:
            return None
        return self.filterset_class(self.request.GET, queryset=self.rows(), request=self.request)

    @cached_property
    def filtered(self) -> bool:
        """Whether the reader has narrowed the list."""
        return self.filter is not None and any(self.request.GET.get(name) for name in self.filter.form.fields)

    @cached_property
    def sort(self) -> str:
        """The asked order, if a column knows it; anything else falls back, for an address may be old."""
        asked = self.request.GET.get("sort", "")
        known = {column.name for column in self.columns if column.sort}
        return asked if asked.removeprefix("-") in known else self.default_sort

    def sorted_rows(self) -> QuerySet[Any]:
        """Filtered and in order; the key breaks ties, so that no row is on two pages or on none."""
        found = self.filter.qs if self.filter is not None else self.rows()
        name, down = self.sort.removeprefix("-"), self.sort.startswith("-")
        column = next((c for c in self.columns if c.name == name), None)
        if column is None:
            return found if found.ordered else found.order_by("-pk")
        fields = column.fields()
        return found.order_by(*(_turned(f) if down else f for f in fields), "-pk" if down else "pk")

    # ---- The page ----

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        wanted = request.GET.get("export")
        if self.exports and wanted == "csv":
            return self._csv()
        if self.exports and wanted == "xlsx":
            return self._xlsx()
        return self.page()

    def page(self, *, status: int = 200, **more: Any) -> HttpResponse:
        paginator = Paginator(self.sorted_rows(), self.page_size)
        page: Page[Any] = paginator.get_page(self.request.GET.get("page"))
        rows = [self._row(row) for row in page.object_list]
        # Only an empty list asks a third time: is there nothing, or nothing that matches?
        total = paginator.count if rows or not self.filtered else self.rows().count()
        words_ = {
            "rows": rows,
            "page": page,
            "pages": list(paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)),
            "gap": paginator.ELLIPSIS,
            "heads": [self._head(column) for column in self.columns],
            "filter": self.filter,
            "filtered": self.filtered,
            "total": total,
            "has_any": total > 0,
            "empty": self.empty() if total == 0 else None,
            "sort": self.sort,
            "default_sort": self.default_sort,
            "exports": self.exports,
        }
        return super().page(status=status, **{**words_, **more})

    def _row(self, row: Any) -> list[dict[str, Any]]:
        cells = []
        for place, column in enumerate(self.columns):
            shown = column.shown(row) if column.shown else column.value(row)
            url = column.link(row) if column.link else (self.row_url(row) if place == 0 else "")
            cells.append(
                {
                    "shown": _readable(shown),
                    "url": url,
                    "heading": place == 0,
                    "title": column.title,
                    "number": column.number,
                }
            )
        return cells

    def _head(self, column: Column) -> dict[str, Any]:
        head: dict[str, Any] = {"title": column.title, "number": column.number, "aria": "", "sort_url": ""}
        if column.sort:
            query = self.request.GET.copy()
            query.pop("page", None)
            query["sort"] = f"-{column.name}" if self.sort == column.name else column.name
            head["sort_url"] = f"?{query.urlencode()}"
            if self.sort.removeprefix("-") == column.name:
                head["aria"] = "descending" if self.sort.startswith("-") else "ascending"
        return head

    # ---- Taking it along ----

    def _table(self) -> Iterator[list[Any]]:
        """The heading and every filtered row, in the reader's language and the office's zone.

        A stream is read after the middleware has put language and zone back: they are kept here and set for each row.
        """
        taken = [column for column in self.columns if column.exported]
        rows = self.sorted_rows()
        language, zone = translation.get_language(), timezone.get_current_timezone()
        heading = [str(column.title) for column in taken]

        def read() -> Iterator[list[Any]]:
            yield heading
            for row in rows.iterator(chunk_size=CHUNK):
                with translation.override(language), timezone.override(zone):
                    line = [_local(column.value(row)) for column in taken]
                    line = [str(value) if isinstance(value, Promise) else value for value in line]
                yield line

        return read()

    def _file_name(self, ending: str) -> str:
        day = timezone.localtime(self.now).date().isoformat()
        return f"{slugify(self.heading()) or 'kentongan'}-{day}.{ending}"

    def _csv(self) -> StreamingHttpResponse:
        writer, table = csv.writer(_Echo()), self._table()

        def body() -> Iterator[str]:
            yield "\ufeff"  # tells spreadsheets that this is UTF-8; without it names with accents break
            for row in table:
                yield writer.writerow([csv_cell(value) for value in row])

        response = StreamingHttpResponse(body(), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{self._file_name("csv")}"'
        return response

    def _xlsx(self) -> FileResponse:
        book = Workbook(write_only=True)
        sheet = book.create_sheet(title="Kentongan")
        for place, row in enumerate(self._table()):
            if place > XLSX_ROWS:
                break
            sheet.append([spreadsheet_cell(value) for value in row])
        file = BytesIO()
        book.save(file)
        file.seek(0)
        return FileResponse(file, as_attachment=True, filename=self._file_name("xlsx"))


class _Echo:
    """A file that hands back what is written to it, so that a CSV streams."""

    def write(self, line: str) -> str:
        return line


def _turned(field: str) -> str:
    return field[1:] if field.startswith("-") else f"-{field}"


def _local(value: Any) -> Any:
    if hasattr(value, "tzinfo") and hasattr(value, "hour") and hasattr(value, "year") and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def _readable(value: Any) -> Any:
    """How a page shows a plain value: moments, days and numbers in words, nothing as a dash."""
    language = translation.get_language() or "en"
    if value is None or value == "":
        return "–"
    if isinstance(value, bool) or hasattr(value, "__html__"):
        return value
    if hasattr(value, "hour") and hasattr(value, "year"):
        here = _local(value)
        return f"{words.short_day(here, language)}, {words.clock(here, language, zone=False)}"
    if hasattr(value, "weekday"):
        return words.short_day(value, language)
    if isinstance(value, int | float):
        return words.number(value, language)
    return value
