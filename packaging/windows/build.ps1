# Builds the program and its installer on Windows. Needs Python 3.11 or newer and Inno Setup 6.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
python packaging\build.py onedir
if ($LASTEXITCODE) { exit $LASTEXITCODE }
$version = python -c "import sys; sys.path.insert(0, '.'); import reader; print(reader.__version__)"
& iscc "/DReleaseVersion=$version" packaging\windows\cable-reader.iss
if ($LASTEXITCODE) { exit $LASTEXITCODE }
Get-FileHash "dist\cable-reader-$version-setup.exe" -Algorithm SHA256
