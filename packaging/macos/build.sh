#!/bin/sh
# Builds the bundle and a disk image on macOS 12 or newer. Needs Python 3.11 or newer.
#
#   SIGN_AS="Developer ID Application: ..."  signs it; without, it is signed for this machine alone
#   NOTARY_PROFILE=...                       has Apple check it (xcrun notarytool store-credentials)
set -eu
cd "$(dirname "$0")/../.."
python3 packaging/build.py onedir
version=$(python3 -c 'import reader; print(reader.__version__)')
bundle="dist/Cable Reader.app"
image="dist/cable-reader-$version.dmg"

cp resources/icons/cable-file.icns "$bundle/Contents/Resources/"
plutil -lint "$bundle/Contents/Info.plist"
codesign --force --deep --options runtime --sign "${SIGN_AS:--}" "$bundle"
codesign --verify --deep --strict "$bundle"

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$bundle" "$staging/"
ln -s /Applications "$staging/Applications"
hdiutil create -volname "Cable Reader" -srcfolder "$staging" -format UDZO -ov "$image"
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
shasum -a 256 "$image"
