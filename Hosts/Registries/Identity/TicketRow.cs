using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;

namespace DichVuCong.Registries.Identity;

/// <summary>Whom a ticket is for.</summary>
public enum TicketKind : short
{
    /// <summary>A citizen or an organisation, from the portal (A14.5).</summary>
    Citizen = 1,

    /// <summary>An officer at a counter, from the coordination system (A15.2).</summary>
    Officer = 2,
}

/// <summary>A ticket with which somebody is handed over to a one-stop system: nothing of who it is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Whom it is for.</param>
/// <param name="Verification">The sign-in.</param>
/// <param name="Officer">The officer's account; null for citizens.</param>
/// <param name="Account">Who hands over.</param>
/// <param name="System">To which system: no other may redeem it.</param>
/// <param name="Person">The keyed hash of the person's number.</param>
/// <param name="Procedure">For which procedure.</param>
/// <param name="KeyId">The key with which it was signed.</param>
/// <param name="IssuedAt">When.</param>
/// <param name="ExpiresAt">Until when it can be redeemed.</param>
public sealed record TicketRow(
    Guid Id, TicketKind Kind, Guid Verification, AccountId? Officer, string Account, string System, byte[] Person, ProcedureCode Procedure, string KeyId,
    DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt);

/// <summary>How a ticket was met that a system presented.</summary>
public enum TicketOutcome
{
    /// <summary>It was good, and is used now.</summary>
    Redeemed,

    /// <summary>The same call again: the first answer is given again.</summary>
    Again,

    /// <summary>It was used: a replay.</summary>
    Used,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It is for another system.</summary>
    OtherSystem,

    /// <summary>There is none such, or the database was restored since it was issued and nobody knows whether it was used.</summary>
    Unknown,
}
