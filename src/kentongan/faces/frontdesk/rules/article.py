"""A release as machines read it: schema.org's NewsArticle, in the release's own page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True)
class Publisher:
    """Whose words they are."""

    name: str
    url: str


def linked_data(said: Mapping[str, Any], publisher: Publisher) -> str:
    """JSON-LD that can stand in a page: `<` and `&` are escaped as JSON allows, so no text ends its element.

    `said` holds url, headline, description, published, modified, version, language, number, images, corrections
    (note, moment, address) and withdrawn with withdrawn_at; moments are aware.
    """
    owner = {"@type": "GovernmentOrganization", "name": publisher.name, "url": publisher.url}
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": said["url"],
        "mainEntityOfPage": said["url"],
        "headline": said["headline"][:110],
        "description": said["description"],
        "datePublished": _moment(said["published"]),
        "dateModified": _moment(said["modified"]),
        "version": said["version"],
        "inLanguage": said["language"],
        "identifier": said["number"],
        "isAccessibleForFree": True,
        "author": owner,
        "publisher": owner,
        "image": list(said["images"]),
        "correction": [
            {"@type": "CorrectionComment", "text": note, "datePublished": _moment(at), "url": url}
            for note, at, url in said["corrections"]
        ],
    }
    if said["withdrawn"]:
        data["creativeWorkStatus"] = "Withdrawn"
        data["correction"].append(
            {"@type": "CorrectionComment", "text": said["withdrawn"], "datePublished": _moment(said["withdrawn_at"])}
        )
    kept = {key: value for key, value in data.items() if value != []}
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
