"""How often who may knock: counted by every web process together, and by no flood pushed out."""

import multiprocessing
import os
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kentongan.faces.counter.counter import limits
from kentongan.faces.counter.store import MOST, PLACES, SIZE, Knocks


@pytest.fixture
def file(tmp_path):
    return tmp_path / "knocks"


def hammer(path, times):
    knocks = Knocks(path)
    for _ in range(times):
        knocks.knock(b"tamu", minute=1)


def test_two_processes_count_together_and_lose_no_knock(file):
    made = multiprocessing.get_context("spawn")
    workers = [made.Process(target=hammer, args=(file, 500)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0]
    assert Knocks(file).knock(b"tamu", minute=1) == 1001


def test_a_flood_of_addresses_pushes_nobodys_count_out_and_grows_no_file(file):
    knocks = Knocks(file)
    for _ in range(31):
        knocks.knock(b"tamu", minute=1)
    for n in range(20_000):
        knocks.knock(n.to_bytes(4, "big"), minute=1)
    assert knocks.knock(b"tamu", minute=1) == 32
    assert file.stat().st_size == SIZE


def test_a_flood_refuses_no_newcomer(file):
    knocks = Knocks(file)
    for n in range(PLACES // 2):
        knocks.knock(n.to_bytes(4, "big"), minute=1)
    wrong = [knocks.knock(b"baru %d" % n, minute=1) for n in range(200)]
    assert max(wrong) <= 3


def test_each_minute_begins_anew_and_the_one_before_is_still_there(file):
    knocks = Knocks(file)
    assert [knocks.knock(b"tamu", minute=m) for m in (7, 7, 8, 7, 8, 9, 7)] == [1, 2, 1, 3, 2, 1, 1]


def test_a_count_stops_where_its_place_is_full(file):
    knocks = Knocks(file)
    knocks._memory[16:SIZE] = b"\xff" * (SIZE - 16)
    knocks._memory[8:16] = (1).to_bytes(8, "little")
    assert knocks.knock(b"tamu", minute=1) == MOST


def test_a_file_of_another_length_is_made_right(file):
    file.write_bytes(b"x" * 100)
    assert Knocks(file).knock(b"tamu", minute=5) == 1
    assert file.stat().st_size == SIZE
    assert file.stat().st_mode & 0o077 == 0 or os.umask(0o077)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.binary(max_size=3), max_size=60))
def test_nobody_is_ever_counted_too_low(tmp_path, names):
    file = tmp_path / "any"
    file.unlink(missing_ok=True)
    knocks, true = Knocks(file), {}
    for name in names:
        true[name] = true.get(name, 0) + 1
        assert knocks.knock(name, minute=1) >= true[name]
    knocks.close()


def knock(rf, now, address, **more):
    request = rf.get("/cari/", REMOTE_ADDR=address, **more)
    request.now = now
    return limits.too_many(request, "test", per_minute=2)


def test_an_ipv6_house_is_one_knocker_and_ipv4_in_ipv6_is_itself(rf, now, fresh_limits):
    for host in ("2001:db8:1:2::1", "2001:db8:1:2::2"):
        assert knock(rf, now, host) is None
    assert knock(rf, now, "2001:db8:1:2:ffff::3").status_code == 429
    assert knock(rf, now, "2001:db8:1:3::1") is None
    for host in ("192.0.2.7", "::ffff:192.0.2.7"):
        assert knock(rf, now, host) is None
    assert knock(rf, now, "192.0.2.7").status_code == 429
    assert knock(rf, now, "192.0.2.8") is None


def test_what_names_no_address_is_counted_as_it_stands(rf, now, fresh_limits):
    assert knock(rf, now, "") is None
    assert knock(rf, now, "127.0.0.1", HTTP_X_FORWARDED_FOR="bukan alamat") is None
    assert knock(rf, now, "127.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.4, bukan alamat") is None
    assert knock(rf, now, "127.0.0.1", HTTP_X_FORWARDED_FOR="bukan alamat").status_code == 429


def test_where_nothing_can_be_counted_nobody_is_refused(rf, now, settings, tmp_path, caplog):
    (tmp_path / "a file").write_text("")
    settings.KNOCKS = tmp_path / "a file" / "knocks"
    assert [knock(rf, now, "192.0.2.7") for _ in range(5)] == [None] * 5
    assert "Nobody counts" in caplog.text
    assert "192.0.2.7" not in caplog.text


def test_no_address_stands_in_the_file(rf, now, fresh_limits, settings):
    knock(rf, now, "192.0.2.7")
    assert b"192.0.2.7" not in settings.KNOCKS.read_bytes()
    assert isinstance(limits.knocks(settings.KNOCKS), Knocks)


def test_the_doors_count_apart(rf, now, fresh_limits):
    request = SimpleNamespace(now=now, META={"REMOTE_ADDR": "192.0.2.7"})
    for door in ("verify", "search"):
        for _ in range(2):
            assert limits.too_many(request, door, per_minute=2) is None
