using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Accounts;

/// <summary>The kinds of account that pass through a request or an agency's hands (A8.2a-b). System-to-system accounts are connections.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AccountKind>))]
public enum AccountKind : byte
{
    /// <summary>Runs the system itself (A8.2a).</summary>
    SystemAdministrator = 1,

    /// <summary>Creates, rights, manages and withdraws the users of one unit (A8.2a, A9.6).</summary>
    AgencyAdministrator = 2,

    /// <summary>An officer who handles dossiers (A8.2b).</summary>
    Officer = 3,
}
