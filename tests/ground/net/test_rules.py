"""What may be reached."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentongan.ground.net.rules import NotAllowed, after_redirect, may_reach, target_of

BARRED = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1",
    "fd12::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
    "2001:0:7f00:1::", "::127.0.0.1", "nonsense", "", "1.2.3", "0x7f.1",
]  # fmt: skip
PUBLIC = ["1.1.1.1", "103.10.60.1", "172.32.0.1", "2606:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"]


@pytest.mark.parametrize("address", BARRED)
def test_what_isnt_on_the_public_internet_is_barred(address):
    assert may_reach(address) is False


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_internet_is_reached(address):
    assert may_reach(address) is True


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_alike_in_every_dress(address):
    dressed = [f"::ffff:{address}", str(ipaddress.ip_address(int(ipaddress.ip_address("64:ff9b::")) | int(address)))]
    assert {may_reach(one) for one in dressed} == {may_reach(str(address))}


@given(st.ip_addresses())
def test_nothing_private_by_pythons_own_list_is_reached(address):
    if address.is_private or address.is_loopback or address.is_link_local or address.is_multicast:
        assert not may_reach(str(address)) or getattr(address, "ipv4_mapped", None) is not None


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("ftp://warta.example/", "only http"),
        ("file:///etc/passwd", "only http"),
        ("//warta.example/", "without a scheme"),
        ("http:///x", "no host"),
        ("http://dewi:rahasia@warta.example/", "password"),
        ("http://warta.example:25/", "port 25"),
        ("http://warta.example:0/", "port 0"),
        ("http://warta.example:99999/", "can't be read"),
        ("http://warta.example/a b", "blanks"),
        ("http://warta.example/\r\nHost: x", "blanks"),
        ("http://[::1/", "can't be read"),
        ("http://warta.example/" + "a" * 5000, "longer"),
    ],
)
def test_an_address_that_isnt_for_us_is_refused_in_words(url, word):
    with pytest.raises(NotAllowed, match=word):
        target_of(url)


def test_an_address_is_taken_apart_for_the_request_line():
    target = target_of("https://Warta.EXAMPLE/berita/jalan rusak".replace(" ", "%20") + "?q=é&p=1#bagian")
    assert (target.host, target.port, target.path) == ("warta.example", 443, "/berita/jalan%20rusak?q=%C3%A9&p=1")
    assert target_of("http://bücher.example/").host == "xn--bcher-kva.example"
    assert target_of("http://[2606:4700::1]:8080/").host_header == "[2606:4700::1]:8080"


def test_an_exception_opens_one_place_and_no_other():
    assert target_of("http://127.0.0.1:9999/", allowed=frozenset({"127.0.0.1:9999"})).port == 9999
    with pytest.raises(NotAllowed):
        target_of("http://127.0.0.1:9998/", allowed=frozenset({"127.0.0.1:9999"}))


def test_redirects_change_the_method_as_the_standard_says():
    origin = target_of("https://a.example/x/y")
    assert after_redirect(302, "POST", origin, "z") == ("https://a.example/x/z", "GET", False)
    assert after_redirect(303, "POST", origin, "/z") == ("https://a.example/z", "GET", False)
    assert after_redirect(307, "POST", origin, "//b.example/") == ("https://b.example/", "POST", True)
    assert after_redirect(301, "HEAD", origin, "/z") == ("https://a.example/z", "HEAD", False)
