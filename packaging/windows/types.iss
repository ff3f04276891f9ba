; The types of Cable Reader, for the user who installs: never UserChoice, which is his own.
[Registry]
Root: HKCU; Subkey: "Software\Classes\CableReader.cable.1"; ValueType: string; ValueName: ""; ValueData: "US diplomatic cable"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\CableReader.cable.1\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\cable-file.ico"
Root: HKCU; Subkey: "Software\Classes\CableReader.cable.1\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\cable-reader-window.exe"" ""%1"""
Root: HKCU; Subkey: "Software\Classes\.cable"; ValueType: string; ValueName: ""; ValueData: "CableReader.cable.1"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.cable"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-us-diplomatic-cable"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.cable\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.csv\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.eml\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.gz\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.htm\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.html\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.json\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.jsonl\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.markdown\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.md\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.mdown\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.ndjson\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.pdf\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.sql\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.tar\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.text\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.tgz\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.txt\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.xhtml\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.xml\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.zip\OpenWithProgids"; ValueType: string; ValueName: "CableReader.cable.1"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\cable"; ValueType: string; ValueName: ""; ValueData: "URL:US diplomatic cable"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\cable"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\cable\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\cable-reader-window.exe"" ""%1"""
Root: HKCU; Subkey: "Software\CableReader\Capabilities"; ValueType: string; ValueName: "ApplicationName"; ValueData: "Cable Reader"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\CableReader\Capabilities"; ValueType: string; ValueName: "ApplicationDescription"; ValueData: "Read US diplomatic cables"
Root: HKCU; Subkey: "Software\CableReader\Capabilities\FileAssociations"; ValueType: string; ValueName: ".cable"; ValueData: "CableReader.cable.1"
Root: HKCU; Subkey: "Software\CableReader\Capabilities\URLAssociations"; ValueType: string; ValueName: "cable"; ValueData: "CableReader.cable.1"
Root: HKCU; Subkey: "Software\RegisteredApplications"; ValueType: string; ValueName: "Cable Reader"; ValueData: "Software\CableReader\Capabilities"; Flags: uninsdeletevalue
