using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Accounts;

/// <summary>Where an account stands. Access is on in <see cref="Active"/> alone.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AccountState>))]
public enum AccountState : byte
{
    /// <summary>The unit's complete request has come (A10.1).</summary>
    Requested = 1,

    /// <summary>The request was found valid (A10.3a).</summary>
    Checked = 2,

    /// <summary>The request was approved.</summary>
    Approved = 3,

    /// <summary>The request was refused.</summary>
    Refused = 4,

    /// <summary>The account exists, nobody has it yet.</summary>
    Created = 5,

    /// <summary>It was handed to the contact named (A10.3d); the commitment is awaited (A9.5).</summary>
    HandedOver = 6,

    /// <summary>Access is on.</summary>
    Active = 7,

    /// <summary>Signs of intrusion: access is off at once, a report follows (A11.3).</summary>
    Suspended = 8,

    /// <summary>Access is off until somebody unlocks it (A11.1).</summary>
    Locked = 9,

    /// <summary>Taken away for good (A11.1).</summary>
    Withdrawn = 10,
}
