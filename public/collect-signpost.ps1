<#
.SYNOPSIS
Gathers what tells why Windows Hello or a sign-in does not work on this device, into one text file.

.DESCRIPTION
Read it before you run it: it reads, and writes one file. It changes no setting, sends nothing anywhere, and asks
nothing of the network itself. (dsregcmd /status, a tool of Windows, tests the connection of a device on its own.)

The file holds no password, key or token. It does hold names: user, device, domain, tenant and their IDs. The script
shows all of it at the end, so that you can read it, and take out what is nobody's business, before you pass it on.

It has two parts, since no account sees everything:
  User   in the affected user's own session, NOT elevated: their token, their Windows Hello key, their policy.
  Admin  in an elevated window: the test of the device key, the TPM, event logs, the policy of the device.
It finds out by itself in which window it runs. Run it twice to have both.

.PARAMETER Part
User or Admin. Left out, an elevated window gives Admin, any other one User.

.PARAMETER Path
The file to write. Left out, a new one in the Documents folder of the account that runs the script.

.EXAMPLE
powershell -NoProfile -ExecutionPolicy RemoteSigned -File .\collect-signpost.ps1
Runs the part that fits this window. (Unblock a downloaded file first: Properties, Unblock.)

.NOTES
Windows PowerShell 5.1 and PowerShell 7, Windows 10 and 11. Paste the file into Signpost, or drop it there, to have it read.
#>
[CmdletBinding()]
param(
  [ValidateSet('User', 'Admin')]
  [string] $Part,
  [string] $Path
)

# A command that fails leaves a line in the file. The others run all the same.
$ErrorActionPreference = 'Continue'

# Windows says by the groups of this process whether it is elevated.
$account = [Security.Principal.WindowsIdentity]::GetCurrent()
$principal = New-Object Security.Principal.WindowsPrincipal $account
$isElevated = $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)

if (-not $Part) {
  if ($isElevated) { $Part = 'Admin' } else { $Part = 'User' }
}

if (-not $Path) {
  $name = 'signpost-{0}-{1}-{2:yyyyMMdd-HHmmss}.txt' -f $Part.ToLower(), $env:COMPUTERNAME, (Get-Date)
  $Path = Join-Path ([Environment]::GetFolderPath('MyDocuments')) $name
}

$lines = New-Object 'System.Collections.Generic.List[string]'

# Writes a heading, then what a block prints. Wide, so that no line of it is broken. Two blank lines end what was before.
function Add-Section {
  param([string] $Title, [scriptblock] $Read)
  $lines.Add('')
  $lines.Add('')
  $lines.Add("##### $Title")
  $lines.Add('')
  try {
    $text = & $Read 2>&1 | Out-String -Width 4000
    if ($text.Trim()) { $lines.Add($text.TrimEnd()) } else { $lines.Add('(nothing there)') }
  } catch {
    $lines.Add("$Title : $($_.Exception.Message)")
  }
}

# The newest events of a log, by the ids that tell something, as lists: each event names its log and source.
function Read-Log {
  param([hashtable] $Filter)
  try {
    Get-WinEvent -FilterHashtable $Filter -MaxEvents 20 -ErrorAction Stop |
      Format-List -Property 'LogName', 'ProviderName', 'TimeCreated', 'Id', 'LevelDisplayName', 'Message'
  } catch {
    # An empty log is an error to Get-WinEvent. So is a log that is turned off, or that this account may not read.
    "(no events of $($Filter.LogName): $($_.Exception.Message))"
  }
}

# All values under keys of the registry, in the form of reg.exe, which is the same in every language of Windows.
function Read-Key {
  param([string[]] $Key)
  foreach ($one in $Key) {
    if (Test-Path -LiteralPath "Registry::$one") { reg.exe query $one /s } else { "($one is not there)" }
  }
}

$lines.Add("Signpost collector, part $Part, elevated: $isElevated")
$lines.Add("Account: $($account.Name)")
$lines.Add("Time: $([DateTime]::UtcNow.ToString('yyyy-MM-dd HH:mm:ss')) UTC")

