; The installer for Windows (Inno Setup 6), for one user: nothing needs an administrator.
;
;   python packaging\build.py onedir
;   iscc packaging\windows\cable-reader.iss
;
; The lines of the registry are rendered from FORMATS: python packaging\render.py

#define Root SourcePath + "..\.."
#ifndef ReleaseVersion
  #define ReleaseVersion "0.1.0"
#endif

[Setup]
AppId={{6F2C4B7E-5D0A-4C55-9E0B-3A7B1D0C8E42}
AppName=Cable Reader
AppVersion={#ReleaseVersion}
AppPublisher=The Cable Reader authors
DefaultDirName={localappdata}\Programs\Cable Reader
DefaultGroupName=Cable Reader
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
ChangesEnvironment=yes
Compression=lzma2
SolidCompression=yes
LicenseFile={#Root}\LICENSE
OutputDir={#Root}\dist
OutputBaseFilename=cable-reader-{#ReleaseVersion}-setup
SetupIconFile={#Root}\resources\icons\cable-reader.ico
UninstallDisplayIcon={app}\cable-reader-window.exe
WizardStyle=modern

[Files]
Source: "{#Root}\dist\cable-reader\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "{#Root}\resources\icons\cable-file.ico"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{userprograms}\Cable Reader"; Filename: "{app}\cable-reader-window.exe"; AppUserModelID: "CableReader.CableReader"

#include "types.iss"

[Run]
Filename: "{app}\cable-reader-window.exe"; Description: "Open Cable Reader"; Flags: nowait postinstall skipifsilent

; What the user has made, in %LOCALAPPDATA%\cable-reader, is left when the program is removed.
