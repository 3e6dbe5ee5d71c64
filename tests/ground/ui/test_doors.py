"""The pages before and beside the office: signing in, the second step, what an error says."""

import pytest
from django.template.loader import render_to_string
from django.test import Client


@pytest.fixture
def stranger(house, settings):
    settings.ROOT_URLCONF = "tests.ground.ui.demo_rooms"
    return Client()


def test_the_door_is_ours_and_offers_no_signing_up(stranger):
    page = stranger.get("/masuk/login/").content.decode()
    assert 'class="plain-mast"' in page
    assert "Accounts are opened by your administrator." in page or "Akun dibuka oleh pengelola." in page
    assert "/signup/" not in page
    assert 'type="password"' in page


def test_a_wrong_password_keeps_the_address_and_says_so(stranger):
    answer = stranger.post("/masuk/login/", {"login": "dewi@tirtakencana.example", "password": "salah"})
    page = answer.content.decode()
    assert 'class="errors' in page
    assert 'value="dewi@tirtakencana.example"' in page
    assert "salah" not in page


@pytest.mark.parametrize("path", ["/masuk/2fa/", "/masuk/logout/", "/masuk/password/change/"])
def test_pages_of_ones_own_account_wear_the_shell(office, path):
    answer = office.get(path, follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="plain-mast"' in page
    assert "style=" not in page


def test_the_authenticators_code_is_shown_with_its_secret(office, house):
    from allauth.account.internal.flows.login import record_authentication  # what a real sign-in notes
    from django.test import RequestFactory

    request = RequestFactory().get("/")
    session = office.session
    request.session, request.user = session, house.account("writer")
    record_authentication(request, request.user, method="password")
    session.save()
    page = office.get("/masuk/2fa/totp/activate/").content.decode()
    assert 'class="qr"' in page
    assert 'src="data:image/svg+xml;' in page
    assert 'id="authenticator_secret"' in page


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"])
def test_an_error_page_needs_nothing_to_be_whole(name):
    page = render_to_string(name)
    assert page.count("<h1>") == 1
    assert 'href="/"' in page
    assert "None" not in page


def test_an_address_that_isnt_there_says_what_to_do(office):
    answer = office.get("/uji/tidak-ada/")
    assert answer.status_code == 404
    assert b"This page isn&#x27;t here" in answer.content or b"This page isn't here" in answer.content
