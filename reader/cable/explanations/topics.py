"""Every part of a header that explains itself, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.explanations import addressing, classifying, matter, sending

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.cable.explanations.explanation import Explanation
    from reader.cable.model import Cable

TOPICS: Final[dict[str, Callable[[Cable, int], Explanation]]] = {
    "subject": matter.subject,
    "tag": matter.tag,
    "id": matter.reference_id,
    "classification": classifying.classification,
    "caption": classifying.caption,
    "order": classifying.executive_order,
    "sent": sending.sent,
    "precedence": sending.precedence,
    "sections": sending.sections,
    "signature": sending.signature,
    "transmission": sending.transmission_id,
    "station": sending.station_line,
    "security": sending.security_line,
    "routing": addressing.routing,
    "originator": addressing.originator,
    "action": addressing.action,
    "others": addressing.others,
    "info": addressing.info,
    "passing": addressing.passing,
}


def explain(cable: Cable, topic: str, number: int = 0) -> Explanation:
    """What a part of a cable's header is and how it was read; `topic` is a key of TOPICS."""
    return TOPICS[topic](cable, number)
