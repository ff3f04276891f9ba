"""What only the carrier says of a cable: used where the telegram is silent, and told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cable.identifiers import canonical_id
from reader.cable.model import Classification, Reference, ReferenceKind

if TYPE_CHECKING:
    from reader.cable.model import Envelope, Header

# The fields of a header that a carrier may claim.
CLAIMABLE: Final = ("sent", "originator", "classification", "subject", "tags")


def claimed_classification(claim: str | None) -> Classification | None:
    """The classification that a carrier's word means: `CONFIDENTIAL//NOFORN`, `SECRET`."""
    word = (claim or "").upper().split("//")[0].strip()
    return next((item for item in Classification if item.value == word), None)


def claimed_references(envelope: Envelope) -> tuple[Reference, ...]:
    """The cables that a carrier says are cited, which have no place in the text."""
    return tuple(
        Reference(None, ReferenceKind.CABLE, canonical_id(name), name)
        for name in dict.fromkeys(envelope.references)
    )


def claimed_fields(own: Header, header: Header, *, has_references: bool) -> tuple[str, ...]:
    """The names of the fields that `header` has and the telegram's own header has not."""
    names = [name for name in CLAIMABLE if getattr(header, name) and not getattr(own, name)]
    if header.references and not has_references:
        names.append("references")
    return tuple(names)
