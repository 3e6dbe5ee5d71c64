"""Fill the database with 2,000 fictional releases and print the page of one: `python -m …make`, in its own process."""

import random
from datetime import UTC, datetime, timedelta

from benchmarks.public_page_site.wsgi import FOLDER, PAGE, Article
from kentongan.ground.press.store import Store

WORDS = """
bupati tirta kencana membuka pelatihan bagi perangkat desa sawah irigasi pasar jembatan warga kecamatan air bersih
posyandu sekolah anggaran tahun ini dinas pekerjaan umum menyampaikan bahwa pembangunan berjalan sesuai rencana serta
mengajak masyarakat menjaga lingkungan dan melaporkan kerusakan jalan melalui kanal pengaduan
""".split()  # noqa: SIM905 - a list of quoted words is harder to read


def text(random_: random.Random, words: int) -> str:
    return " ".join(random_.choices(WORDS, k=words)).capitalize() + "."


def articles() -> list[Article]:
    made, first = [], datetime(2026, 1, 5, 2, tzinfo=UTC)
    for number in range(1, 2001):
        random_ = random.Random(number)
        body = [{"kind": "paragraph", "text": text(random_, 44)} for _ in range(32)]
        body[3] = {"kind": "quote", "text": text(random_, 30), "speaker": "Bupati Tirta Kencana"}
        body[12] = {"kind": "heading", "text": text(random_, 5)}
        made.append(
            Article(
                number=number,
                title=text(random_, 9),
                lead=text(random_, 34),
                body=body,
                opened_at=first + timedelta(hours=number),
                topic=f"Topik {number % 12}",
            )
        )
    return made


def main() -> None:
    from django.db import connection
    from django.test import Client

    with connection.schema_editor() as editor:
        editor.create_model(Article)
    Article.objects.bulk_create(articles(), batch_size=200)
    answer = Client(headers={"host": "127.0.0.1"}).get(f"/{PAGE}")
    assert answer.status_code == 200
    Store(FOLDER / "site").print({f"{PAGE}index.html": answer.content})


if __name__ == "__main__":
    main()
