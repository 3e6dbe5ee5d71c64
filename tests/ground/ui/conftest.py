"""A signed-in writer in the tiny desk of `demo_rooms`."""

import pytest
from tests.ground.ui import demo_rooms


@pytest.fixture
def office(client, house, settings):
    settings.ROOT_URLCONF = "tests.ground.ui.demo_rooms"
    demo_rooms.WRITTEN.clear()
    account = house.account("writer")
    account.language = "en"
    account.save()
    client.force_login(account)
    return client