# Which builds a known fault concerns, and from which build on Windows has a setting.
Add-Section 'Windows' {
  $windows = Get-ItemProperty -LiteralPath 'Registry::HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  '{0} {1}, build {2}.{3}' -f $windows.ProductName, $windows.DisplayVersion, $windows.CurrentBuild, $windows.UBR
}

# How the device is joined, whether the tenant accepts it, the token of this user, and the prerequisites of Windows
# Hello. As the user: their token. Elevated: the test of the device key. (dsregcmd /debug is not run: it can start a join.)
Add-Section 'dsregcmd /status' { dsregcmd.exe /status }

# The policy of Windows Hello from Group Policy for the user, Group Policy for the computer, and MDM. The order of these
# keys is their precedence. PolicyManager shows what MDM sent for devices; that it is empty proves nothing.
Add-Section 'Policy of Windows Hello' {
  Read-Key @(
    'HKEY_CURRENT_USER\SOFTWARE\Policies\Microsoft\PassportForWork'
    'HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\PassportForWork'
    'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Policies\PassportForWork'
    'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\PolicyManager\current\device\PassportForWork'
  )
}

if ($Part -eq 'Admin') {
  # Join of the device, and each step of setting up Windows Hello: prerequisites (358 to 362), key (300, 301).
  Add-Section 'Log User Device Registration/Admin' {
    Read-Log @{ LogName = 'Microsoft-Windows-User Device Registration/Admin' }
  }

  # What the setup window and the sign-in with Windows Hello report.
  Add-Section 'Log HelloForBusiness/Operational' {
    Read-Log @{ LogName = 'Microsoft-Windows-HelloForBusiness/Operational' }
  }

  # Requests for tokens, with the answer of Microsoft Entra ID or of the federation service.
  Add-Section 'Log AAD/Operational' {
    Read-Log @{ LogName = 'Microsoft-Windows-AAD/Operational' }
  }

  # The TPM's own events in the System log, such as 1026 for one that is locked.
  Add-Section 'Log System, source TPM-WMI' {
    Read-Log @{ LogName = 'System'; ProviderName = 'Microsoft-Windows-TPM-WMI' }
  }

  # Whether there is a TPM, whether it is ready, and whether it is locked. OwnerAuth, a secret, is left out.
  Add-Section 'Get-Tpm' {
    Get-Tpm | Format-List -Property @(
      'TpmPresent', 'TpmReady', 'TpmEnabled', 'TpmActivated', 'TpmOwned', 'RestartPending', 'ManufacturerIdTxt'
      'ManufacturerVersion', 'AutoProvisioning', 'LockedOut', 'LockoutHealTime', 'LockoutCount', 'LockoutMax'
    )
  }

  # The version of the TPM, whether its firmware is known to be weak, and what its lockout counts.
  Add-Section 'tpmtool getdeviceinformation' { tpmtool.exe getdeviceinformation }

  # Where Windows takes the time from. A token is refused where the clock is wrong.
  Add-Section 'w32tm /query /source' { w32tm.exe /query /source }
}

$text = $lines -join [Environment]::NewLine

# With a byte order mark, so that every editor reads names of all languages, in both versions of PowerShell.
[IO.File]::WriteAllText($Path, $text, (New-Object Text.UTF8Encoding $true))

$text
''
"Part $Part is in $Path"
'It holds: join state, token state, policy and Windows version, with names and IDs of user, device, domain and tenant.'
if ($Part -eq 'Admin') { 'It also holds: up to 20 events of each of four logs, the state of the TPM, and the source of the time.' }
'It holds no password, key or token. Read it above, and take out what should not be passed on, before you send it.'
if ($Part -eq 'Admin') {
  'Now run it as the affected user, in a window that is not elevated: their token is not in this part.'
} else {
  'Now run it in an elevated window: event logs and TPM are not in this part.'
}
