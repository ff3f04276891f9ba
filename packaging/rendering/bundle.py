"""What macOS is told of the bundle."""

from __future__ import annotations

import plistlib

from reader import __version__
from reader.registering.entries import NAME, SCHEME, TITLE, file_types, offered_types
from rendering.tables import APP_ID, other_endings, own_endings


def info_plist() -> str:
    """What macOS is told of the bundle: Viewer of everything, Owner of its own type."""
    own = [
        {
            "CFBundleTypeName": each.title,
            "CFBundleTypeRole": "Viewer",
            "CFBundleTypeIconFile": "cable-file.icns",
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": [f"{APP_ID}.cable"],
        }
        for each in file_types()
    ]
    others = {
        "CFBundleTypeName": "File that may hold cables",
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Alternate",
        "CFBundleTypeExtensions": [ending[1:] for ending in other_endings()],
        "CFBundleTypeMIMETypes": list(offered_types()),
    }
    exported = [
        {
            "UTTypeIdentifier": f"{APP_ID}.cable",
            "UTTypeDescription": each.title,
            "UTTypeConformsTo": ["public.plain-text"],
            "UTTypeIconFile": "cable-file.icns",
            "UTTypeTagSpecification": {
                "public.filename-extension": [ending[1:] for ending in own_endings()],
                "public.mime-type": [each.mime_type],
            },
        }
        for each in file_types()
    ]
    return plistlib.dumps(
        {
            "CFBundleName": TITLE,
            "CFBundleDisplayName": TITLE,
            "CFBundleIdentifier": APP_ID,
            "CFBundleShortVersionString": __version__,
            "CFBundleVersion": __version__,
            "CFBundlePackageType": "APPL",
            "CFBundleExecutable": NAME,
            "CFBundleIconFile": f"{NAME}.icns",
            "CFBundleDocumentTypes": [*own, others],
            "CFBundleURLTypes": [
                {
                    "CFBundleURLName": f"{APP_ID}.link",
                    "CFBundleURLSchemes": [SCHEME],
                    "CFBundleTypeRole": "Viewer",
                }
            ],
            "UTExportedTypeDeclarations": exported,
            "LSMinimumSystemVersion": "12.0",
            "LSApplicationCategoryType": "public.app-category.productivity",
            "NSHighResolutionCapable": True,
            "NSHumanReadableCopyright": "The Cable Reader authors. MIT licence.",
        },
        sort_keys=False,
    ).decode()
